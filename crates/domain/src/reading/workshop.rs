//! Workshops as staff sees them, and notes as those who take them do.

use serde::{Deserialize, Serialize};

use super::OwnContribution;
use crate::contribution::State;
use crate::id::{MemberId, TableId};
use crate::time::Timestamp;
use crate::workshop::{Answer, CORRECT_MINUTES, Table, Workshop};

/// A workshop with its tables.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkshopLine {
    /// The workshop.
    pub workshop: Workshop,
    /// Its tables, by number.
    pub tables: Vec<TableLine>,
}

/// A table with how much was noted there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableLine {
    /// The table.
    pub table: Table,
    /// Lines noted there, whatever became of them.
    pub notes: u32,
}

/// Something that somebody else than its author wrote down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteLine {
    /// The contribution that it is.
    pub own: OwnContribution,
    /// The table; none for a paper form.
    pub table: Option<TableId>,
    /// What stands on the paper form.
    pub paper: Option<String>,
    /// Who is said to have said it.
    pub speaker: Option<(MemberId, String)>,
    /// What they say of it.
    pub answer: Option<Answer>,
    /// When it was noted.
    pub noted_at: Timestamp,
}

impl NoteLine {
    /// Whether those who noted it may correct or remove it at `now`: for ten minutes, while it is nobody else's.
    pub fn may_change(&self, now: Timestamp) -> bool {
        let state = self.own.contribution.state;
        now < self.noted_at.plus_seconds(CORRECT_MINUTES * 60)
            && self.answer != Some(Answer::Confirmed)
            && matches!(state, State::Published | State::Waiting)
    }
}
