//! All that is held of a person, as they may ask for it (regulation (EU) 2016/679, articles 15 and 20).

use serde::{Deserialize, Serialize};

use super::{
    HeldAmendment, HeldSitting, LetterLine, MemberEventLine, NoteLine, OwnContribution, VersionLine,
};
use crate::access::Session;
use crate::contribution::{ContributionNumber, Draft, Target};
use crate::import::ImportKind;
use crate::member::Member;
use crate::territory::TerritoryLevel;
use crate::time::Timestamp;

/// Everything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// Who they are, and what they chose.
    pub member: Member,
    /// For which territories they speak or spoke.
    pub voices: Vec<HeldVoice>,
    /// What they wrote, each with its versions.
    pub texts: Vec<HeldText>,
    /// What was noted at tables as their words, whatever they answered.
    pub notes: Vec<NoteLine>,
    /// What they began and didn't send.
    pub drafts: Vec<HeldDraft>,
    /// What they support.
    pub supports: Vec<HeldSupport>,
    /// Their devices that are signed in.
    pub sessions: Vec<Session>,
    /// Their personal links; only their fingerprints are held.
    pub links: Vec<HeldLink>,
    /// Their part in sittings, the first to begin first.
    pub sittings: Vec<HeldSitting>,
    /// Amendments that they wrote or sign.
    pub amendments: Vec<HeldAmendment>,
    /// Files that they had read in, or that wait to be.
    pub files: Vec<HeldFile>,
    /// Letters to them.
    pub letters: Vec<LetterLine>,
    /// What staff did for them.
    pub events: Vec<MemberEventLine>,
}

/// Speaking for a territory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldVoice {
    /// What kind of territory.
    pub level: TerritoryLevel,
    /// Its code.
    pub code: String,
    /// Since when.
    pub from: Timestamp,
    /// Until when.
    pub until: Option<Timestamp>,
}

/// A text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldText {
    /// It.
    pub own: OwnContribution,
    /// What it was before, the latest first; none when it was never touched.
    pub versions: Vec<VersionLine>,
}

/// Something begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldDraft {
    /// What it was to become.
    pub target: Target,
    /// It.
    pub draft: Draft,
    /// When it was kept.
    pub saved_at: Timestamp,
}

/// A support.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldSupport {
    /// Of which contribution.
    pub number: ContributionNumber,
    /// Since when.
    pub at: Timestamp,
}

/// A personal link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldLink {
    /// When it was made.
    pub made_at: Timestamp,
    /// Until when it opens.
    pub until: Timestamp,
    /// When it was last used.
    pub used_at: Option<Timestamp>,
    /// When it was taken back.
    pub revoked_at: Option<Timestamp>,
}

/// A file that somebody of the staff sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldFile {
    /// What it holds.
    pub kind: ImportKind,
    /// Its name.
    pub name: String,
    /// When it was read in, or sent where it waits.
    pub at: Timestamp,
    /// Whether it waits to be read in: it is then forgotten after a day.
    pub waits: bool,
}
