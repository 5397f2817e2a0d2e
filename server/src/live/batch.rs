//! Group commit: what arrives while the last lot is being written is written together.
//!
//! Each is answered after its lot is on disk, never before; a lot that fails is answered as such to all of it, and the next one
//! is tried. Nothing waits for others to come: a lot holds what is there.

use std::sync::Arc;

use tokio::sync::mpsc::error::TrySendError;
use tokio::sync::{Mutex, mpsc, oneshot, watch};
use tokio::task::JoinHandle;

/// What waits to be written: a whole congress that votes within the same second.
const MOST_WAITING: usize = 16_384;
/// What is written together: more gains nothing, and makes the first wait for the last.
const MOST_TOGETHER: usize = 256;

/// Writes a lot as one unit of work.
pub trait Write: Send + Sync + 'static {
    /// What is written.
    type Item: Send + 'static;
    /// What became of it: it was kept, or refused by a rule. Both are answers.
    type Done: Send + 'static;
    /// Why nothing of a lot is on disk, as far as is known.
    type Error: std::error::Error + Send + 'static;

    /// Writes items in the order in which they came, and saves: an answer for each, in that order.
    fn write(
        &self,
        items: Vec<Self::Item>,
    ) -> impl Future<Output = Result<Vec<Self::Done>, Self::Error>> + Send;
}

/// Why something isn't known to be on disk. All of them may be sent again, under the same key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotWritten {
    /// Too much waits already.
    #[error("too much waits to be written")]
    Busy,
    /// Writing its lot failed; the log says why.
    #[error("it could not be written")]
    Failed,
    /// The server stops.
    #[error("the server stops")]
    Stopping,
}

/// Where things are handed in to be written together. Cheap to clone.
pub struct Batch<W: Write> {
    queue: mpsc::Sender<Waiting<W>>,
    stop: watch::Sender<bool>,
    worker: Arc<Mutex<Option<JoinHandle<()>>>>,
}

/// Something that waits, and where its answer goes.
type Waiting<W> = (<W as Write>::Item, oneshot::Sender<Result<<W as Write>::Done, NotWritten>>);

impl<W: Write> Clone for Batch<W> {
    fn clone(&self) -> Self {
        Self { queue: self.queue.clone(), stop: self.stop.clone(), worker: self.worker.clone() }
    }
}

impl<W: Write> Batch<W> {
    /// Opens it; must be called within a tokio runtime.
    pub fn open(writer: W) -> Self {
        Self::with_room_for(MOST_WAITING, writer)
    }

    fn with_room_for(most: usize, writer: W) -> Self {
        let (queue, waiting) = mpsc::channel(most);
        let (stop, stopped) = watch::channel(false);
        let worker = tokio::spawn(work(Arc::new(writer), waiting, stopped));
        Self { queue, stop, worker: Arc::new(Mutex::new(Some(worker))) }
    }

    /// Hands something in, and waits until it is on disk. Whoever stops waiting doesn't take it back.
    ///
    /// # Errors
    /// When it isn't known to be there.
    pub async fn write(&self, item: W::Item) -> Result<W::Done, NotWritten> {
        let (answer, answered) = oneshot::channel();
        match self.queue.try_send((item, answer)) {
            Ok(()) => answered.await.unwrap_or(Err(NotWritten::Failed)),
            Err(TrySendError::Full(_)) => Err(NotWritten::Busy),
            Err(TrySendError::Closed(_)) => Err(NotWritten::Stopping),
        }
    }

    /// Takes nothing more, and waits until all that was handed in is answered.
    pub async fn finish(&self) {
        self.stop.send_replace(true);
        if let Some(worker) = self.worker.lock().await.take()
            && let Err(error) = worker.await
        {
            tracing::error!(error = &error as &dyn std::error::Error, "what writes ballots broke off");
        }
    }
}

async fn work<W: Write>(
    writer: Arc<W>,
    mut queue: mpsc::Receiver<Waiting<W>>,
    mut stopped: watch::Receiver<bool>,
) {
    let mut together = Vec::with_capacity(MOST_TOGETHER);
    loop {
        let told = async {
            // Once all who could hand something in are gone, the queue says so by itself.
            if stopped.wait_for(|stopped| *stopped).await.is_err() {
                std::future::pending::<()>().await;
            }
        };
        tokio::select! {
            arrived = queue.recv_many(&mut together, MOST_TOGETHER) => if arrived == 0 { return },
            () = told => break,
        }
        write(&writer, &mut together).await;
    }
    queue.close();
    while queue.recv_many(&mut together, MOST_TOGETHER).await > 0 {
        write(&writer, &mut together).await;
    }
}

/// Writes a lot, and answers each of it.
async fn write<W: Write>(writer: &Arc<W>, together: &mut Vec<Waiting<W>>) {
    let (items, waiters): (Vec<_>, Vec<_>) = together.drain(..).unzip();
    let count = items.len();
    let writer = writer.clone();
    // A task of its own: one that panics is a lot that failed.
    let written = tokio::spawn(async move { writer.write(items).await }).await;
    let done = match written {
        Ok(Ok(done)) if done.len() == count => done,
        Ok(Ok(done)) => return failed(count, &format!("{} answers", done.len())),
        Ok(Err(error)) => return failed(count, &chain(&error)),
        Err(error) => return failed(count, &error.to_string()),
    };
    for (waiter, done) in waiters.into_iter().zip(done) {
        // Whoever went away comes back with the same key.
        let _ = waiter.send(Ok(done));
    }
}

/// Waiters are dropped, which tells them.
fn failed(count: usize, why: &str) {
    tracing::error!(count, why, "a lot could not be written: nothing of it is acknowledged");
}

fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

#[cfg(test)]
mod tests;
