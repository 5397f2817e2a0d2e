//! How much comes and goes: what a browser may say, how long it may be silent, how often all are told something.

use std::time::Duration;

use tokio::time::Instant;

/// Messages that one socket may say in a second. People click; scripts that run wild don't stop.
const MOST_A_SECOND: u32 = 20;
/// Between two beats.
pub(super) const BEAT: Duration = Duration::from_secs(20);
/// Beats that may stay without an answer.
const MISSED: u8 = 2;
/// Between two scenes or counts, however few listen: the eye follows no more than ten a second.
const LEAST_APART: Duration = Duration::from_millis(100);
/// Messages that one room sends in a second to each audience, about: two cores have ballots to write meanwhile.
const SENT_A_SECOND: u32 = 5_000;

/// How long to wait after a message to so many before the next.
pub(super) fn apart(listeners: usize) -> Duration {
    let listeners = u32::try_from(listeners).unwrap_or(u32::MAX);
    LEAST_APART.max(Duration::from_secs(1).saturating_mul(listeners) / SENT_A_SECOND)
}

/// What one browser said within the second under way.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pace {
    since: Instant,
    heard: u32,
}

impl Pace {
    pub(super) fn new(now: Instant) -> Self {
        Self { since: now, heard: 0 }
    }

    /// Counts a message; false when there are too many.
    pub(super) fn take(&mut self, now: Instant) -> bool {
        if now.duration_since(self.since) >= Duration::from_secs(1) {
            *self = Self::new(now);
        }
        self.heard += 1;
        self.heard <= MOST_A_SECOND
    }
}

/// Whether a browser is still there.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Pulse {
    unanswered: u8,
}

impl Pulse {
    /// It said something.
    pub(super) fn heard(&mut self) {
        self.unanswered = 0;
    }

    /// Time for a beat; false when it answered none of the last.
    pub(super) fn beat(&mut self) -> bool {
        let there = self.unanswered < MISSED;
        self.unanswered += 1;
        there
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn twenty_a_second_are_heard(gaps in prop::collection::vec(0_u64..400, 1..200)) {
            let begun = Instant::now();
            let mut pace = Pace::new(begun);
            let (mut at, mut heard) = (0, Vec::new());
            for gap in gaps {
                at += gap;
                if pace.take(begun + Duration::from_millis(at)) {
                    heard.push(at);
                } else {
                    let close = heard.iter().filter(|then| **then + 1_000 > at).count();
                    prop_assert!(close >= MOST_A_SECOND as usize, "nothing under it is refused");
                }
                let close = heard.iter().filter(|then| **then + 1_000 > at).count();
                prop_assert!(close <= 2 * MOST_A_SECOND as usize);
            }
        }
    }

    #[test]
    fn two_beats_may_stay_unanswered() {
        let mut pulse = Pulse::default();
        assert!(pulse.beat() && pulse.beat());
        pulse.heard();
        assert!(pulse.beat() && pulse.beat() && !pulse.beat());
    }

    #[test]
    fn a_room_is_told_ten_times_a_second_at_most_and_a_crowd_less() {
        assert_eq!(apart(0), LEAST_APART);
        assert_eq!(apart(500), LEAST_APART);
        assert_eq!(apart(10_000), Duration::from_secs(2));
        assert!(apart(usize::MAX) > Duration::from_secs(60));
    }
}
