//! How many voices adopt a text.

use serde::{Deserialize, Serialize};

use super::quorum::Roll;
use super::tally::Tally;
use crate::coded;

coded! {
    /// Of whom a majority is a part.
    pub enum Base {
        /// *Exprimés*: who took a side.
        Cast = "exprimes",
        /// *Présents et représentés*: who is on the roll.
        Roll = "presents",
        /// *Inscrits*: who has a voice, present or not.
        Entitled = "inscrits",
    }
}

/// A part of a whole, from above 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "(u32, u32)", into = "(u32, u32)")]
pub struct Fraction {
    parts: u32,
    of: u32,
}

/// It isn't a part of a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} ∕ {1} isn't above 0 and at most 1")]
pub struct FractionError(u32, u32);

impl Fraction {
    /// One half.
    pub const HALF: Self = Self { parts: 1, of: 2 };
    /// One third.
    pub const THIRD: Self = Self { parts: 1, of: 3 };
    /// Two thirds.
    pub const TWO_THIRDS: Self = Self { parts: 2, of: 3 };

    /// So many parts of so many.
    ///
    /// # Errors
    /// When it is 0, above 1, or of nothing.
    pub fn new(parts: u32, of: u32) -> Result<Self, FractionError> {
        if parts == 0 || parts > of { Err(FractionError(parts, of)) } else { Ok(Self { parts, of }) }
    }

    /// The numbers above and below the line.
    pub fn terms(self) -> (u32, u32) {
        (self.parts, self.of)
    }

    /// How `voices` stand to this part of `whole`: in whole numbers, so that two thirds of 70 are neither 46 nor 47.
    pub fn compare(self, voices: u64, whole: u64) -> std::cmp::Ordering {
        let (parts, of) = (u128::from(self.parts), u128::from(self.of));
        (u128::from(voices) * of).cmp(&(u128::from(whole) * parts))
    }
}

impl TryFrom<(u32, u32)> for Fraction {
    type Error = FractionError;

    fn try_from((parts, of): (u32, u32)) -> Result<Self, FractionError> {
        Self::new(parts, of)
    }
}

impl From<Fraction> for (u32, u32) {
    fn from(fraction: Fraction) -> Self {
        fraction.terms()
    }
}

/// A majority that is a part of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Threshold {
    /// How much.
    pub fraction: Fraction,
    /// Of whom.
    pub base: Base,
    /// « Au moins »: the part itself is enough. Otherwise more is needed.
    pub at_least: bool,
}

/// How many voices adopt a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Majority {
    /// More « pour » than « contre ».
    Relative,
    /// More than a part, or at least it.
    Part(Threshold),
}

impl Majority {
    /// More than half of those who took a side.
    pub const ABSOLUTE: Self =
        Self::Part(Threshold { fraction: Fraction::HALF, base: Base::Cast, at_least: false });

    /// Whether those counts adopt.
    pub fn is_reached(self, tally: &Tally, roll: Roll) -> bool {
        match self {
            Self::Relative => tally.in_favour > tally.against,
            Self::Part(threshold) => {
                let order = threshold.fraction.compare(tally.in_favour, threshold.whole(tally, roll));
                // Of nobody, nothing is a part.
                tally.in_favour > 0 && if threshold.at_least { order.is_ge() } else { order.is_gt() }
            }
        }
    }
}

impl Threshold {
    /// The number that the part is of.
    pub fn whole(self, tally: &Tally, roll: Roll) -> u64 {
        match self.base {
            Base::Cast => tally.cast(),
            Base::Roll => roll.there(),
            Base::Entitled => roll.entitled,
        }
    }
}
