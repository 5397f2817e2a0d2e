//! Contributions and their numbers.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

use crate::coded;
use crate::id::ContributionId;
use crate::member::Signature;
use crate::time::Timestamp;
use crate::words::Body;

mod call;
mod draft;
mod life;
mod written;

pub use call::Call;
pub use draft::{Draft, Target};
pub use life::{Act, Life, State, dots};
pub use written::{Written, WrittenError};

coded! {
    /// What a verbatim is: proposed by its author, suggested by the machine, settled by staff.
    pub enum Kind {
        /// État des lieux: what is.
        Situation = "etat",
        /// Idée: what should be.
        Idea = "idee",
        /// Mode d'action: how to get there.
        Action = "mode",
    }
}

coded! {
    /// How a contribution arrived.
    pub enum Channel {
        /// The form on line.
        Online = "ligne",
        /// A workshop table.
        Workshop = "atelier",
        /// A paper form.
        Paper = "papier",
        /// A file whose lines don't say.
        File = "fichier",
    }
}

/// The short number that people see and print: C-0001, counted within a congress.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ContributionNumber(u32);

impl ContributionNumber {
    /// The `n`th contribution of a congress, from 1.
    pub const fn new(n: u32) -> Self {
        Self(n)
    }

    /// Its rank, from 1.
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl fmt::Display for ContributionNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "C-{:04}", self.0)
    }
}

/// A text that isn't the number of a contribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a contribution's number looks like C-0421")]
pub struct NumberError;

impl FromStr for ContributionNumber {
    type Err = NumberError;

    /// Reads « C-0421 » as printed, and what people type: « c421 », « 421 ».
    fn from_str(text: &str) -> Result<Self, NumberError> {
        let text = text.trim();
        let digits = match text.strip_prefix(['C', 'c']) {
            Some(rest) => rest.strip_prefix('-').unwrap_or(rest),
            None => text,
        };
        match digits.parse() {
            Ok(n) if n > 0 && digits.bytes().all(|b| b.is_ascii_digit()) => Ok(Self(n)),
            _ => Err(NumberError),
        }
    }
}

/// One text by one member, a table, or from paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contribution {
    /// Its id.
    pub id: ContributionId,
    /// Its number within the congress.
    pub number: ContributionNumber,
    /// Whether its words are shown; where they aren't, `body` is [`dots`] and the signature nothing but a college.
    pub state: State,
    /// How many times it was written: 1, and more once its author changed it.
    pub version: u32,
    /// A title, where the file had one.
    pub title: Option<String>,
    /// The words, to the letter.
    pub body: Body,
    /// Who signed, as they were then.
    pub signature: Signature,
    /// How it arrived.
    pub channel: Channel,
    /// The kind that its author gave, if they did.
    pub kind: Option<Kind>,
    /// The enjeux that its author gave, in the congress' order.
    pub areas: Vec<String>,
    /// When it was received.
    pub received_at: Timestamp,
    /// Somebody else noted it, and whoever said it has not confirmed: it is shown without guillemets.
    pub reported: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_what_people_type() {
        for text in ["C-0421", "c-421", "c421", "421", " C-00421 "] {
            assert_eq!(text.parse(), Ok(ContributionNumber::new(421)), "{text}");
        }
        for text in ["", "C-", "C-0", "C-12a", "A-12", "-5", "+5", "99999999999"] {
            assert!(text.parse::<ContributionNumber>().is_err(), "{text}");
        }
        assert_eq!(ContributionNumber::new(12_345).to_string(), "C-12345");
    }
}
