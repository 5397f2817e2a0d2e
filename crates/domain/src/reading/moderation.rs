//! What staff reads of the texts that it moderates.

use serde::{Deserialize, Serialize};

use super::OwnContribution;
use crate::coded;
use crate::moderation::{HidingReason, ModerationAct};
use crate::settings::SettingsField;
use crate::time::Timestamp;

coded! {
    /// The piles of the queue. A text may be in several.
    pub enum Pile {
        /// Those that wait to appear.
        Waiting = "attente",
        /// Those that appeared and that staff hasn't read, in their present version.
        Unread = "a-lire",
        /// Those of the two first in which something was found.
        Flagged = "signalees",
        /// Those that staff hid.
        Hidden = "masquees",
        /// All but those that are gone for good.
        All = "toutes",
    }
}

/// What staff asks of the queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueueQuery {
    /// Which pile.
    pub pile: Pile,
    /// Words, a number or a name; as typed.
    pub words: String,
    /// The page, from 1.
    pub page: u32,
}

impl Default for QueueQuery {
    fn default() -> Self {
        Self { pile: Pile::Waiting, words: String::new(), page: 1 }
    }
}

/// A text of the queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueueLine {
    /// The text, and where it stands.
    pub own: OwnContribution,
    /// Its author's name: the member's, else the one that signed.
    pub author: Option<String>,
    /// Whether staff read the present version.
    pub read: bool,
    /// Whether its author has yet to answer a correction.
    pub proposed: bool,
}

/// A page of the queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueuePage {
    /// What was asked, its page within those there are.
    pub query: QueueQuery,
    /// How many texts each pile holds, whatever the words.
    pub counts: Vec<(Pile, u32)>,
    /// How many answer.
    pub found: u32,
    /// Those of this page.
    pub lines: Vec<QueueLine>,
    /// How many pages there are.
    pub pages: u32,
    /// How many texts nothing was looked for in yet.
    pub unlooked: u32,
}

/// What was done about a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModerationLine {
    /// What.
    pub act: ModerationAct,
    /// To which version.
    pub version: u32,
    /// Why.
    pub reason: Option<HidingReason>,
    /// In words.
    pub words: Option<String>,
    /// The name of who did it; None for a command on the server.
    pub by: Option<String>,
    /// When.
    pub at: Timestamp,
}

/// A setting that was changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingsLine {
    /// Which.
    pub field: SettingsField,
    /// What it was, as the database holds it.
    pub before: Option<String>,
    /// What it is.
    pub after: Option<String>,
    /// The name of who changed it.
    pub by: Option<String>,
    /// When.
    pub at: Timestamp,
}
