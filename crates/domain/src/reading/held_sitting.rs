//! What is held of a person’s part in sittings.

use serde::{Deserialize, Serialize};

use crate::minutes::Signatory;
use crate::sitting::{Attendance, Convened, FloorRequest, ProxyState, Sitting, Standing};
use crate::time::Timestamp;
use crate::vote::{Choice, Part, Poll};

/// One sitting of which something is held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldSitting {
    /// Which.
    pub sitting: Sitting,
    /// When they were convened, and what they answered.
    pub convened: Option<Convened>,
    /// Their comings and goings.
    pub attendance: Vec<Attendance>,
    /// Proxies that they gave or were given.
    pub proxies: Vec<HeldProxy>,
    /// Their requests to speak.
    pub floor: Vec<FloorRequest>,
    /// Their badges; only the fingerprint of a secret is held.
    pub badges: Vec<HeldBadge>,
    /// Their places on rolls, and those of the voices that they cast for others.
    pub places: Vec<HeldPlace>,
    /// Their signature of its minutes, asked for or given.
    pub signing: Option<Signatory>,
}

/// A proxy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldProxy {
    /// Whether they gave it; else it was given to them.
    pub is_given: bool,
    /// The other person’s name.
    pub other: String,
    /// When it was given.
    pub given_at: Timestamp,
    /// Where it stands.
    pub state: ProxyState,
}

/// A badge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldBadge {
    /// When it was printed.
    pub drawn_at: Timestamp,
    /// When the desk activated it.
    pub activated_at: Option<Timestamp>,
    /// When it was taken back.
    pub revoked_at: Option<Timestamp>,
}

/// A voice on the roll of a poll.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldPlace {
    /// The poll.
    pub poll: Poll,
    /// The name of whoever has the voice.
    pub name: String,
    /// The name of whoever casts it.
    pub voter: String,
    /// How it comes to be there.
    pub standing: Standing,
    /// Whether it was given; nothing tells what for in a secret poll.
    pub part: Part,
    /// What was chosen, in a public poll: by themselves, or for them once the result is said.
    pub choice: Option<Choice>,
}
