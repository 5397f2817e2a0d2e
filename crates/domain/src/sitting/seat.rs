//! What votes: a person, or a member territory through whom it names.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

use crate::coded;
use crate::id::MemberId;
use crate::territory::{Territory, TerritoryLevel};

coded! {
    /// What a voice belongs to.
    pub enum SeatKind {
        /// A person.
        People = "personnes",
        /// A member territory, through whoever speaks for it.
        Territories = "collectivites",
    }
}

/// Tells a voice from another within a sitting.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum SeatKey {
    /// That person's.
    Person(MemberId),
    /// That territory's.
    Territory(TerritoryLevel, String),
}

/// A text that tells no voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no voice has that key")]
pub struct SeatKeyError;

/// A voice and who casts it when nobody is entrusted with it. What they are is frozen with the roll that it stands on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// Which.
    pub key: SeatKey,
    /// Whose person, or who speaks for the territory.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// What they are, without where.
    pub mandate: Option<String>,
    /// What they speak from, or for.
    pub territory: Option<Territory>,
    /// How much it weighs; 1 unless the congress says otherwise.
    pub weight: u32,
}

impl fmt::Display for SeatKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person(member) => write!(f, "m:{member}"),
            Self::Territory(level, code) => write!(f, "t:{}:{code}", level.code()),
        }
    }
}

impl FromStr for SeatKey {
    type Err = SeatKeyError;

    fn from_str(text: &str) -> Result<Self, SeatKeyError> {
        let (kind, rest) = text.split_once(':').ok_or(SeatKeyError)?;
        match (kind, rest.split_once(':')) {
            ("m", None) => rest.parse().map(Self::Person).map_err(|_| SeatKeyError),
            ("t", Some((level, code))) if !code.is_empty() => {
                level.parse().map(|level| Self::Territory(level, code.to_owned())).map_err(|_| SeatKeyError)
            }
            _ => Err(SeatKeyError),
        }
    }
}

impl TryFrom<String> for SeatKey {
    type Error = SeatKeyError;

    fn try_from(text: String) -> Result<Self, SeatKeyError> {
        text.parse()
    }
}

impl From<SeatKey> for String {
    fn from(key: SeatKey) -> Self {
        key.to_string()
    }
}
