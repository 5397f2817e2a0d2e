//! Whether enough people are there to decide.

use serde::{Deserialize, Serialize};

use super::majority::Fraction;

/// Who could vote, in voices, as it was frozen when the poll opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roll {
    /// *Inscrits*: entitled seats of the college.
    pub entitled: u64,
    /// *Présents*: in person.
    pub present: u64,
    /// *Représentés*: by an accepted proxy whose holder is there.
    pub represented: u64,
    /// Of both, those still there at closing: seats not checked out, and proxies whose holder is in.
    pub still_there: u64,
}

impl Roll {
    /// *Présents et représentés*.
    pub fn there(self) -> u64 {
        self.present + self.represented
    }
}

/// The part of the *inscrits* that must be present or represented.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quorum(pub Fraction);

impl Quorum {
    /// Whether it was there at opening.
    pub fn opens(self, roll: Roll) -> bool {
        self.is_reached(roll.there(), roll)
    }

    /// Whether it was still there at closing.
    pub fn closes(self, roll: Roll) -> bool {
        self.is_reached(roll.still_there, roll)
    }

    /// How many voices make it: the smallest number that reaches the part.
    pub fn needed(self, roll: Roll) -> u64 {
        let (parts, of) = self.0.terms();
        let needed = (u128::from(roll.entitled) * u128::from(parts)).div_ceil(u128::from(of));
        u64::try_from(needed).unwrap_or(u64::MAX)
    }

    fn is_reached(self, there: u64, roll: Roll) -> bool {
        there > 0 && self.0.compare(there, roll.entitled).is_ge()
    }
}
