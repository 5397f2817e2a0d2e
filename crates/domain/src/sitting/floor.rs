//! Asking to speak (« demandes de parole »), and whose turn it is.

use serde::{Deserialize, Serialize};

use crate::id::{FloorRequestId, MemberId, SittingId};
use crate::time::Timestamp;

/// Somebody's asking to speak.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FloorRequest {
    /// Its id.
    pub id: FloorRequestId,
    /// Where.
    pub sitting: SittingId,
    /// Who.
    pub member: MemberId,
    /// When they asked.
    pub asked_at: Timestamp,
    /// When they were given the floor.
    pub called_at: Option<Timestamp>,
    /// When their turn is to end, where turns are timed.
    pub ends_at: Option<Timestamp>,
    /// When they had spoken, or took their request back.
    pub ended_at: Option<Timestamp>,
}

/// What counts besides the order of asking.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FloorOrder {
    /// Those who haven't spoken in this sitting come first.
    pub newcomers_first: bool,
}

/// Whose turn it is: of the requests that wait, the oldest, or the oldest of somebody who has spoken less often.
pub fn next_speaker(requests: &[FloorRequest], order: FloorOrder) -> Option<&FloorRequest> {
    let spoken =
        |member: MemberId| requests.iter().filter(|of| of.member == member && of.called_at.is_some()).count();
    let waiting = requests.iter().filter(|of| of.called_at.is_none() && of.ended_at.is_none());
    waiting.min_by_key(|of| {
        let before = if order.newcomers_first { spoken(of.member) } else { 0 };
        (before, of.asked_at, of.id)
    })
}
