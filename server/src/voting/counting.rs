//! How many have voted, told to those who follow the sitting: at most ten times a second, however many vote.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use domain::id::{MemberId, PollId, SittingId};
use domain::live::Count;
use storage::{Storage, StorageError};
use tokio::sync::Notify;
use tokio::task::JoinHandle;

use crate::live::Live;

/// Between two counts.
const APART: Duration = Duration::from_millis(100);

/// What was saved and isn't told yet.
#[derive(Default)]
struct News {
    polls: BTreeSet<PollId>,
    voters: BTreeSet<(PollId, MemberId)>,
    /// Polls of which the desk must know something at once.
    ailing: BTreeSet<PollId>,
}

/// Who is told, and what.
pub(super) struct Counting {
    storage: Storage,
    told: Arc<OnceLock<Live>>,
    news: Mutex<News>,
    work: Notify,
    worker: OnceLock<JoinHandle<()>>,
}

impl Counting {
    /// Begins to count.
    pub(super) fn open(storage: Storage, told: Arc<OnceLock<Live>>) -> Arc<Self> {
        let counting = Arc::new(Self {
            storage,
            told,
            news: Mutex::default(),
            work: Notify::new(),
            worker: OnceLock::new(),
        });
        let _ = counting.worker.set(tokio::spawn(counting.clone().count()));
        counting
    }

    /// These gave a voice, and it is saved.
    pub(super) fn note(&self, those: impl Iterator<Item = (PollId, MemberId)>) {
        let mut news = self.news.lock().unwrap_or_else(PoisonError::into_inner);
        for (poll, voter) in those {
            news.polls.insert(poll);
            news.voters.insert((poll, voter));
        }
        drop(news);
        self.work.notify_one();
    }

    /// How something stands with these polls must be looked at again.
    pub(super) fn look_again(&self, polls: impl Iterator<Item = PollId>) {
        let mut news = self.news.lock().unwrap_or_else(PoisonError::into_inner);
        let known = news.ailing.len();
        news.ailing.extend(polls);
        let has_news = news.ailing.len() > known;
        drop(news);
        if has_news {
            self.work.notify_one();
        }
    }

    pub(super) fn finish(&self) {
        if let Some(worker) = self.worker.get() {
            worker.abort();
        }
    }

    async fn count(self: Arc<Self>) {
        loop {
            self.work.notified().await;
            let news = std::mem::take(&mut *self.news.lock().unwrap_or_else(PoisonError::into_inner));
            if let Err(error) = self.tell(&news).await {
                // The scene holds the count as well: whoever misses one isn't misled, and the next ballot has it told.
                tracing::warn!(error = &error as &dyn std::error::Error, "how many voted could not be told");
            }
            tokio::time::sleep(APART).await;
        }
    }

    async fn tell(&self, news: &News) -> Result<(), StorageError> {
        let Some(live) = self.told.get() else { return Ok(()) };
        let mut reading = self.storage.read().await?;
        let mut sittings: BTreeMap<PollId, SittingId> = BTreeMap::new();
        for &id in &news.polls {
            let Some(poll) = reading.poll(id).await? else { continue };
            let (voted, of) = reading.turnout(id).await?;
            live.count(poll.sitting, Count { poll: id.to_string(), voted, of });
            sittings.insert(id, poll.sitting);
        }
        for &id in &news.ailing {
            if let Some(poll) = reading.poll(id).await? {
                live.refresh(poll.sitting);
            }
        }
        for (poll, voter) in &news.voters {
            if let Some(sitting) = sittings.get(poll) {
                live.refresh_of(*sitting, *voter);
            }
        }
        Ok(())
    }
}
