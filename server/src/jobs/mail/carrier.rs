//! One letter at a time: claimed, handed over, marked.

use std::sync::Arc;
use std::time::Duration;

use domain::id::{Entropy, uuid_v7};
use domain::mail::{LetterState, Outcome};
use domain::time::{Clock, Timestamp};
use storage::{DueLetter, Lease, Storage, StorageError};

use super::sending::Sending;
use super::telling::Telling;

/// How long a letter is ours: several times what an attempt may take.
const LEASE: Duration = Duration::from_secs(600);

/// What one step came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// No letter is due.
    Nothing,
    /// None was due; somebody was told something, by a letter that is now due, or had nothing to be told.
    Composed,
    /// One was tried; the next may follow.
    Tried,
    /// Our own server doesn't take letters now: no use in trying the next one at once.
    Stalled,
}

/// Takes letters from the queue to the mail server.
pub struct Carrier {
    storage: Storage,
    clock: Arc<dyn Clock>,
    entropy: Box<dyn Entropy>,
    pub(super) sending: Sending,
    telling: Telling,
}

impl Carrier {
    /// One of possibly several, in this process or others: none sends what another holds.
    /// Links in what it composes begin with `public_url`, without a slash at the end.
    pub fn new(
        storage: Storage,
        clock: Arc<dyn Clock>,
        entropy: Box<dyn Entropy>,
        sending: Sending,
        public_url: Arc<str>,
    ) -> Self {
        let telling = Telling::new(storage.clone(), public_url);
        Self { storage, clock, entropy, sending, telling }
    }

    /// Tries the letter whose turn it is; without one, tells somebody what there is to tell.
    ///
    /// # Errors
    /// When the database fails. A letter that was handed over but couldn't be marked is sent again when its lease ends.
    pub async fn step(&mut self) -> Result<Step, StorageError> {
        let now = self.clock.now();
        // Asked first without a lock: most of the time nothing is due.
        if !self.storage.read().await?.letter_due(now).await? {
            let told = Box::pin(self.telling.step(now, &mut *self.entropy)).await?;
            return Ok(if told { Step::Composed } else { Step::Nothing });
        }
        let lease = self.lease(now);
        let mut work = self.storage.write().await?;
        let Some(letter) = work.claim_letter(lease, now).await? else { return Ok(Step::Nothing) };
        work.save().await?;
        let outcome = carry(&self.sending, &letter).await;
        let stalled = matches!(&outcome, Outcome::Later(why) if why.cause.is_ours());
        let state = LetterState::after(letter.attempts, outcome, self.clock.now());
        log(&letter, &state);
        let mut work = self.storage.write().await?;
        let marked = work.mark_letter(letter.id, lease, &state).await?;
        work.save().await?;
        if !marked {
            tracing::warn!(letter = %letter.id, "another process took this letter in the meantime: it may arrive twice");
        }
        Ok(if stalled { Step::Stalled } else { Step::Tried })
    }

    fn lease(&mut self, now: Timestamp) -> Lease {
        let length = i64::try_from(LEASE.as_micros()).unwrap_or(i64::MAX);
        let until = Timestamp::from_micros(now.micros().saturating_add(length));
        Lease { by: uuid_v7(now, &mut *self.entropy), until }
    }
}

async fn carry(sending: &Sending, letter: &DueLetter) -> Outcome {
    match sending.sender.write(letter) {
        Ok(ready) => sending.relay.hand_over(&ready).await,
        Err(why) if why.cause.is_ours() => Outcome::Later(why),
        Err(why) => Outcome::Never(why),
    }
}

/// One line a letter. Neither its recipient nor what the server said, which often repeats the address.
fn log(letter: &DueLetter, state: &LetterState) {
    let (id, purpose) = (letter.id, letter.purpose.code());
    match state.why() {
        None => tracing::info!(letter = %id, purpose, "a letter was sent"),
        Some(why) => {
            let given_up = matches!(state, LetterState::Refused { .. });
            tracing::warn!(letter = %id, purpose, cause = why.cause.code(), given_up, "a letter could not be sent");
        }
    }
}
