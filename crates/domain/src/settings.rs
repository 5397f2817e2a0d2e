//! What each congress decides: who reads, when texts appear, whom to call.

use serde::{Deserialize, Serialize};

use crate::coded;
use crate::email::Email;
use crate::line::Line;

coded! {
    /// Who may read the corpus and all that is made from it; told before one writes.
    pub enum Readers {
        /// Everybody.
        Public = "public",
        /// Members who are signed in.
        Members = "membres",
    }
}

coded! {
    /// When staff reads a contribution.
    pub enum Moderation {
        /// Once it has appeared.
        After = "apres",
        /// Before it appears.
        Before = "avant",
    }
}

/// Whom a person can call or write to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Their name.
    pub name: Option<Line>,
    /// Their telephone number.
    pub telephone: Option<Line>,
    /// Their address.
    pub email: Option<Email>,
}

/// What a congress decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// Who reads.
    pub readers: Readers,
    /// When texts appear.
    pub moderation: Moderation,
    /// How long a text begun before closing may still be sent after it, in minutes.
    pub grace_minutes: u32,
    /// A person to call.
    pub contact: Contact,
}

impl Default for Settings {
    /// What a new congress has: open to all, read afterwards, an hour of grace.
    fn default() -> Self {
        Self {
            readers: Readers::Public,
            moderation: Moderation::After,
            grace_minutes: 60,
            contact: Contact::default(),
        }
    }
}
