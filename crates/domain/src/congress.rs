//! Congresses and their phases.

mod moving;

use serde::{Deserialize, Serialize};

use crate::coded;
use crate::id::{CongressId, MemberId, PhaseChangeId};
use crate::time::Timestamp;
use crate::words::Slug;

pub use moving::MoveError;

coded! {
    /// The steps of a congress, in their order.
    pub enum PhaseKind {
        /// Appel à idées: people contribute.
        Call = "appel",
        /// Analyse: themes are found and put in order.
        Analysis = "analyse",
        /// Rédaction: the motion is drafted.
        Drafting = "redaction",
        /// Congrès: it is debated and voted.
        Congress = "congres",
        /// Remise: it is handed to the minister.
        HandOver = "remise",
    }
}

/// One step of a congress, with its dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phase {
    /// Which step.
    pub kind: PhaseKind,
    /// When it begins.
    pub starts_at: Timestamp,
    /// When it ends; never before it begins.
    pub ends_at: Timestamp,
}

/// A step whose end was moved: nothing is prolonged silently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhaseChange {
    /// Its id.
    pub id: PhaseChangeId,
    /// The congress.
    pub congress: CongressId,
    /// Which step.
    pub kind: PhaseKind,
    /// When it was to end.
    pub ended_at: Timestamp,
    /// When it ends instead.
    pub ends_at: Timestamp,
    /// When that was decided.
    pub changed_at: Timestamp,
    /// Who decided; None for a command on the server.
    pub changed_by: Option<MemberId>,
    /// Why.
    pub reason: String,
}

/// Where a phase stands at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhaseState {
    /// It ended.
    Past,
    /// It is going on.
    Current,
    /// It has not begun.
    Coming,
}

impl Phase {
    /// Where this phase stands at `now`; a phase that begins now is current, one that ends now is past.
    pub fn state(&self, now: Timestamp) -> PhaseState {
        if now >= self.ends_at {
            PhaseState::Past
        } else if now >= self.starts_at {
            PhaseState::Current
        } else {
            PhaseState::Coming
        }
    }
}

/// One yearly edition; everything belongs to one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Congress {
    /// Its id.
    pub id: CongressId,
    /// Its address.
    pub slug: Slug,
    /// « 4e congrès des élues et élus au numérique ».
    pub title: String,
    /// The question asked: « Quel numérique pour nos communes, et qui en décide ? »
    pub question: String,
    /// A paragraph that says what is asked, and what becomes of it.
    pub summary: String,
    /// Who organises, as the motion signs: « Association … ».
    pub organiser: String,
    /// Invented for the demonstration: every page and file says so.
    pub fictional: bool,
    /// Its steps in order; empty when no dates were given.
    pub phases: Vec<Phase>,
}
