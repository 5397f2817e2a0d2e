//! What is being written, before it is sent.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

use super::{ContributionNumber, Kind, NumberError};
use crate::member::Display;

/// What a text being written is to become.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Target {
    /// A new contribution.
    New,
    /// A new one that completes another.
    Complement(ContributionNumber),
    /// Another version of one.
    Change(ContributionNumber),
}

/// A text being written, as it was typed: it may be too short, or too long.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The words.
    pub body: String,
    /// The kind given.
    pub kind: Option<Kind>,
    /// The enjeux given, by rank in the congress' list.
    pub areas: Vec<u32>,
    /// How much of its author it is to show.
    pub display: Display,
}

const COMPLEMENT: &str = "complement:";
const CHANGE: &str = "modifier:";

impl fmt::Display for Target {
    /// As the database and the device keep it: « », « complement:C-0118 », « modifier:C-0421 ».
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::New => Ok(()),
            Self::Complement(number) => write!(f, "{COMPLEMENT}{number}"),
            Self::Change(number) => write!(f, "{CHANGE}{number}"),
        }
    }
}

impl FromStr for Target {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Self, NumberError> {
        if text.is_empty() {
            return Ok(Self::New);
        }
        match (text.strip_prefix(COMPLEMENT), text.strip_prefix(CHANGE)) {
            (Some(number), _) => number.parse().map(Self::Complement),
            (_, Some(number)) => number.parse().map(Self::Change),
            _ => Err(NumberError),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_read_as_it_is_kept() {
        let n = ContributionNumber::new(118);
        for target in [Target::New, Target::Complement(n), Target::Change(n)] {
            assert_eq!(target.to_string().parse(), Ok(target));
        }
        assert!("effacer:C-0118".parse::<Target>().is_err());
    }
}
