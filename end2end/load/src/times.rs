//! How long things took.

use std::time::Duration;

use serde::Serialize;

/// Times that were measured.
#[derive(Clone, Debug, Default)]
pub(crate) struct Times(Vec<Duration>);

/// What is told of them, in milliseconds. Each but the count is a time that was measured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Summary {
    pub(crate) count: usize,
    pub(crate) p50: f64,
    pub(crate) p95: f64,
    pub(crate) p99: f64,
    pub(crate) max: f64,
}

impl Times {
    pub(crate) fn add(&mut self, time: Duration) {
        self.0.push(time);
    }

    pub(crate) fn append(&mut self, mut other: Self) {
        self.0.append(&mut other.0);
    }

    pub(crate) fn summary(&self) -> Summary {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        // The smallest time that so many in a hundred don't exceed.
        let rank = |percent: usize| {
            let at = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
            let time = sorted.get(at).copied().unwrap_or_default();
            (time.as_secs_f64() * 1e4).round() / 10.0
        };
        Summary { count: sorted.len(), p50: rank(50), p95: rank(95), p99: rank(99), max: rank(100) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_times_that_were_measured() {
        let times = Times((1..=20).rev().map(Duration::from_millis).collect());
        let told = Summary { count: 20, p50: 10.0, p95: 19.0, p99: 20.0, max: 20.0 };
        assert_eq!(times.summary(), told);
        assert_eq!(Times::default().summary(), Summary::default());
    }
}
