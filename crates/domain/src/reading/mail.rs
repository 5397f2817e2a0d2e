//! The outbox: letters of a congress, and those that came to nothing.

use serde::{Deserialize, Serialize};

use crate::id::LetterId;
use crate::mail::{LetterState, Purpose, Recipient};
use crate::time::Timestamp;

/// A letter in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterLine {
    /// Its id: its address.
    pub id: LetterId,
    /// Whom it goes to.
    pub to: Recipient,
    /// What it is for.
    pub purpose: Purpose,
    /// Its subject.
    pub subject: String,
    /// When it was queued.
    pub created_at: Timestamp,
    /// Where it stands.
    pub state: LetterState,
}

/// A letter as its recipient gets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterPage {
    /// Who, what, when, and where it stands.
    pub line: LetterLine,
    /// Its body as text.
    pub text: String,
    /// Its body as a whole HTML document.
    pub html: String,
}

/// How many letters stand where; the sum is all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterCounts {
    /// Never tried.
    pub queued: u32,
    /// To be tried again.
    pub deferred: u32,
    /// Taken by our server.
    pub sent: u32,
    /// Refused for good.
    pub refused: u32,
    /// Come back.
    pub bounced: u32,
}

impl LetterCounts {
    /// All letters.
    pub const fn all(&self) -> u32 {
        self.queued + self.deferred + self.sent + self.refused + self.bounced
    }
}

/// A page of the outbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutboxPage {
    /// All letters of the congress, by where they stand.
    pub counts: LetterCounts,
    /// Letters to mend: one for each address, the last that was refused or came back, when none arrived there since.
    pub to_mend: Vec<LetterLine>,
    /// Letters of this page, the latest first.
    pub letters: Vec<LetterLine>,
    /// This page, from 1.
    pub page: u32,
    /// Pages in all, at least 1.
    pub pages: u32,
}
