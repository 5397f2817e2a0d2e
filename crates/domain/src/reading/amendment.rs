//! Amendments as they are read.

use serde::{Deserialize, Serialize};

use crate::amendment::{AmendmentNumber, Fate, Motive, Opinion, Proposal};
use crate::id::{AmendmentId, MemberId, PollId, SittingId};
use crate::line::Line;
use crate::time::Timestamp;
use crate::vote::{PollNumber, PollState};
use crate::wording::{VersionNumber, Words};

/// Somebody who signs an amendment with its author.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cosigner {
    /// Who.
    pub member: MemberId,
    /// As they sign.
    pub signature: String,
}

/// The vote on an amendment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AmendmentPoll {
    /// Which.
    pub id: PollId,
    /// Its number.
    pub number: PollNumber,
    /// Where it is held.
    pub sitting: SittingId,
    /// Where it stands.
    pub state: PollState,
}

/// An amendment, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AmendmentLine {
    /// Its id.
    pub id: AmendmentId,
    /// What it is called.
    pub number: AmendmentNumber,
    /// The version that it was written on.
    pub version: VersionNumber,
    /// What it asks for, where.
    pub proposal: Proposal,
    /// Its title, so that a long list can be read at a glance.
    pub title: Line,
    /// Why.
    pub motive: Motive,
    /// Whose it is; none: it was said in the room, by somebody who is named in the signature alone.
    pub author: Option<MemberId>,
    /// As its author signs.
    pub signature: String,
    /// Who signs with them, the first to do so first.
    pub cosigners: Vec<Cosigner>,
    /// Whether it was said in the room and typed at the desk.
    pub is_oral: bool,
    /// Where it stands.
    pub fate: Fate,
    /// Whether the text has it, once it was adopted: where the text had moved, somebody must put it there.
    pub is_applied: bool,
    /// How many times it was written: 1 as long as it wasn't rectified.
    pub wording: u32,
    /// When it was handed in.
    pub at: Timestamp,
    /// When it was last written.
    pub written_at: Timestamp,
    /// What is advised.
    pub opinion: Option<Opinion>,
    /// Whether it was taken out of the block of uncontested ones.
    pub is_apart: bool,
    /// Its vote, from its being prepared.
    pub poll: Option<AmendmentPoll>,
}

/// One wording of an amendment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AmendmentWording {
    /// Its number, from 1.
    pub number: u32,
    /// Its title.
    pub title: Line,
    /// Its words; none where it deletes.
    pub words: Option<Words>,
    /// Why.
    pub motive: Motive,
    /// When.
    pub at: Timestamp,
}

/// An amendment in what is held of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldAmendment {
    /// Which.
    pub number: AmendmentNumber,
    /// Its title.
    pub title: Line,
    /// Whether they wrote it; else they sign it.
    pub is_author: bool,
    /// When they did.
    pub at: Timestamp,
}
