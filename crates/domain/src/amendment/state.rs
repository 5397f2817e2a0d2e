//! Where an amendment stands, from its being proposed to its being settled.

use serde::{Deserialize, Serialize};

use super::number::AmendmentNumber;
use crate::coded;
use crate::line::Line;

coded! {
    /// Where an amendment stands.
    pub enum AmendmentState {
        /// It was handed in, and nobody has judged whether it may be voted.
        Proposed = "depose",
        /// It may be voted.
        Admissible = "recevable",
        /// It may not.
        Inadmissible = "irrecevable",
        /// It was voted, and changed the text.
        Adopted = "adopte",
        /// It was voted, and changed nothing.
        Rejected = "rejete",
        /// « Sans objet »: what was adopted before leaves it nothing to change.
        Fallen = "sans-objet",
        /// Its author took it back.
        Withdrawn = "retire",
    }
}

impl AmendmentState {
    /// Whether it may still come to a vote.
    pub const fn is_live(self) -> bool {
        matches!(self, Self::Proposed | Self::Admissible)
    }

    /// Whether its author may still write it otherwise: one that was refused may be mended.
    pub const fn may_rectify(self) -> bool {
        matches!(self, Self::Proposed | Self::Admissible | Self::Inadmissible)
    }
}

/// Where an amendment stands, with why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It was handed in.
    Proposed,
    /// It may be voted.
    Admissible,
    /// It may not, and why.
    Inadmissible(Line),
    /// It changed the text.
    Adopted,
    /// It was voted down.
    Rejected,
    /// Another one left it nothing to change; none: the text was changed otherwise.
    Fallen(Option<AmendmentNumber>),
    /// Its author took it back.
    Withdrawn,
}

impl Fate {
    /// Where it stands, without why.
    pub const fn state(&self) -> AmendmentState {
        match self {
            Self::Proposed => AmendmentState::Proposed,
            Self::Admissible => AmendmentState::Admissible,
            Self::Inadmissible(_) => AmendmentState::Inadmissible,
            Self::Adopted => AmendmentState::Adopted,
            Self::Rejected => AmendmentState::Rejected,
            Self::Fallen(_) => AmendmentState::Fallen,
            Self::Withdrawn => AmendmentState::Withdrawn,
        }
    }
}
