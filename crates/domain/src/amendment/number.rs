//! What an amendment is called.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The number of an amendment within its congress: « A-12 », given once, in the order in which they come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AmendmentNumber(u32);

impl AmendmentNumber {
    /// From the number itself, from 1.
    pub const fn new(number: u32) -> Self {
        Self(number)
    }

    /// The number itself.
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl fmt::Display for AmendmentNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "A-{}", self.0)
    }
}

/// A text that is no [`AmendmentNumber`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an amendment is called « A- » and its number")]
pub struct AmendmentNumberError;

impl FromStr for AmendmentNumber {
    type Err = AmendmentNumberError;

    fn from_str(text: &str) -> Result<Self, AmendmentNumberError> {
        let digits = text.strip_prefix("A-").filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
        let number = digits.and_then(|digits| digits.parse().ok()).filter(|number| *number > 0);
        number.map(Self).ok_or(AmendmentNumberError)
    }
}
