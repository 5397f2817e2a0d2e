//! What a ballot may say.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::coded;

coded! {
    /// Whether who chose what is proclaimed with the result.
    pub enum Secrecy {
        /// It is, by name.
        Public = "public",
        /// Nobody ever learns it.
        Secret = "secret",
    }
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// « Pour », « contre » or « abstention ».
    ForAgainst,
    /// One of so many options.
    OneOf(u16),
    /// Up to `most` of so many options, the `most` first of which are elected.
    UpTo {
        /// How many options there are.
        options: u16,
        /// How many may be chosen, and are elected.
        most: u16,
    },
}

/// What a voter chose.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// « Pour ».
    For,
    /// « Contre ».
    Against,
    /// Takes part and takes no side.
    Abstain,
    /// « Blanc », of secret polls.
    Blank,
    /// Options, by their rank from 0.
    Options(BTreeSet<u16>),
}

/// A choice and how many voices it has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ballot {
    /// What was chosen.
    pub choice: Choice,
    /// Its voices; 1 unless the congress says otherwise, and then in public polls only, since weights unmask.
    pub weight: u32,
}

/// Why a ballot can't be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BallotFault {
    /// The method doesn't offer that.
    #[error("the ballot holds a choice that the poll doesn't offer")]
    NotOffered,
    /// No option, where « blanc » or « abstention » is the way to choose none.
    #[error("the ballot holds no option")]
    NoOption,
    /// More options than may be chosen.
    #[error("the ballot holds more options than {0}")]
    TooMany(u16),
    /// A weight of 0, or above 1 where voices are equal.
    #[error("the ballot has a weight that the poll doesn't allow")]
    Weight,
}

impl Method {
    /// How many options there are.
    pub fn options(self) -> u16 {
        match self {
            Self::ForAgainst => 0,
            Self::OneOf(options) | Self::UpTo { options, .. } => options,
        }
    }

    /// How many of them a ballot may hold.
    pub fn most(self) -> u16 {
        match self {
            Self::ForAgainst => 0,
            Self::OneOf(_) => 1,
            Self::UpTo { options, most } => most.min(options),
        }
    }

    /// Whether a choice may be made; `secrecy` tells « blanc » from « abstention ».
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn check(self, choice: &Choice, secrecy: Secrecy) -> Result<(), BallotFault> {
        match (self, choice) {
            (_, Choice::Abstain) | (Self::ForAgainst, Choice::For | Choice::Against) => Ok(()),
            (_, Choice::Blank) if secrecy == Secrecy::Secret => Ok(()),
            (Self::OneOf(_) | Self::UpTo { .. }, Choice::Options(chosen)) => self.check_options(chosen),
            _ => Err(BallotFault::NotOffered),
        }
    }

    fn check_options(self, chosen: &BTreeSet<u16>) -> Result<(), BallotFault> {
        if chosen.is_empty() {
            Err(BallotFault::NoOption)
        } else if chosen.len() > usize::from(self.most()) {
            Err(BallotFault::TooMany(self.most()))
        } else if chosen.iter().any(|option| *option >= self.options()) {
            Err(BallotFault::NotOffered)
        } else {
            Ok(())
        }
    }
}

impl Ballot {
    /// One voice.
    pub fn of(choice: Choice) -> Self {
        Self { choice, weight: 1 }
    }

    /// Whether it may be counted.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn check(&self, method: Method, secrecy: Secrecy) -> Result<(), BallotFault> {
        let is_lawful = match secrecy {
            Secrecy::Public => self.weight > 0,
            Secrecy::Secret => self.weight == 1,
        };
        if !is_lawful {
            return Err(BallotFault::Weight);
        }
        method.check(&self.choice, secrecy)
    }
}
