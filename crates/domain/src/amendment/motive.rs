//! Why an amendment is proposed, in its authors' words.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

use crate::wording::clean;

/// The reason of an amendment (« exposé sommaire »): cleaned, 1 to [`Motive::MAX_CHARS`] characters.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Motive(String);

/// Why a text can't be a [`Motive`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MotiveError {
    /// Nothing to read.
    #[error("the reason is empty")]
    Empty,
    /// More than [`Motive::MAX_CHARS`] characters; holds how many there are.
    #[error("the reason has {0} characters, more than {max}", max = Motive::MAX_CHARS)]
    TooLong(usize),
}

impl Motive {
    /// The longest, in characters.
    pub const MAX_CHARS: usize = 3_000;

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Motive {
    type Err = MotiveError;

    fn from_str(text: &str) -> Result<Self, MotiveError> {
        let text = clean(text);
        match text.chars().count() {
            0 => Err(MotiveError::Empty),
            chars if chars > Self::MAX_CHARS => Err(MotiveError::TooLong(chars)),
            _ => Ok(Self(text)),
        }
    }
}

impl TryFrom<String> for Motive {
    type Error = MotiveError;

    fn try_from(text: String) -> Result<Self, MotiveError> {
        text.parse()
    }
}

impl From<Motive> for String {
    fn from(motive: Motive) -> Self {
        motive.0
    }
}

impl fmt::Display for Motive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
