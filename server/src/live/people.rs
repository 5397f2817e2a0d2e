//! Those who follow a sitting, and what concerns each of them.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::extract::ws::Utf8Bytes;
use domain::id::MemberId;
use tokio::sync::watch;

/// What the sockets of one person are told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Own {
    /// What concerns them, as it is sent; None until it was read.
    pub(super) mine: Option<Utf8Bytes>,
    /// Grows when their sessions must be looked at again.
    pub(super) checks: u64,
}

/// All of one room.
#[derive(Debug, Default)]
pub(super) struct People(Mutex<Inner>);

#[derive(Debug, Default)]
struct Inner {
    here: BTreeMap<MemberId, watch::Sender<Own>>,
    /// Whose facts must be read.
    asked: BTreeSet<MemberId>,
}

impl People {
    /// Somebody comes, by one more socket.
    pub(super) fn join(&self, member: MemberId) -> watch::Receiver<Own> {
        let mut inner = self.lock();
        inner.asked.insert(member);
        let mut own = inner.here.entry(member).or_default().subscribe();
        // What another of their sockets was told already is told here too.
        own.mark_changed();
        own
    }

    /// One of their sockets is gone.
    pub(super) fn leave(&self, member: MemberId) {
        if let Entry::Occupied(own) = self.lock().here.entry(member)
            && own.get().receiver_count() == 0
        {
            own.remove();
        }
    }

    /// What concerns somebody changed: true when they are here.
    pub(super) fn ask(&self, member: MemberId) -> bool {
        let mut inner = self.lock();
        let here = inner.here.contains_key(&member);
        if here {
            inner.asked.insert(member);
        }
        here
    }

    /// What concerns everybody may have changed.
    pub(super) fn ask_all(&self) {
        let mut inner = self.lock();
        inner.asked = inner.here.keys().copied().collect();
    }

    /// Whose facts are to be read now.
    pub(super) fn take_asked(&self) -> Vec<MemberId> {
        std::mem::take(&mut self.lock().asked).into_iter().collect()
    }

    /// Tells somebody what concerns them, if it isn't what they were told.
    pub(super) fn tell(&self, member: MemberId, mine: Utf8Bytes) {
        if let Some(own) = self.lock().here.get(&member) {
            own.send_if_modified(|own| {
                let news = own.mine.as_ref() != Some(&mine);
                own.mine = Some(mine);
                news
            });
        }
    }

    /// Has the sessions of somebody looked at again.
    pub(super) fn check(&self, member: MemberId) {
        if let Some(own) = self.lock().here.get(&member) {
            own.send_modify(|own| own.checks += 1);
        }
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(n: u128) -> MemberId {
        uuid::Uuid::from_u128(n).into()
    }

    #[test]
    fn people_are_held_as_long_as_one_of_their_sockets_is_there() {
        let people = People::default();
        let (phone, laptop) = (people.join(member(1)), people.join(member(1)));
        assert_eq!(people.take_asked(), [member(1)]);
        drop(phone);
        people.leave(member(1));
        assert!(people.ask(member(1)), "the laptop is there");
        drop(laptop);
        people.leave(member(1));
        assert!(!people.ask(member(1)));
        people.ask_all();
        assert_eq!(people.take_asked(), []);
    }

    #[test]
    fn nobody_is_told_the_same_twice() {
        let people = People::default();
        let mut own = people.join(member(1));
        people.tell(member(1), "a".into());
        people.tell(member(2), "b".into());
        assert_eq!(own.borrow_and_update().mine.as_deref(), Some("a"));
        people.tell(member(1), "a".into());
        assert!(!own.has_changed().unwrap());
        assert!(people.join(member(1)).has_changed().unwrap(), "but on every device");
        people.check(member(1));
        assert_eq!(own.borrow_and_update().checks, 1);
    }
}
