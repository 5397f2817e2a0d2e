//! How letters are sent.

use serde::{Deserialize, Serialize};

/// How letters are sent. What it means together is checked by [`Sending`](crate::jobs::mail::Sending), when a server starts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Mail {
    /// The mail server that takes our letters; empty: nothing is sent, letters stay in the outbox.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the line to it is encrypted.
    pub security: Security,
    /// Our name there; empty: it asks for none.
    pub user: String,
    /// Our password there.
    pub password: String,
    /// Who writes: an address, or `Name <address>`; without a name, the congress' organiser.
    pub from: String,
    /// Where answers go; empty: to the sender.
    pub reply_to: String,
    /// Where letters come back that couldn't be delivered; `{id}` becomes the letter's id. Empty: to the sender.
    pub bounces: String,
    /// Letters a minute, at most, from each process.
    pub per_minute: u32,
}

/// How the line to the mail server is encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Security {
    /// After a first word; a server that doesn't offer it gets nothing.
    StartTls,
    /// From the first word.
    Tls,
    /// Not at all: for a server on this machine.
    None,
}

impl Default for Mail {
    fn default() -> Self {
        Self {
            host: String::new(),
            port: 587,
            security: Security::StartTls,
            user: String::new(),
            password: String::new(),
            from: String::new(),
            reply_to: String::new(),
            bounces: String::new(),
            per_minute: 60,
        }
    }
}
