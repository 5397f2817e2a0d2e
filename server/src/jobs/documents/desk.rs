//! Where pages order files: each made once for each state of the congress, kept in the database, never on the request path.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use domain::congress::Congress;
use domain::id::CongressId;
use domain::time::Clock;
use domain::wording::VersionFile;
use sha2::{Digest, Sha256};
use storage::{Document, Edition, Reading, Storage, StorageError};
use tokio::sync::{Mutex as AsyncMutex, mpsc, watch};
use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout_at};

use super::{File, RenderError, render_from};
use crate::jobs::import::hex;

/// Where an order stands.
#[derive(Debug)]
pub enum Status {
    /// Here it is.
    Ready(Vec<u8>),
    /// It is being made, or waits for its turn.
    UnderWay,
    /// There is nothing to make it from: no draft, or no themes.
    Absent,
    /// It could not be made; the log says why. The next order tries again.
    Failed,
}

/// What tells one file from another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    congress: CongressId,
    file: File,
    edition: Edition,
}

struct Order {
    key: Key,
    congress: Congress,
}

/// Takes orders one after the other, documents and tables each on their own: a table doesn't wait for a PDF. Cheap to clone.
#[derive(Clone)]
pub struct Desk(Arc<Inner>);

struct Inner {
    storage: Storage,
    clock: Arc<dyn Clock>,
    public_url: String,
    documents: mpsc::UnboundedSender<Order>,
    tables: mpsc::UnboundedSender<Order>,
    /// Orders that aren't answered yet; true: failed, and nobody was told.
    under_way: Mutex<BTreeMap<Key, bool>>,
    /// Changes whenever an order was answered.
    answered: watch::Sender<()>,
    stop: watch::Sender<bool>,
    workers: AsyncMutex<Vec<JoinHandle<()>>>,
}

impl Desk {
    /// Opens the desk; must be called within a tokio runtime.
    pub fn open(storage: Storage, clock: Arc<dyn Clock>, public_url: &str) -> Self {
        let (documents, queue_of_documents) = mpsc::unbounded_channel();
        let (tables, queue_of_tables) = mpsc::unbounded_channel();
        let (stop, stopped) = watch::channel(false);
        let desk = Self(Arc::new(Inner {
            storage,
            clock,
            public_url: public_url.to_owned(),
            documents,
            tables,
            under_way: Mutex::default(),
            answered: watch::Sender::default(),
            stop,
            workers: AsyncMutex::default(),
        }));
        let work = |queue| tokio::spawn(desk.clone().work(queue, stopped.clone()));
        let workers = [queue_of_documents, queue_of_tables].map(work);
        if let Ok(mut slot) = desk.0.workers.try_lock() {
            slot.extend(workers);
        }
        desk
    }

    /// The PDF of the draft shown: at once if it was made, else it is ordered.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn motion_pdf(&self, congress: &Congress) -> Result<Status, StorageError> {
        self.file(congress, File::MotionPdf).await
    }

    /// A file of the congress as it is now: at once if it was made, else it is ordered.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn file(&self, congress: &Congress, file: File) -> Result<Status, StorageError> {
        let mut reading = self.0.storage.read().await?;
        let key = Key { congress: congress.id, file, edition: reading.edition(congress.id).await? };
        if file == File::MotionPdf && key.edition.motion.is_none() {
            return Ok(Status::Absent);
        }
        if let Some(bytes) = self.kept(&mut reading, &key).await? {
            return Ok(Status::Ready(bytes));
        }
        if let File::Version(of) = file
            && !has_versions(&mut reading, congress.id, of).await?
        {
            return Ok(Status::Absent);
        }
        if file.is_picture() && reading.tree_page(congress.id).await?.is_none() {
            return Ok(Status::Absent);
        }
        Ok(self.order(key, congress))
    }

    /// The same, waiting a little for what is made quickly.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn file_within(
        &self,
        congress: &Congress,
        file: File,
        patience: Duration,
    ) -> Result<Status, StorageError> {
        let until = Instant::now() + patience;
        let mut answered = self.0.answered.subscribe();
        loop {
            match self.file(congress, file).await? {
                Status::UnderWay if timeout_at(until, answered.changed()).await.is_ok() => {}
                status => return Ok(status),
            }
        }
    }

    fn order(&self, key: Key, congress: &Congress) -> Status {
        let mut under_way = self.0.under_way.lock().unwrap_or_else(PoisonError::into_inner);
        match under_way.get(&key) {
            Some(true) => {
                under_way.remove(&key);
                Status::Failed
            }
            Some(false) => Status::UnderWay,
            None => {
                under_way.insert(key.clone(), false);
                let queue = if key.file.takes_long() { &self.0.documents } else { &self.0.tables };
                // The worker lives as long as the desk; once stopped, nobody is left to wait for the answer.
                let _ = queue.send(Order { key, congress: congress.clone() });
                Status::UnderWay
            }
        }
    }

    async fn work(self, mut queue: mpsc::UnboundedReceiver<Order>, mut stopped: watch::Receiver<bool>) {
        loop {
            let order = tokio::select! {
                biased;
                _ = stopped.wait_for(|stopped| *stopped) => return,
                order = queue.recv() => order,
            };
            let Some(order) = order else { return };
            let made = self.make(&order).await;
            let mut under_way = self.0.under_way.lock().unwrap_or_else(PoisonError::into_inner);
            match made {
                Ok(()) => drop(under_way.remove(&order.key)),
                Err(error) => {
                    tracing::error!(error = &error as &dyn std::error::Error, "a file could not be made");
                    under_way.insert(order.key, true);
                }
            }
            self.0.answered.send_replace(());
        }
    }

    /// Makes the file from one view of the database, and keeps it as the file of what that view showed: the congress may have
    /// changed since it was ordered, and then whoever asks next orders again.
    async fn make(&self, order: &Order) -> Result<(), RenderError> {
        let Inner { storage, clock, public_url, .. } = &*self.0;
        let mut reading = storage.read().await?;
        let key = Key { edition: reading.edition(order.congress.id).await?, ..order.key.clone() };
        let bytes = render_from(reading, &order.congress, key.file, public_url).await?;
        let made_from = self.made_from(&key);
        let mut work = storage.write().await?;
        if work.edition(key.congress).await? != key.edition {
            // It may hold words that were taken back meanwhile.
            return Ok(());
        }
        match (key.file, key.edition.motion) {
            (File::MotionPdf, Some(motion)) => {
                let sha256 = hex(&Sha256::digest(&bytes));
                let document = Document { motion, format: made_from, sha256, bytes, made_at: clock.now() };
                work.keep_document(key.congress, &document).await?;
            }
            (file, _) => {
                work.keep_open_data(key.congress, &file.name(), &made_from, &bytes, clock.now()).await?;
            }
        }
        Ok(work.save().await?)
    }

    async fn kept(&self, reading: &mut Reading, key: &Key) -> Result<Option<Vec<u8>>, StorageError> {
        let made_from = self.made_from(key);
        match (key.file, key.edition.motion) {
            (File::MotionPdf, Some(motion)) => {
                Ok(reading.document(motion, &made_from).await?.map(|document| document.bytes))
            }
            (file, _) => reading.open_data(key.congress, &file.name(), &made_from).await,
        }
    }

    /// Everything that bytes depend on: the state of the congress, this program, and the address that links begin with.
    fn made_from(&self, key: &Key) -> String {
        let Edition { contributions, revision, run, motion } = key.edition;
        let told = format!(
            "{} {contributions} {revision} {run:?} {motion:?} {}",
            env!("CARGO_PKG_VERSION"),
            self.0.public_url
        );
        format!("{}:{}", key.file.name(), hex(&Sha256::digest(told)))
    }

    /// Finishes what is in hand; orders that wait are made again by whoever asks next.
    pub async fn finish(&self) {
        let _ = self.0.stop.send(true);
        for worker in std::mem::take(&mut *self.0.workers.lock().await) {
            let _ = worker.await;
        }
    }
}

/// Whether the versions that a file is made from were published.
async fn has_versions(
    reading: &mut Reading,
    congress: CongressId,
    file: VersionFile,
) -> Result<bool, StorageError> {
    let published = reading.motion_versions(congress).await?;
    let is_there = |number| published.iter().any(|of| of.number == number);
    Ok(is_there(file.version()) && file.since().is_none_or(is_there))
}
