//! One sitting: what was shown last, and to whom it is told.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::extract::ws::Utf8Bytes;
use domain::id::{MemberId, SittingId};
use domain::live::{Audience, Count, Facts, ToBrowser};
use domain::time::Clock;
use tokio::sync::{Notify, watch};

use super::pace::apart;
use super::people::{Own, People};
use super::stage::{Scenes, Stage, Trouble};
use super::wait::Wait;

/// How soon what could not be read is read again.
const AGAIN: Duration = Duration::from_secs(1);

/// A scene as it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shown {
    /// Its number.
    pub(super) n: u64,
    html: String,
    /// The whole message.
    pub(super) text: Utf8Bytes,
}

/// What one audience is told.
#[derive(Debug, Default)]
pub(super) struct Gallery {
    pub(super) scene: watch::Sender<Option<Shown>>,
    pub(super) count: watch::Sender<Option<Utf8Bytes>>,
}

/// One sitting.
pub(super) struct Room {
    sitting: SittingId,
    phones: Gallery,
    screens: Gallery,
    desks: Gallery,
    pub(super) people: People,
    /// As it comes; galleries get it as often as they can bear.
    count: watch::Sender<Option<Count>>,
    /// Scenes are to be rendered anew.
    stale: AtomicBool,
    /// Something is to be read.
    work: Notify,
}

/// What a room needs of the outside.
#[derive(Clone)]
pub(super) struct Outside {
    pub(super) stage: Arc<dyn Stage>,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) wait: Arc<dyn Wait>,
}

/// A message as it is sent.
pub(super) fn encode(message: &ToBrowser) -> Utf8Bytes {
    // Texts and numbers: nothing that JSON can't hold.
    serde_json::to_string(message).unwrap_or_default().into()
}

impl Room {
    /// Opens it, and begins to read. It works until `stopped` says so, or nobody could say so any more.
    pub(super) fn open(sitting: SittingId, outside: Outside, stopped: &watch::Receiver<bool>) -> Arc<Self> {
        let room = Arc::new(Self {
            sitting,
            phones: Gallery::default(),
            screens: Gallery::default(),
            desks: Gallery::default(),
            people: People::default(),
            count: watch::Sender::default(),
            stale: AtomicBool::new(true),
            work: Notify::new(),
        });
        room.work.notify_one();
        for &audience in Audience::ALL {
            tokio::spawn(until(stopped.clone(), room.clone().pass_counts(audience, outside.wait.clone())));
        }
        tokio::spawn(until(stopped.clone(), room.clone().read(outside)));
        room
    }

    /// What that audience is told.
    pub(super) fn gallery(&self, audience: Audience) -> &Gallery {
        match audience {
            Audience::Phone => &self.phones,
            Audience::Screen => &self.screens,
            Audience::Desk => &self.desks,
        }
    }

    /// What everybody sees changed, and with it what concerns each.
    pub(super) fn refresh(&self) {
        self.stale.store(true, Ordering::Release);
        self.work.notify_one();
    }

    /// Somebody comes, by one more socket: what concerns them is read.
    pub(super) fn join(&self, member: MemberId) -> watch::Receiver<Own> {
        let own = self.people.join(member);
        self.work.notify_one();
        own
    }

    /// What concerns one person changed.
    pub(super) fn refresh_of(&self, member: MemberId) {
        if self.people.ask(member) {
            self.work.notify_one();
        }
    }

    /// So many have voted. A smaller count of the same poll comes late, and is dropped.
    pub(super) fn count(&self, count: Count) {
        self.count.send_if_modified(|last| {
            let news = last.as_ref().is_none_or(|last| count.replaces(last));
            if news {
                *last = Some(count);
            }
            news
        });
    }

    /// Reads what is to be read, as often as those who listen can bear.
    async fn read(self: Arc<Self>, outside: Outside) {
        loop {
            self.work.notified().await;
            let stale = self.stale.swap(false, Ordering::AcqRel);
            let pause = match self.read_once(stale, &outside).await {
                Ok(()) if stale => apart(self.phones.scene.receiver_count()),
                Ok(()) => apart(0),
                Err(error) => {
                    let (sitting, error) = (self.sitting, error.as_ref());
                    tracing::error!(%sitting, error = error as &dyn std::error::Error, "the room can't be read");
                    self.refresh();
                    AGAIN
                }
            };
            outside.wait.wait(pause).await;
        }
    }

    async fn read_once(&self, stale: bool, outside: &Outside) -> Result<(), Trouble> {
        if stale {
            let Scenes { phone, screen, desk } = outside.stage.scenes(self.sitting).await?;
            let first = u64::try_from(outside.clock.now().micros()).unwrap_or_default();
            for (gallery, html) in [(&self.phones, phone), (&self.screens, screen), (&self.desks, desk)] {
                gallery.show(html, first);
            }
            self.people.ask_all();
        }
        let asked = self.people.take_asked();
        if asked.is_empty() {
            return Ok(());
        }
        let known = outside.stage.mine(self.sitting, asked.clone()).await?;
        let mut known: std::collections::BTreeMap<MemberId, Facts> = known.into_iter().collect();
        for member in asked {
            let facts = known.remove(&member).unwrap_or_default();
            self.people.tell(member, encode(&ToBrowser::Mine { facts }));
        }
        Ok(())
    }

    /// Gives counts to one audience: the first at once, the last always, of those between as many as they can bear.
    async fn pass_counts(self: Arc<Self>, audience: Audience, wait: Arc<dyn Wait>) {
        let (mut counts, out) = (self.count.subscribe(), &self.gallery(audience).count);
        while counts.changed().await.is_ok() {
            let count = counts.borrow_and_update().clone();
            out.send_replace(count.map(|count| encode(&ToBrowser::Count(count))));
            wait.wait(apart(out.receiver_count())).await;
        }
    }
}

impl Gallery {
    /// Shows a scene, if it isn't the one that is shown. Numbers begin with the hour in microseconds, so that those after a
    /// restart of the server are none of those before.
    fn show(&self, html: String, first: u64) {
        self.scene.send_if_modified(|shown| {
            if shown.as_ref().is_some_and(|shown| shown.html == html) {
                return false;
            }
            let n = shown.as_ref().map_or(first, |shown| first.max(shown.n + 1));
            let text = encode(&ToBrowser::Scene { n, html: html.clone() });
            *shown = Some(Shown { n, html, text });
            true
        });
    }
}

/// Works until told to stop.
async fn until(mut stopped: watch::Receiver<bool>, work: impl Future<Output = ()>) {
    let told = async {
        let _ = stopped.wait_for(|stopped| *stopped).await;
    };
    tokio::select! {
        () = work => {}
        () = told => {}
    }
}
