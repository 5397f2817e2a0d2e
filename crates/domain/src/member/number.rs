//! The number of a member, as printed on letters and badges.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// « M-0042 », within a congress, from 1. Tells apart the people of one mailbox when a code is dictated; no secret.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct MemberNumber(u32);

/// A text that isn't the number of a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a member's number looks like M-0042")]
pub struct MemberNumberError;

impl MemberNumber {
    /// What a member has whom the database hasn't numbered yet.
    pub const NONE: Self = Self(0);

    /// The `n`th member of a congress, from 1.
    pub const fn new(n: u32) -> Self {
        Self(n)
    }

    /// Its rank.
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl fmt::Display for MemberNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "M-{:04}", self.0)
    }
}

impl FromStr for MemberNumber {
    type Err = MemberNumberError;

    /// Reads « M-0042 » as printed, and what people type: « m42 », « 42 ».
    fn from_str(text: &str) -> Result<Self, MemberNumberError> {
        let text = text.trim();
        let digits = match text.strip_prefix(['M', 'm']) {
            Some(rest) => rest.trim_start_matches(['-', ' ']),
            None => text,
        };
        match digits.parse() {
            Ok(n) if n > 0 && digits.bytes().all(|b| b.is_ascii_digit()) => Ok(Self(n)),
            _ => Err(MemberNumberError),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_what_people_type() {
        for text in ["M-0042", "m-42", "m42", "42", " M 0042 "] {
            assert_eq!(text.parse(), Ok(MemberNumber::new(42)), "{text}");
        }
        for text in ["", "M-", "M-0", "42a", "C-0042", "-5", "99999999999"] {
            assert!(text.parse::<MemberNumber>().is_err(), "{text}");
        }
        assert_eq!(MemberNumber::new(42).to_string(), "M-0042");
    }
}
