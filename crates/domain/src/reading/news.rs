//! What happened to somebody's contributions, as letters tell it.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::{CitedIn, Quote, ThemeTag};
use crate::contribution::ContributionNumber;
use crate::id::{MemberId, MotionId};
use crate::moderation::ModerationAct;
use crate::time::Timestamp;

/// Where the draft quotes somebody, and the exact words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Citation {
    /// The objective and the sentence.
    pub place: CitedIn,
    /// The words.
    pub quote: Quote,
}

/// A draft, and whom it quotes.
#[derive(Clone, Debug, PartialEq)]
pub struct Quoted {
    /// The draft.
    pub motion: MotionId,
    /// When it was made.
    pub drafted_at: Timestamp,
    /// Its sentences by author, in its order.
    pub by: BTreeMap<MemberId, Vec<Citation>>,
}

/// What happened to the contributions of one member between two moments; their own contribution comes first in each pair.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct News {
    /// How many supports were given to each.
    pub supports: Vec<(ContributionNumber, u32)>,
    /// What others added to it.
    pub complements: Vec<(ContributionNumber, ContributionNumber)>,
    /// What others wrote since the run before, and that the last one finds close to it.
    pub close: Vec<(ContributionNumber, ContributionNumber)>,
    /// The theme that the last run put it in, where it wasn't in that theme before.
    pub themes: Vec<(ContributionNumber, ThemeTag)>,
    /// Where the draft quotes them.
    pub cited: Vec<Citation>,
    /// What staff did about it.
    pub moderated: Vec<(ContributionNumber, ModerationAct)>,
    /// What was noted as their words and waits for their answer.
    pub reported: Vec<ContributionNumber>,
}

impl News {
    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
