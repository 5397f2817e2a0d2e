//! The list of members that staff reads.
//!
//! Everybody is read and sifted here rather than in SQL: thousands of people at most, and filters whose sums hold.

mod sift;
mod silent;

pub use silent::{member_territories, silent_territories};

use serde::{Deserialize, Serialize};

use super::Facet;
use crate::coded;
use crate::member::{College, Member, MemberAct, Role};
use crate::territory::Territory;
use crate::time::Timestamp;

coded! {
    /// How far a person has come; each is at one of these.
    pub enum Standing {
        /// No invitation left yet.
        ToInvite = "a-inviter",
        /// Invited, and never came.
        Waiting = "attend",
        /// Signed in at least once.
        Came = "venu",
        /// Asked not to take part.
        Declined = "decline",
    }
}

coded! {
    /// Whether anybody of the same territory wrote.
    pub enum Voice {
        /// Somebody did.
        Spoken = "parle",
        /// Nobody did.
        Silent = "silencieux",
        /// They speak from no territory.
        Nowhere = "sans",
    }
}

/// A person in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberLine {
    /// The person.
    pub member: Member,
    /// Whether they ever signed in.
    pub came: bool,
    /// Contributions that they wrote.
    pub texts: u32,
    /// What words of a search are looked for in: name, number, mandate, territory, address, folded.
    pub found_by: String,
}

impl MemberLine {
    /// How far they have come.
    pub fn standing(&self) -> Standing {
        if self.member.declined_at.is_some() {
            Standing::Declined
        } else if self.came {
            Standing::Came
        } else if self.member.invited_at.is_some() {
            Standing::Waiting
        } else {
            Standing::ToInvite
        }
    }
}

/// What is asked of the list. Words are folded by whoever asks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MembersQuery {
    /// All of these words must be found.
    pub words: String,
    /// In that college.
    pub college: Option<College>,
    /// With that role.
    pub role: Option<Role>,
    /// At that point.
    pub standing: Option<Standing>,
    /// Whose territory spoke, or not.
    pub voice: Option<Voice>,
    /// The page, from 1.
    pub page: u32,
}

/// A page of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MembersPage {
    /// What was asked.
    pub query: MembersQuery,
    /// Its people.
    pub lines: Vec<MemberLine>,
    /// How many answer.
    pub found: u32,
    /// How many there are.
    pub all: u32,
    /// The pages there are; at least 1.
    pub pages: u32,
    /// All members by college: the sum is `all`.
    pub colleges: Vec<(College, u32)>,
    /// What the filters would give.
    pub facets: MemberFacets,
}

impl MembersPage {
    /// People a page.
    pub const SIZE: usize = 50;
}

/// How many answer with each value of a filter, all others applied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberFacets {
    /// By college.
    pub colleges: Vec<Facet<College>>,
    /// By role; a person may have several.
    pub roles: Vec<Facet<Role>>,
    /// By how far they have come.
    pub standings: Vec<Facet<Standing>>,
    /// By whether their territory spoke.
    pub voices: Vec<Facet<Voice>>,
}

/// What was done for a person, as their page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberEventLine {
    /// What.
    pub act: MemberAct,
    /// By whom; None for a command on the server.
    pub by: Option<String>,
    /// When.
    pub at: Timestamp,
    /// Which part, which role, which territory.
    pub detail: Option<String>,
}

/// A member territory, and who speaks for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberTerritory {
    /// The territory.
    pub territory: Territory,
    /// Its people, by name.
    pub members: Vec<Member>,
    /// Who speaks for it now, and since when.
    pub representative: Option<(Member, Timestamp)>,
}

/// A page of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TerritoriesPage {
    /// What was looked for, as typed.
    pub words: String,
    /// Its territories.
    pub territories: Vec<MemberTerritory>,
    /// How many answer.
    pub found: u32,
    /// How many there are.
    pub all: u32,
    /// The page, from 1.
    pub page: u32,
    /// The pages there are; at least 1.
    pub pages: u32,
}
