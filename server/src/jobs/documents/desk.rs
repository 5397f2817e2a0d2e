//! Where pages order the PDF of a draft: made once for each draft, kept in the database, never on the request path.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use domain::congress::Congress;
use domain::id::MotionId;
use domain::time::Clock;
use sha2::{Digest, Sha256};
use storage::{Document, Storage, StorageError};
use tokio::sync::{Mutex as AsyncMutex, mpsc, watch};
use tokio::task::JoinHandle;

use super::{RenderError, render_motion};
use crate::jobs::import::hex;

/// Where an order stands.
#[derive(Debug)]
pub enum Status {
    /// Here it is.
    Ready(Vec<u8>),
    /// It is being made, or waits for its turn.
    UnderWay,
    /// There is no draft to make it from.
    NoMotion,
    /// It could not be made; the log says why. The next order tries again.
    Failed,
}

/// What tells one document from another: the draft, and how many contributions its figures count.
type Key = (MotionId, String);

struct Order {
    key: Key,
    congress: Congress,
}

/// Takes orders one after the other. Cheap to clone.
#[derive(Clone)]
pub struct Desk(Arc<Inner>);

struct Inner {
    storage: Storage,
    orders: mpsc::UnboundedSender<Order>,
    under_way: Mutex<BTreeMap<Key, bool>>,
    stop: watch::Sender<bool>,
    worker: AsyncMutex<Option<JoinHandle<()>>>,
}

impl Desk {
    /// Opens the desk; must be called within a tokio runtime.
    pub fn open(storage: Storage, clock: Arc<dyn Clock>, public_url: &str) -> Self {
        let (orders, queue) = mpsc::unbounded_channel();
        let (stop, stopped) = watch::channel(false);
        let inner =
            Inner { storage, orders, under_way: Mutex::default(), stop, worker: AsyncMutex::default() };
        let desk = Self(Arc::new(inner));
        let worker = desk.clone().work(queue, stopped, clock, public_url.to_owned());
        let handle = tokio::spawn(worker);
        if let Ok(mut slot) = desk.0.worker.try_lock() {
            *slot = Some(handle);
        }
        desk
    }

    /// The PDF of the draft shown: at once if it was made, else it is ordered.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn motion_pdf(&self, congress: &Congress) -> Result<Status, StorageError> {
        let mut reading = self.0.storage.read().await?;
        let (Some(motion), Some(page)) =
            (reading.motion_id(congress.id).await?, reading.motion_page(congress.id).await?)
        else {
            return Ok(Status::NoMotion);
        };
        let key = (motion, format!("pdf:{}", page.figures.contributions));
        if let Some(document) = reading.document(key.0, &key.1).await? {
            return Ok(Status::Ready(document.bytes));
        }
        Ok(self.order(key, congress))
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
                // The worker lives as long as the desk; once stopped, nobody is left to wait for the answer.
                let _ = self.0.orders.send(Order { key, congress: congress.clone() });
                Status::UnderWay
            }
        }
    }

    async fn work(
        self,
        mut queue: mpsc::UnboundedReceiver<Order>,
        mut stopped: watch::Receiver<bool>,
        clock: Arc<dyn Clock>,
        public_url: String,
    ) {
        loop {
            let order = tokio::select! {
                biased;
                _ = stopped.wait_for(|stopped| *stopped) => return,
                order = queue.recv() => order,
            };
            let Some(order) = order else { return };
            let made = self.make(&order, clock.as_ref(), &public_url).await;
            let mut under_way = self.0.under_way.lock().unwrap_or_else(PoisonError::into_inner);
            match made {
                Ok(()) => drop(under_way.remove(&order.key)),
                Err(error) => {
                    tracing::error!(error = &error as &dyn std::error::Error, "a document could not be made");
                    under_way.insert(order.key, true);
                }
            }
        }
    }

    async fn make(&self, order: &Order, clock: &dyn Clock, public_url: &str) -> Result<(), RenderError> {
        let bytes = render_motion(&self.0.storage, &order.congress, public_url).await?;
        let sha256 = hex(&Sha256::digest(&bytes));
        let (motion, format) = order.key.clone();
        let document = Document { motion, format, sha256, bytes, made_at: clock.now() };
        let mut work = self.0.storage.write().await?;
        work.keep_document(order.congress.id, &document).await?;
        Ok(work.save().await?)
    }

    /// Finishes the document in hand; those that wait are ordered again by whoever asks next.
    pub async fn finish(&self) {
        let _ = self.0.stop.send(true);
        if let Some(worker) = self.0.worker.lock().await.take() {
            let _ = worker.await;
        }
    }
}
