//! The round: letters leave while the server serves, at the pace that was set.

use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::sleep;

use super::carrier::{Carrier, Step};

/// How soon a letter that was just queued is seen.
const LOOK: Duration = Duration::from_secs(1);
/// How long to wait when our own server, or the database, doesn't answer.
const STALLED: Duration = Duration::from_secs(60);

/// A carrier at work, until it is told to finish.
#[must_use = "letters leave until it is told to finish"]
pub struct Post {
    stop: watch::Sender<bool>,
    worker: JoinHandle<()>,
}

impl Post {
    /// Starts; must be called within a tokio runtime.
    pub fn open(carrier: Carrier) -> Self {
        let (stop, stopped) = watch::channel(false);
        Self { stop, worker: tokio::spawn(round(carrier, stopped)) }
    }

    /// Finishes the letter in hand; the others stay in the queue.
    pub async fn finish(self) {
        let _ = self.stop.send(true);
        if let Err(error) = self.worker.await {
            tracing::error!(error = &error as &dyn std::error::Error, "the post broke off");
        }
    }
}

async fn round(mut carrier: Carrier, mut stopped: watch::Receiver<bool>) {
    loop {
        let wait = match carrier.step().await {
            Ok(Step::Tried) => carrier.sending.pace,
            Ok(Step::Nothing) => LOOK,
            Ok(Step::Composed) => Duration::ZERO,
            Ok(Step::Stalled) => STALLED,
            Err(error) => {
                tracing::error!(
                    error = &error as &dyn std::error::Error,
                    "the queue of letters can't be read"
                );
                STALLED
            }
        };
        tokio::select! {
            biased;
            _ = stopped.wait_for(|stopped| *stopped) => return,
            () = sleep(wait) => {}
        }
    }
}
