//! Where ballots are handed in, whichever way they came: those that arrive together are written together, each is answered once
//! it is on disk, and those who follow the sitting are told how many have voted.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use domain::id::{MemberId, PollId};
use domain::vote::{Cast, CastFault, Poll, PollState, Secrecy};
use storage::Storage;

use super::ballots::take;
use super::counting::Counting;
use super::strongbox::Strongbox;
use crate::live::Live;
use crate::live::batch::{Batch, NotWritten, Write};
use crate::pages::Refusal;

/// What became of each voice of what was handed in.
pub type Taken = Vec<Result<(), CastFault>>;

/// Where ballots are handed in. Cheap to clone.
#[derive(Clone)]
pub struct Urn {
    batch: Batch<Writer>,
    counting: Arc<Counting>,
    pub(super) storage: Storage,
    strongbox: Strongbox,
    fails: Arc<AtomicBool>,
    told: Arc<OnceLock<Live>>,
}

/// What the desk must know at once of a poll under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ailment {
    /// The key of its box isn't there: it can only be cancelled.
    KeyLost,
    /// The last lot of ballots isn't on disk, as far as is known.
    NotWritten,
}

impl Urn {
    /// Opens it; must be called within a tokio runtime.
    pub fn open(storage: Storage, strongbox: Strongbox) -> Self {
        let told = Arc::new(OnceLock::new());
        let counting = Counting::open(storage.clone(), told.clone());
        let fails = Arc::new(AtomicBool::new(false));
        let writer = Writer {
            storage: storage.clone(),
            strongbox: strongbox.clone(),
            counting: counting.clone(),
            fails: fails.clone(),
        };
        Self { batch: Batch::open(writer), counting, storage, strongbox, fails, told }
    }

    /// What ails a poll at this moment, if something does.
    pub fn ails(&self, poll: &Poll) -> Option<Ailment> {
        let is_sealed = matches!(poll.stage.state(), PollState::Open | PollState::Closed);
        let has_key = || self.strongbox.key(poll.id).is_ok_and(|key| key.is_some());
        if is_sealed && poll.secrecy == Secrecy::Secret && !has_key() {
            return Some(Ailment::KeyLost);
        }
        let fails = poll.stage.state().takes_ballots() && self.fails.load(Ordering::Acquire);
        fails.then_some(Ailment::NotWritten)
    }

    /// Says who is told how many have voted. Only the first is.
    pub fn tell(&self, live: &Live) {
        // Whoever shows the sittings hands their ballots in here, and is told from here: neither can be there first.
        let _ = self.told.set(live.clone());
    }

    /// Hands in what somebody casts at once; an answer for each of its voices once it is on disk. The same again is taken once.
    ///
    /// # Errors
    /// When it isn't known to be on disk: it may be sent again.
    pub async fn hand_in(&self, casts: Vec<Cast>) -> Result<Taken, NotWritten> {
        self.batch.write(casts).await
    }

    /// Somebody signed for paper in a poll, and it is saved: they count among those who voted.
    pub fn signed(&self, poll: PollId, member: MemberId) {
        self.counting.note([(poll, member)].into_iter());
    }

    /// These voices were given otherwise, and it is saved: they are counted and told as the others are.
    pub(super) fn gave(&self, poll: PollId, voters: Vec<MemberId>) {
        self.counting.note(voters.into_iter().map(|voter| (poll, voter)));
    }

    /// Takes nothing more, and waits until all that was handed in is answered.
    pub async fn finish(&self) {
        self.batch.finish().await;
        self.counting.finish();
    }
}

struct Writer {
    storage: Storage,
    strongbox: Strongbox,
    counting: Arc<Counting>,
    /// Whether the last lot could not be written.
    fails: Arc<AtomicBool>,
}

impl Writer {
    /// Has the desk told when lots fail, or are written again.
    fn fares(&self, casts: &[Cast], fails: bool) {
        if self.fails.swap(fails, Ordering::AcqRel) != fails {
            self.counting.look_again(casts.iter().map(|cast| cast.poll));
        }
    }
}

/// Nothing of a lot is on disk.
#[derive(Debug, thiserror::Error)]
#[error("a lot of ballots was not taken: {0}")]
struct NotTaken(String);

impl From<Refusal> for NotTaken {
    fn from(refusal: Refusal) -> Self {
        Self(format!("{refusal:?}"))
    }
}

impl Write for Writer {
    type Item = Vec<Cast>;
    type Done = Taken;
    type Error = NotTaken;

    async fn write(&self, items: Vec<Vec<Cast>>) -> Result<Vec<Taken>, NotTaken> {
        let lengths: Vec<usize> = items.iter().map(Vec::len).collect();
        let casts = items.concat();
        let taken = take(&self.storage, &self.strongbox, &casts).await;
        self.fares(&casts, taken.is_err());
        let mut taken = taken?;
        let lost = casts.iter().zip(&taken).filter(|(_, taken)| **taken == Err(CastFault::KeyLost));
        self.counting.look_again(lost.map(|(cast, _)| cast.poll));
        let kept = casts.iter().zip(&taken).filter(|(_, taken)| taken.is_ok());
        self.counting.note(kept.map(|(cast, _)| (cast.poll, cast.voter)));
        let mut taken = taken.drain(..);
        Ok(lengths.into_iter().map(|length| taken.by_ref().take(length).collect()).collect())
    }
}
