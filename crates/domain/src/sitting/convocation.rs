//! What people answer when they are convened.

use serde::{Deserialize, Serialize};

use crate::coded;
use crate::id::{MemberId, SittingId};
use crate::time::Timestamp;

coded! {
    /// « Serez-vous là ? »
    pub enum ConvocationAnswer {
        /// In the room.
        Present = "present",
        /// From afar.
        Remote = "distance",
        /// No.
        Absent = "absent",
        /// No, and somebody else votes for them.
        Proxy = "pouvoir",
    }
}

/// Somebody who was convened, or answered without having been.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Convened {
    /// To which sitting.
    pub sitting: SittingId,
    /// Who.
    pub member: MemberId,
    /// When the letter was queued.
    pub convened_at: Option<Timestamp>,
    /// What they said last.
    pub answer: Option<(ConvocationAnswer, Timestamp)>,
}
