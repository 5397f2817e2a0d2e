//! Texts parsed once into types that can't hold a bad value, also on the way out of the database.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use unicode_segmentation::UnicodeSegmentation as _;

/// The address of a congress: lower-case letters, digits and inner hyphens, 2 to 60 characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

/// Why a text can't be a [`Slug`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SlugError {
    /// Fewer than 2 or more than 60 characters.
    #[error("an address has 2 to 60 characters")]
    Length,
    /// Something else than lower-case letters, digits and inner hyphens.
    #[error("an address has only a-z, 0-9 and hyphens between them")]
    Characters,
}

impl Slug {
    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = SlugError;

    fn from_str(text: &str) -> Result<Self, SlugError> {
        if !(2..=60).contains(&text.len()) {
            return Err(SlugError::Length);
        }
        let lawful = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if !text.chars().all(lawful) || text.starts_with('-') || text.ends_with('-') {
            return Err(SlugError::Characters);
        }
        Ok(Self(text.to_owned()))
    }
}

impl TryFrom<String> for Slug {
    type Error = SlugError;

    fn try_from(text: String) -> Result<Self, SlugError> {
        text.parse()
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> Self {
        slug.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The words of a contribution, kept to the letter: 1 to [`Body::MAX_CHARS`] characters of which one at least isn't white space, no NUL.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Body(String);

/// Why a text can't be a [`Body`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BodyError {
    /// Nothing but white space.
    #[error("the text is empty")]
    Empty,
    /// More than [`Body::MAX_CHARS`] characters; holds how many there are.
    #[error("the text has {0} characters, more than {max}", max = Body::MAX_CHARS)]
    TooLong(usize),
    /// A NUL character, which no database column of text can hold: the file isn't text.
    #[error("the text holds a NUL character")]
    Nul,
}

impl Body {
    /// The longest text taken in from a file, in characters (some 16,000 words). The online form asks for less.
    pub const MAX_CHARS: usize = 100_000;

    /// The words, exactly as they came.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Body {
    type Err = BodyError;

    fn from_str(text: &str) -> Result<Self, BodyError> {
        text.to_owned().try_into()
    }
}

impl TryFrom<String> for Body {
    type Error = BodyError;

    fn try_from(text: String) -> Result<Self, BodyError> {
        if text.trim().is_empty() {
            return Err(BodyError::Empty);
        }
        if text.contains('\0') {
            return Err(BodyError::Nul);
        }
        let chars = text.chars().count();
        if chars > Self::MAX_CHARS {
            return Err(BodyError::TooLong(chars));
        }
        Ok(Self(text))
    }
}

impl From<Body> for String {
    fn from(body: Body) -> Self {
        body.0
    }
}

/// A text as it is typed, the way it stands on paper: without the white space around it, every line ended in one way
/// (browsers post CR LF).
pub(crate) fn as_on_paper(text: &str) -> String {
    text.trim().replace("\r\n", "\n").replace('\r', "\n")
}

/// How many characters people count: grapheme clusters, « é » is one, and so is a family of emoji.
pub(crate) fn characters(text: &str) -> usize {
    text.graphemes(true).count()
}

/// Whether a text holds what no keyboard types: a NUL or another control character, but for ends of line and tabs.
pub(crate) fn has_control(text: &str) -> bool {
    text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_refuses_what_an_address_cannot_hold() {
        assert!("congres-2026".parse::<Slug>().is_ok());
        for bad in ["", "a", "Congrès", "a b", "-a", "a-", "a/b"] {
            assert!(bad.parse::<Slug>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_body_is_kept_to_the_letter_or_refused() {
        let text = "  Ça marche… \n  « oui » ";
        assert_eq!(text.parse::<Body>().map(String::from).as_deref(), Ok(text));
        assert_eq!(" \n".parse::<Body>(), Err(BodyError::Empty));
        assert_eq!("a\0b".parse::<Body>(), Err(BodyError::Nul));
        assert_eq!("a".repeat(100_001).parse::<Body>(), Err(BodyError::TooLong(100_001)));
    }
}
