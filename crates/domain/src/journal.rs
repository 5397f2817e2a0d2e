//! The journal of a congress: what was done, in order, each entry holding the hash of the one before.
//!
//! It can be checked by whoever has it: an entry that is changed, left out or put elsewhere breaks the chain. Bodies hold ids and
//! counts, never names or texts: those stand beside it, and may be erased.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::coded;
use crate::time::Timestamp;

coded! {
    /// What an entry tells.
    pub enum EntryKind {
        /// A sitting was opened.
        SittingOpened = "seance-ouverte",
        /// It was closed.
        SittingClosed = "seance-levee",
        /// An item of the agenda was begun.
        ItemBegun = "point-commence",
        /// Somebody came in.
        CameIn = "arrivee",
        /// Somebody went out.
        WentOut = "depart",
        /// A proxy was accepted.
        ProxyAccepted = "pouvoir-accepte",
        /// A proxy ended.
        ProxyEnded = "pouvoir-fini",
        /// A poll was prepared.
        PollPrepared = "scrutin-prepare",
        /// It was opened: its rule and its roll.
        PollOpened = "scrutin-ouvert",
        /// A voice was added to a roll after opening.
        SeatAdded = "voix-ajoutee",
        /// A voice was signed for on paper.
        PaperSigned = "voix-papier",
        /// It was closed: its ballots, sorted, or the seal of its box.
        PollClosed = "scrutin-clos",
        /// It was proclaimed: its counts.
        PollProclaimed = "scrutin-proclame",
        /// It was cancelled.
        PollCancelled = "scrutin-annule",
        /// Something that the minutes must tell.
        Incident = "incident",
        /// A badge was activated, or taken back.
        Badge = "badge",
        /// A correction was written beside the minutes.
        MinutesCorrected = "pv-corrige",
        /// Minutes were kept to be signed, under their hash.
        MinutesPresented = "pv-presente",
        /// They were taken back: the signatures lapse.
        MinutesTakenBack = "pv-repris",
        /// Somebody signed them.
        MinutesSigned = "pv-signe",
    }
}

/// SHA-256.
pub type Hash = [u8; 32];

/// What the first entry of a journal holds as the hash of the one before.
pub const GENESIS: Hash = [0; 32];

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its place, from 1.
    pub seq: u64,
    /// When it was written.
    pub at: Timestamp,
    /// What it tells.
    pub kind: EntryKind,
    /// The rest, as JSON, to the letter: the hash is of these bytes.
    pub body: String,
    /// The hash of the entry before.
    pub previous: Hash,
    /// Its own.
    pub hash: Hash,
}

/// Where a journal doesn't hold together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Break {
    /// The entry of that place is missing.
    #[error("entry {0} is missing")]
    Missing(u64),
    /// That entry doesn't hold the hash of the one before.
    #[error("entry {0} doesn't follow the one before")]
    Unchained(u64),
    /// That entry isn't what was written.
    #[error("entry {0} was changed")]
    Changed(u64),
    /// That entry is older than the one before.
    #[error("entry {0} is older than the one before")]
    Older(u64),
}

impl Entry {
    /// The entry that follows `last`; an entry is never older than the one before, whatever a clock says.
    pub fn after(last: Option<&Self>, (at, kind, body): (Timestamp, EntryKind, String)) -> Self {
        let seq = last.map_or(1, |last| last.seq + 1);
        let at = last.map_or(at, |last| at.max(last.at));
        let previous = last.map_or(GENESIS, |last| last.hash);
        let hash = hash(previous, seq, at, kind, &body);
        Self { seq, at, kind, body, previous, hash }
    }
}

/// SHA-256 over the hash before, the place and the moment as 8 bytes each (big-endian), the kind's code, a line feed, the body.
fn hash(previous: Hash, seq: u64, at: Timestamp, kind: EntryKind, body: &str) -> Hash {
    let mut of = Sha256::new();
    of.update(previous);
    of.update(seq.to_be_bytes());
    of.update(at.micros().to_be_bytes());
    of.update(kind.code());
    of.update(b"\n");
    of.update(body);
    of.finalize().into()
}

/// Whether a whole journal holds together.
///
/// # Errors
/// Says where it first doesn't.
pub fn verify(entries: &[Entry]) -> Result<(), Break> {
    let mut last: Option<&Entry> = None;
    for (entry, seq) in entries.iter().zip(1_u64..) {
        if entry.seq != seq {
            return Err(Break::Missing(seq));
        }
        if entry.previous != last.map_or(GENESIS, |last| last.hash) {
            return Err(Break::Unchained(seq));
        }
        if entry.hash != hash(entry.previous, entry.seq, entry.at, entry.kind, &entry.body) {
            return Err(Break::Changed(seq));
        }
        if last.is_some_and(|last| entry.at < last.at) {
            return Err(Break::Older(seq));
        }
        last = Some(entry);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn journal(bodies: &[String]) -> Vec<Entry> {
        let mut entries: Vec<Entry> = Vec::new();
        for (at, body) in (0_i64..).zip(bodies) {
            let kind = EntryKind::ALL[body.len() % EntryKind::ALL.len()];
            entries.push(Entry::after(entries.last(), (Timestamp::from_micros(at), kind, body.clone())));
        }
        entries
    }

    proptest! {
        #[test]
        fn what_was_written_holds_together_and_nothing_else_does(
            bodies in prop::collection::vec("[a-z{}\":]{0,12}", 2..8), at in any::<prop::sample::Index>(), what in 0..4,
        ) {
            let mut entries = journal(&bodies);
            prop_assert_eq!(verify(&entries), Ok(()));
            let at = at.index(entries.len());
            match what {
                0 => entries[at].body.push('!'),
                1 => entries[at].at = Timestamp::from_micros(99),
                2 => { entries.remove(at); }
                _ => { let other = (at + 1) % entries.len(); entries.swap(at, other); }
            }
            // The last entry may be cut off without a trace: whoever keeps its hash sees it.
            let is_cut = what == 2 && at == entries.len();
            prop_assert_eq!(verify(&entries).is_ok(), is_cut);
        }
    }

    #[test]
    fn a_clock_that_goes_back_makes_no_entry_older_than_the_one_before() {
        let first = Entry::after(None, (Timestamp::from_micros(9), EntryKind::Incident, String::new()));
        let next =
            Entry::after(Some(&first), (Timestamp::from_micros(3), EntryKind::Incident, String::new()));
        assert_eq!(next.at, first.at);
        assert_eq!(verify(&[first, next]), Ok(()));
    }
}
