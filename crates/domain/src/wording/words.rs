//! The words of one block, parsed once.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

use super::clean::clean;
use super::marks::{MarkError, check};

/// The words of one block: [cleaned](clean), 1 to [`Words::MAX_CHARS`] characters, its marks closed and its fields known.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Words(String);

/// Why a text can't be [`Words`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WordsError {
    /// Nothing to read.
    #[error("the text is empty")]
    Empty,
    /// More than [`Words::MAX_CHARS`] characters; holds how many there are.
    #[error("the text has {0} characters, more than {max}", max = Words::MAX_CHARS)]
    TooLong(usize),
    /// « * » opens an emphasis that nothing closes before the end of its line; holds the words after it.
    #[error("an emphasis isn't closed before « {0} »")]
    OpenEmphasis(String),
    /// « { » opens a field that no « } » closes; holds the words after it.
    #[error("a field isn't closed before « {0} »")]
    OpenField(String),
    /// No field has that name.
    #[error("there is no field « {0} »")]
    UnknownField(String),
}

impl Words {
    /// The longest, in characters: more than a page, so that one paragraph at a time is enough to edit.
    pub const MAX_CHARS: usize = 6_000;

    /// The words with their marks.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Words {
    type Err = WordsError;

    fn from_str(text: &str) -> Result<Self, WordsError> {
        let text = clean(text);
        match text.chars().count() {
            0 => return Err(WordsError::Empty),
            chars if chars > Self::MAX_CHARS => return Err(WordsError::TooLong(chars)),
            _ => {}
        }
        match check(&text) {
            Ok(()) => Ok(Self(text)),
            Err(MarkError::OpenEmphasis(words)) => Err(WordsError::OpenEmphasis(words)),
            Err(MarkError::OpenField(words)) => Err(WordsError::OpenField(words)),
            Err(MarkError::UnknownField(name)) => Err(WordsError::UnknownField(name)),
        }
    }
}

impl TryFrom<String> for Words {
    type Error = WordsError;

    fn try_from(text: String) -> Result<Self, WordsError> {
        text.parse()
    }
}

impl From<Words> for String {
    fn from(words: Words) -> Self {
        words.0
    }
}

impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_cannot_stand_is_told() {
        assert_eq!(" \u{7}\n".parse::<Words>(), Err(WordsError::Empty));
        assert_eq!("é".repeat(6_001).parse::<Words>(), Err(WordsError::TooLong(6_001)));
        assert_eq!("a *b c".parse::<Words>(), Err(WordsError::OpenEmphasis("b c".into())));
        assert_eq!("a {b".parse::<Words>(), Err(WordsError::OpenField("b".into())));
        assert_eq!("{maires}".parse::<Words>(), Err(WordsError::UnknownField("maires".into())));
        assert_eq!(
            " a *b*\r\n3 * 4 \\{".parse::<Words>().map(String::from).as_deref(),
            Ok("a *b*\n3 * 4 \\{")
        );
    }

    proptest! {
        #[test]
        fn what_is_taken_is_taken_again_as_it_is(text in "([-*{}\\\\'. \r\n]|contributions|\\PC){0,60}") {
            if let Ok(words) = text.parse::<Words>() {
                prop_assert_eq!(words.as_str().parse::<Words>(), Ok(words.clone()));
            }
        }
    }
}
