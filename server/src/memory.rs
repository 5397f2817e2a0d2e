//! What is worth keeping in memory between two requests: the maps, the marks of corpora and the placers of the runs
//! last looked at.
//!
//! Derived from the database and keyed by what it is derived from, so that nothing here is ever stale.

use std::sync::{Arc, Mutex, PoisonError};

use domain::id::{AnalysisId, CongressId};
use storage::{Edition, ShownRun};

use crate::pages::guess::RunPlacer;
use crate::pages::map::Mapped;

/// Runs kept of each: the congresses of one server that are read at the same time.
const MOST: usize = 4;

/// Keys and their values, the last asked for at the end.
type Kept<K, V> = Vec<(K, Arc<V>)>;

/// The last few values made, each by its key. Cheap to clone.
#[derive(Debug)]
pub struct Few<K, V>(Arc<Mutex<Kept<K, V>>>);

impl<K, V> Clone for Few<K, V> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<K, V> Default for Few<K, V> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<K: PartialEq, V> Few<K, V> {
    /// The value of that key, if it is one of the last.
    pub fn get(&self, key: &K) -> Option<Arc<V>> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let at = kept.iter().position(|(known, _)| known == key)?;
        let found = kept.remove(at);
        let value = Arc::clone(&found.1);
        kept.push(found);
        Some(value)
    }

    /// Keeps a value, in the place of the one that nobody asked for the longest.
    pub fn put(&self, key: K, value: V) -> Arc<V> {
        let value = Arc::new(value);
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|(known, _)| *known != key);
        if kept.len() == MOST {
            kept.remove(0);
        }
        kept.push((key, Arc::clone(&value)));
        value
    }
}

/// All that is kept, and what keeps two from doing at once what takes the machine's memory.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    /// Maps, by congress and by the state of what its run shows.
    pub maps: Few<(CongressId, ShownRun), Mapped>,
    /// Marks of corpora ([`corpus_hash`](crate::jobs::analyse::corpus_hash)), by congress and by its state.
    pub corpora: Few<(CongressId, Edition), String>,
    /// What places new contributions, by run.
    pub placers: Few<AnalysisId, RunPlacer>,
    /// Held while a file that staff sent is read: a workbook unfolds to half a gigabyte.
    pub file: Arc<tokio::sync::Mutex<()>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_asked_stay() {
        let few = Few::default();
        (0..MOST).for_each(|n| drop(few.put(n, n)));
        assert!(few.get(&0).is_some());
        few.put(9, 9);
        assert!(few.get(&0).is_some() && few.get(&1).is_none() && few.get(&9).is_some());
    }
}
