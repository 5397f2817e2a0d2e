//! Moments, as the database keeps them.

use serde::{Deserialize, Serialize};

/// A moment in microseconds since 1970-01-01T00:00:00Z. Zones and words are the screens' business.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(i64);

impl Timestamp {
    /// From microseconds UTC.
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// In microseconds UTC.
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// Whole days since 1970, UTC.
    pub const fn day(self) -> i64 {
        self.0.div_euclid(24 * 60 * 60 * 1_000_000)
    }

    /// So many seconds later; before, when they are negative.
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1_000_000)))
    }
}

/// Where the present comes from. The server reads the machine's clock; tests freeze it.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> Timestamp;
}
