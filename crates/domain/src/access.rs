//! How a person comes in: a personal link, or a code that staff dictates; then a session of their phone or computer.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

use crate::id::{Entropy, SessionId};
use crate::time::Timestamp;

/// How long a session lasts, in days.
pub const SESSION_DAYS: i64 = 30;
/// How long a personal link opens, in days.
pub const LINK_DAYS: i64 = 30;
/// How long a dictated code opens, in minutes.
pub const CODE_MINUTES: i64 = 15;
/// How many times a dictated code may be mistyped before it opens no more: with a million codes, guessing one takes
/// 100,000 of them on average.
pub const CODE_ATTEMPTS: u32 = 5;

/// Six digits that staff dictates by telephone; opens once.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Code(u32);

/// A text that isn't six digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a code has six digits")]
pub struct CodeError;

impl Code {
    /// A code drawn at random. The remainder favours some by one in four thousand million: nothing to guess by.
    pub fn draw(entropy: &mut dyn Entropy) -> Self {
        let mut bytes = [0; 8];
        entropy.fill(&mut bytes);
        let drawn = u64::from_le_bytes(bytes) % 1_000_000;
        Self(u32::try_from(drawn).unwrap_or_default())
    }
}

impl FromStr for Code {
    type Err = CodeError;

    /// Reads « 042 917 » as dictated: spaces, hyphens and dots don't count.
    fn from_str(text: &str) -> Result<Self, CodeError> {
        let digits: String = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '.')).collect();
        if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(CodeError);
        }
        digits.parse().map(Self).map_err(|_| CodeError)
    }
}

impl fmt::Display for Code {
    /// « 042917 », what is hashed; screens put a space in the middle.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:06}", self.0)
    }
}

impl fmt::Debug for Code {
    /// Without its digits: no log may hold them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(…)")
    }
}

/// A phone or computer that is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Its id; the secret that the browser holds is another thing.
    pub id: SessionId,
    /// What it said it was: « Firefox, Android ».
    pub device: String,
    /// When it signed in.
    pub opened_at: Timestamp,
    /// When it was last seen, to the hour.
    pub seen_at: Timestamp,
    /// When it ends by itself.
    pub expires_at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_dictated() {
        for text in ["042917", "042 917", " 04-29-17 "] {
            assert_eq!(text.parse::<Code>().unwrap().to_string(), "042917", "{text}");
        }
        for text in ["", "42917", "0429170", "04291a", "-42917"] {
            assert!(text.parse::<Code>().is_err(), "{text}");
        }
        assert!(!format!("{:?}", "042917".parse::<Code>()).contains("042917"));
    }
}
