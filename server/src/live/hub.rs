//! All rooms of this server, and who comes and goes.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::extract::ws::Utf8Bytes;
use domain::id::{MemberId, SittingId};
use domain::live::{Audience, Count, ToBrowser};
use domain::time::Clock;
use storage::Storage;
use tokio::sync::watch;
use tokio::time::timeout;

use super::room::{Outside, Room, encode};
use super::stage::{Stage, Trouble};
use super::wait::{Machine, Wait};

/// Sockets at one time. A phone's fits into 40 kB.
const MOST: usize = 25_000;
/// Of these, of people who aren't signed in: screens, and whoever follows a public sitting from afar.
const MOST_ANONYMOUS: usize = 2_000;
/// How long sockets may take to hear that the server stops.
const FAREWELL: Duration = Duration::from_secs(8);
/// How long somebody without a socket waits for a scene that is being read for the first time.
const FIRST_SCENE: Duration = Duration::from_secs(5);

/// The live side of the server. Cheap to clone.
#[derive(Clone)]
pub struct Live(Arc<Hub>);

struct Hub {
    outside: Outside,
    storage: Storage,
    rooms: Mutex<BTreeMap<SittingId, Arc<Room>>>,
    crowd: watch::Sender<Crowd>,
    stopping: watch::Sender<bool>,
}

/// How many sockets are open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Crowd {
    all: usize,
    anonymous: usize,
}

/// A place in the crowd, given back when it is dropped.
pub(super) struct Place {
    live: Live,
    anonymous: bool,
}

impl Live {
    /// Opens it; nobody is there yet.
    pub fn open(storage: Storage, clock: Arc<dyn Clock>, stage: Arc<dyn Stage>) -> Self {
        Self::open_with(storage, clock, stage, Arc::new(Machine))
    }

    /// The same, with another way to wait.
    pub fn open_with(
        storage: Storage,
        clock: Arc<dyn Clock>,
        stage: Arc<dyn Stage>,
        wait: Arc<dyn Wait>,
    ) -> Self {
        let outside = Outside { stage, clock, wait };
        let (crowd, stopping) = (watch::Sender::default(), watch::Sender::default());
        Self(Arc::new(Hub { outside, storage, rooms: Mutex::default(), crowd, stopping }))
    }

    /// What everybody sees of a sitting changed, and is saved: it is read, rendered once and told to all, and each is told what
    /// concerns them. Returns at once; changes that come together are told together.
    pub fn refresh(&self, sitting: SittingId) {
        if let Some(room) = self.known(sitting) {
            room.refresh();
        }
    }

    /// The same for what concerns one person.
    pub fn refresh_of(&self, sitting: SittingId, member: MemberId) {
        if let Some(room) = self.known(sitting) {
            room.refresh_of(member);
        }
    }

    /// So many have voted, and it is saved.
    pub fn count(&self, sitting: SittingId, count: Count) {
        if let Some(room) = self.known(sitting) {
            room.count(count);
        }
    }

    /// Sessions of somebody ended, or what they may do changed: their sockets that may no more be open close.
    pub fn look_again(&self, member: MemberId) {
        for room in self.0.rooms.lock().unwrap_or_else(PoisonError::into_inner).values() {
            room.people.check(member);
        }
    }

    /// The number of the scene that an audience sees. A page that is read after asking for it shows at least that.
    pub fn number(&self, sitting: SittingId, audience: Audience) -> u64 {
        let scene = |room: Arc<Room>| room.gallery(audience).scene.borrow().as_ref().map(|shown| shown.n);
        self.known(sitting).and_then(scene).unwrap_or_default()
    }

    /// What a socket would be told first, for whom none can reach.
    ///
    /// # Errors
    /// When what concerns them can't be read.
    pub(super) async fn last(
        &self,
        sitting: SittingId,
        audience: Audience,
        member: Option<MemberId>,
        last: u64,
    ) -> Result<Vec<Utf8Bytes>, Trouble> {
        let room = self.room(sitting);
        let gallery = room.gallery(audience);
        let mut scenes = gallery.scene.subscribe();
        let shown = match timeout(FIRST_SCENE, scenes.wait_for(Option::is_some)).await {
            Ok(Ok(shown)) => shown.clone(),
            _ => None,
        };
        let mut told: Vec<_> =
            shown.filter(|shown| shown.n != last).map(|shown| shown.text).into_iter().collect();
        told.extend(gallery.count.borrow().clone());
        if let Some(member) = member {
            let mine = self.0.outside.stage.mine(sitting, vec![member]).await?;
            let facts =
                mine.into_iter().find(|(of, _)| *of == member).map(|(_, facts)| facts).unwrap_or_default();
            told.push(encode(&ToBrowser::Mine { facts }));
        }
        Ok(told)
    }

    /// Tells every socket that the server stops, and waits until they have heard.
    pub async fn finish(&self) {
        self.0.stopping.send_replace(true);
        let mut crowd = self.0.crowd.subscribe();
        let gone = timeout(FAREWELL, crowd.wait_for(|crowd| crowd.all == 0)).await.is_ok();
        if !gone {
            tracing::warn!("some sockets did not hear in time that the server stops");
        }
    }

    /// The room of a sitting that is there, opened by the first who comes.
    pub(super) fn room(&self, sitting: SittingId) -> Arc<Room> {
        let mut rooms = self.0.rooms.lock().unwrap_or_else(PoisonError::into_inner);
        let open = || Room::open(sitting, self.0.outside.clone(), &self.0.stopping.subscribe());
        rooms.entry(sitting).or_insert_with(open).clone()
    }

    fn known(&self, sitting: SittingId) -> Option<Arc<Room>> {
        self.0.rooms.lock().unwrap_or_else(PoisonError::into_inner).get(&sitting).cloned()
    }

    /// A place for one more socket; None when there are too many, or the server stops.
    pub(super) fn place(&self, anonymous: bool) -> Option<Place> {
        let free = self.0.crowd.send_if_modified(|crowd| {
            let free = crowd.all < MOST && (!anonymous || crowd.anonymous < MOST_ANONYMOUS);
            crowd.all += usize::from(free);
            crowd.anonymous += usize::from(free && anonymous);
            free
        });
        let place = free.then(|| Place { live: self.clone(), anonymous });
        place.filter(|_| !*self.0.stopping.borrow())
    }

    pub(super) fn stage(&self) -> &dyn Stage {
        &*self.0.outside.stage
    }

    pub(super) fn storage(&self) -> &Storage {
        &self.0.storage
    }

    pub(super) fn clock(&self) -> &dyn Clock {
        &*self.0.outside.clock
    }

    pub(super) fn wait(&self) -> &dyn Wait {
        &*self.0.outside.wait
    }

    pub(super) fn stopping(&self) -> watch::Receiver<bool> {
        self.0.stopping.subscribe()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.live.0.crowd.send_modify(|crowd| {
            crowd.all -= 1;
            crowd.anonymous -= usize::from(self.anonymous);
        });
    }
}
