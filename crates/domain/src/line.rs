//! One line of text: names, mandates, telephone numbers.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// One line of 1 to [`Line::MAX_CHARS`] characters, without white space around it, without any control character.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Line(String);

/// Why a text can't be a [`Line`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    /// Nothing but white space.
    #[error("the line is empty")]
    Empty,
    /// More than [`Line::MAX_CHARS`] characters; holds how many there are.
    #[error("the line has {0} characters, more than {max}", max = Line::MAX_CHARS)]
    TooLong(usize),
    /// A line break, a tab or another control character.
    #[error("the line holds a control character")]
    Control,
}

impl Line {
    /// The longest, in characters.
    pub const MAX_CHARS: usize = 200;

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Line {
    type Err = LineError;

    fn from_str(text: &str) -> Result<Self, LineError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(LineError::Empty);
        }
        if text.chars().any(char::is_control) {
            return Err(LineError::Control);
        }
        match text.chars().count() {
            chars if chars > Self::MAX_CHARS => Err(LineError::TooLong(chars)),
            _ => Ok(Self(text.to_owned())),
        }
    }
}

impl TryFrom<String> for Line {
    type Error = LineError;

    fn try_from(text: String) -> Result<Self, LineError> {
        text.parse()
    }
}

impl From<Line> for String {
    fn from(line: Line) -> Self {
        line.0
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_trimmed_or_refused() {
        assert_eq!(" Soazig Tanguy ".parse::<Line>().unwrap().as_str(), "Soazig Tanguy");
        assert_eq!(" ".parse::<Line>(), Err(LineError::Empty));
        assert_eq!("a\nb".parse::<Line>(), Err(LineError::Control));
        assert_eq!("é".repeat(201).parse::<Line>(), Err(LineError::TooLong(201)));
    }
}
