//! What was done for a member by somebody else: the trace that staff leaves.

use serde::{Deserialize, Serialize};

use crate::coded;
use crate::id::{CongressId, MemberEventId, MemberId};
use crate::time::Timestamp;

coded! {
    /// What was done.
    pub enum MemberAct {
        /// Added by hand, or by a command on the server.
        Added = "ajout",
        /// Added again after they were erased, since they asked for it.
        Returned = "retour",
        /// Added from a file.
        Imported = "import",
        /// What they are was changed; the detail says which parts.
        Changed = "modification",
        /// An invitation left for them.
        Invited = "invitation",
        /// A reminder left for them; the detail is the group that they stood in.
        Reminded = "relance",
        /// A code was drawn, to be dictated.
        CodeDrawn = "code",
        /// A badge was printed for them, which ended the one before.
        BadgeDrawn = "badge",
        /// Their badge was taken back, and what it had signed in ended.
        BadgeTaken = "badge-repris",
        /// A role was given; the detail is its code.
        RoleGiven = "role-donne",
        /// A role was taken; the detail is its code.
        RoleTaken = "role-retire",
        /// Their devices were signed out and their links taken back.
        SignedOut = "deconnexion",
        /// They were named to speak for a territory; the detail is its name.
        Named = "representation",
        /// They don't speak for it any more.
        Relieved = "fin-representation",
        /// A contribution was typed for them; the detail is its number.
        Written = "saisie",
        /// All that was held of them was erased, since they asked for it.
        Erased = "effacement",
    }
}

/// One act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberEvent {
    /// Its id.
    pub id: MemberEventId,
    /// The congress.
    pub congress: CongressId,
    /// For whom.
    pub member: MemberId,
    /// What.
    pub act: MemberAct,
    /// By whom; None for a command on the server.
    pub by: Option<MemberId>,
    /// When.
    pub at: Timestamp,
    /// Which part, which role, which territory.
    pub detail: Option<String>,
}
