//! What a sitting deals with, in order.

use serde::{Deserialize, Serialize};

use crate::coded;
use crate::id::{AgendaItemId, SittingId};
use crate::line::Line;
use crate::time::Timestamp;
use crate::web::WebAddress;

coded! {
    /// Where an item stands.
    pub enum ItemState {
        /// It comes.
        Coming = "a-venir",
        /// It is being dealt with.
        Current = "en-cours",
        /// It was.
        Done = "traite",
    }
}

/// One item of the agenda (« ordre du jour »).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaItem {
    /// Its id.
    pub id: AgendaItemId,
    /// Whose.
    pub sitting: SittingId,
    /// Its place, from 1.
    pub rank: u32,
    /// What it is about.
    pub title: Line,
    /// Who presents it.
    pub speaker: Option<Line>,
    /// How long it is to take, in minutes.
    pub minutes: Option<u32>,
    /// A document to read, by its address.
    pub document: Option<WebAddress>,
    /// A retransmission, by its address: nothing of it is loaded before somebody asks.
    pub video: Option<WebAddress>,
    /// When it was begun.
    pub begun_at: Option<Timestamp>,
    /// When it was ended.
    pub ended_at: Option<Timestamp>,
}

impl AgendaItem {
    /// Where it stands.
    pub fn state(&self) -> ItemState {
        match (self.begun_at, self.ended_at) {
            (_, Some(_)) => ItemState::Done,
            (Some(_), None) => ItemState::Current,
            (None, None) => ItemState::Coming,
        }
    }
}
