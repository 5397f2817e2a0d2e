//! So many in any stretch of time.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;

use domain::time::Timestamp;

/// Keys held before those that are free again are dropped.
const MANY: usize = 100_000;

/// At most `most` within any `seconds`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// How many.
    pub most: usize,
    /// In any stretch of that many seconds.
    pub seconds: i64,
}

/// When each key was last taken, within the limit's stretch.
#[derive(Debug)]
pub struct Window<K> {
    limit: Limit,
    taken: HashMap<K, VecDeque<Timestamp>>,
}

impl<K: Hash + Eq> Window<K> {
    /// Nothing was taken yet.
    pub fn new(limit: Limit) -> Self {
        Self { limit, taken: HashMap::new() }
    }

    /// Takes one for a key.
    ///
    /// # Errors
    /// When the limit is reached: the moment from which one may be taken again.
    pub fn take(&mut self, key: K, now: Timestamp) -> Result<(), Timestamp> {
        let stretch = self.limit.seconds;
        let over = move |at: &Timestamp| at.plus_seconds(stretch) <= now;
        if self.taken.len() >= MANY && !self.taken.contains_key(&key) {
            self.make_room(over);
        }
        let taken = self.taken.entry(key).or_default();
        while taken.front().is_some_and(over) {
            taken.pop_front();
        }
        match taken.front() {
            Some(first) if taken.len() >= self.limit.most => Err(first.plus_seconds(stretch)),
            _ => {
                taken.push_back(now);
                Ok(())
            }
        }
    }

    /// Drops keys that are free again. Where a flood leaves none, all are forgiven rather than everybody refused.
    fn make_room(&mut self, over: impl Fn(&Timestamp) -> bool) {
        self.taken.retain(|_, taken| !taken.back().is_none_or(&over));
        if self.taken.len() >= MANY {
            self.taken.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_micros(seconds * 1_000_000)
    }

    proptest! {
        /// Whatever comes when, no stretch holds more than the limit, nothing under it is refused, and what is refused is
        /// taken at the moment that was said.
        #[test]
        fn no_stretch_holds_more(most in 1_usize..6, gaps in prop::collection::vec(0_i64..40, 1..80)) {
            let mut window = Window::new(Limit { most, seconds: 60 });
            let (mut now, mut taken) = (0, Vec::<i64>::new());
            for (rank, gap) in gaps.into_iter().enumerate() {
                now += gap;
                let within = taken.iter().filter(|then| **then + 60 > now).count();
                match window.take(0, at(now)) {
                    Ok(()) => { prop_assert!(within < most); taken.push(now); }
                    Err(again) => {
                        prop_assert_eq!(within, most);
                        prop_assert!(again > at(now));
                        let held = taken.iter().filter(|then| at(**then + 60) > again).count();
                        prop_assert!(held < most, "free at the moment said");
                    }
                }
                prop_assert!(window.take(rank + 1, at(now)).is_ok(), "keys count apart");
            }
        }
    }

    #[test]
    fn a_flood_of_keys_is_held_in_bounds() {
        let mut window = Window::new(Limit { most: 1, seconds: 60 });
        for key in 0..2 * MANY + 10 {
            let _ = window.take(key, at(0));
            assert!(window.taken.len() <= MANY);
        }
        assert!(window.take(usize::MAX, at(0)).is_ok());
        assert!(window.take(usize::MAX, at(59)).is_err());
        assert!(window.take(usize::MAX, at(60)).is_ok());
    }
}
