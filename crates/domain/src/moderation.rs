//! What staff does about texts: who hid or published what, when and why, and the corrections of spelling that it proposes.

use serde::{Deserialize, Serialize};

use crate::coded;
use crate::id::{CongressId, ContributionId, CorrectionId, MemberId, ModerationEventId};
use crate::time::Timestamp;
use crate::words::Body;

coded! {
    /// Why a text is hidden. Its opinion is never a reason.
    pub enum HidingReason {
        /// It holds an address, a number, something of somebody's private life.
        PersonalData = "donnees-personnelles",
        /// It accuses somebody whom it names.
        Accusation = "mise-en-cause",
        /// It insults.
        Insult = "injure",
        /// The law forbids it.
        Unlawful = "illicite",
        /// It sells something.
        Advertising = "publicite",
        /// Something else, that the words say.
        Other = "autre",
    }
}

coded! {
    /// What was done about a text.
    pub enum ModerationAct {
        /// Staff let it appear.
        Published = "publication",
        /// Staff hid it.
        Hidden = "masquage",
        /// Staff read it and found nothing to say.
        Read = "lecture",
        /// Staff proposed a correction.
        Proposed = "correction-proposee",
        /// Its author accepted the correction.
        Accepted = "correction-acceptee",
        /// Its author refused it.
        Refused = "correction-refusee",
    }
}

/// Something that was done about a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModerationEvent {
    /// Its id.
    pub id: ModerationEventId,
    /// The congress.
    pub congress: CongressId,
    /// Which text.
    pub contribution: ContributionId,
    /// Which version of it.
    pub version: u32,
    /// What.
    pub act: ModerationAct,
    /// Why, where it was hidden.
    pub reason: Option<HidingReason>,
    /// In words, to its author.
    pub words: Option<String>,
    /// By whom; None for a command on the server.
    pub by: Option<MemberId>,
    /// When.
    pub at: Timestamp,
}

coded! {
    /// Where a proposed correction stands.
    pub enum CorrectionState {
        /// Its author has yet to answer.
        Proposed = "proposee",
        /// Its author took it: it is a version of the text.
        Accepted = "acceptee",
        /// Its author didn't want it.
        Refused = "refusee",
        /// The text changed in the meantime, or staff proposed another.
        Lapsed = "caduque",
    }
}

/// A correction of spelling that staff proposes: nothing changes until the author accepts it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// Its id.
    pub id: CorrectionId,
    /// Of which text.
    pub contribution: ContributionId,
    /// Of which version of it.
    pub version: u32,
    /// The words as they would be.
    pub body: Body,
    /// When it was proposed.
    pub proposed_at: Timestamp,
    /// By whom.
    pub proposed_by: Option<MemberId>,
}
