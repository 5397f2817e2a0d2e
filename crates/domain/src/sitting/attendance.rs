//! Coming in and going out.

use serde::{Deserialize, Serialize};

use crate::coded;
use crate::id::{AttendanceId, MemberId, SittingId};
use crate::time::Timestamp;

coded! {
    /// How somebody takes part.
    pub enum Presence {
        /// In the room.
        Room = "salle",
        /// From afar.
        Remote = "distance",
    }
}

/// From a person's coming in to their going out; who comes back has another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    /// Its id.
    pub id: AttendanceId,
    /// Where.
    pub sitting: SittingId,
    /// Who.
    pub member: MemberId,
    /// How.
    pub presence: Presence,
    /// Since when.
    pub in_at: Timestamp,
    /// Until when; none while they are there.
    pub out_at: Option<Timestamp>,
}
