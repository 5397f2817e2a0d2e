//! What the minutes of a sitting are written from: its facts, as the database and the journal hold them.
//!
//! **Invariants:** a poll that isn't proclaimed has no result here; nothing joins a voter to a choice; each poll that counts is
//! in it once, and no rehearsal.

mod build;
mod incident;
mod presence;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub use incident::Incident;
pub use presence::QuorumChange;

use crate::id::{AgendaItemId, MemberId, ProxyId};
use crate::sitting::{AgendaItem, Attendance, Presence, Proxy, ProxyEnd, Seat, Sitting};
use crate::territory::Territory;
use crate::time::Timestamp;
use crate::vote::{Poll, PollNumber};

/// What they are made of.
#[derive(Clone, Debug, PartialEq)]
pub struct MinutesSources {
    /// The sitting.
    pub sitting: Sitting,
    /// Who has a voice.
    pub seats: Vec<Seat>,
    /// Everybody's comings and goings, in order.
    pub attendance: Vec<Attendance>,
    /// All proxies, ended ones included.
    pub proxies: Vec<Proxy>,
    /// When proxies were accepted, as the journal tells.
    pub accepted: BTreeMap<ProxyId, Timestamp>,
    /// The agenda, in order.
    pub agenda: Vec<AgendaItem>,
    /// When items were begun, as the journal tells: one may be taken up again.
    pub begun: Vec<(Timestamp, AgendaItemId)>,
    /// All polls, in the order of their numbers.
    pub polls: Vec<Poll>,
    /// The names of voices that the chair added to rolls once they were open, represented ones too.
    pub late: BTreeMap<PollNumber, Vec<String>>,
    /// What the journal notes as incidents.
    pub incidents: Vec<NotedIncident>,
    /// Everybody who is named, as they were known last.
    pub people: BTreeMap<MemberId, MinutesPerson>,
}

/// Somebody who is named.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinutesPerson {
    /// Their name.
    pub name: String,
    /// What they are, without where.
    pub mandate: Option<String>,
    /// What they speak from or for.
    pub territory: Option<Territory>,
}

/// An incident as the journal holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotedIncident {
    /// When.
    pub at: Timestamp,
    /// Of which poll.
    pub poll: Option<PollNumber>,
    /// What happened.
    pub what: String,
    /// Ballots on paper that were counted, and voices signed for, where it is about that.
    pub paper: Option<(u64, u64)>,
}

/// The facts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Minutes {
    /// The sitting.
    pub sitting: Sitting,
    /// *Inscrits*, in voices: as the last roll of the sitting's college froze them, rehearsals left out; else as they are now.
    pub entitled: u64,
    /// Who came, by name.
    pub attendees: Vec<Attendee>,
    /// Those who have a voice, neither came nor were represented.
    pub absent: u32,
    /// Proxies that were accepted, in the order in which lists have their givers.
    pub proxies: Vec<MinutesProxy>,
    /// Whether the quorum was there at opening, then each time that this changed; nothing where there is none.
    pub quorum: Vec<QuorumChange>,
    /// Items that were begun, in that order.
    pub taken: Vec<TakenItem>,
    /// Items that weren't.
    pub left: Vec<AgendaItem>,
    /// Polls that belong to no item.
    pub others: Vec<MinutesPoll>,
    /// Numbers of votes that were prepared and never opened.
    pub unopened: Vec<PollNumber>,
    /// What the minutes must tell.
    pub incidents: Vec<Incident>,
}

/// Somebody who came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendee {
    /// Who.
    pub person: MinutesPerson,
    /// How many voices are theirs; none for who only attends.
    pub voices: u64,
    /// Each time that they were there.
    pub stays: Vec<Stay>,
}

/// From somebody's coming in to their going out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stay {
    /// How.
    pub presence: Presence,
    /// Since when.
    pub from: Timestamp,
    /// Until when; none while they are there, or when they stayed to the end.
    pub until: Option<Timestamp>,
}

/// A proxy that counted, or would have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinutesProxy {
    /// Who gave it.
    pub giver: MinutesPerson,
    /// Who held it.
    pub holder: String,
    /// When it was accepted.
    pub accepted_at: Timestamp,
    /// When and why it ended, if it did before the sitting was over.
    pub ended: Option<(Timestamp, ProxyEnd)>,
}

/// An item that was begun, with its votes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TakenItem {
    /// It.
    pub item: AgendaItem,
    /// When it was taken up again, after others.
    pub again: Vec<Timestamp>,
    /// Votes under it.
    pub polls: Vec<MinutesPoll>,
}

/// A poll that people saw.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MinutesPoll {
    /// It; its stage holds a result once it is proclaimed, and not before.
    pub poll: Poll,
    /// Names of voices that were added once it was open.
    pub late: Vec<String>,
}
