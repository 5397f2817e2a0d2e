//! The life of a letter: queued → sent, or deferred and tried again, or refused; a letter sent may come back.

use serde::{Deserialize, Serialize};

use super::{Cause, Setback};
use crate::time::Timestamp;

/// Where a letter stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LetterState {
    /// It waits for its first attempt.
    Queued,
    /// It is tried again from that moment on.
    Deferred {
        /// Not before.
        until: Timestamp,
        /// How often it was tried and counted.
        attempts: u32,
        /// What stood in its way the last time.
        why: Setback,
    },
    /// Our server took it. Whether it was read is not known, nor asked.
    Sent {
        /// When.
        at: Timestamp,
    },
    /// A server refuses it for good, or it was tried for days in vain: it isn't tried again.
    Refused {
        /// When.
        at: Timestamp,
        /// What was answered.
        why: Setback,
    },
    /// It was taken, then came back.
    Bounced {
        /// When we read that.
        at: Timestamp,
        /// What was answered.
        why: Setback,
    },
}

/// What an attempt came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Our server took it.
    Taken,
    /// Not now.
    Later(Setback),
    /// Not ever.
    Never(Setback),
}

/// How long to wait after each attempt in vain, in minutes. After the last one it is given up, five days later: what
/// RFC 5321, section 4.5.4.1, asks of whoever sends.
const DELAYS: [i64; 12] = [2, 10, 30, 60, 120, 240, 480, 720, 1440, 1440, 1440, 1440];
/// How long to wait while our own settings are wrong, in minutes. Such attempts aren't counted: the fault isn't the letter's.
const UNTIL_MENDED: i64 = 10;

impl LetterState {
    /// Where a letter stands that was tried and counted `attempts` times before, and now came to `outcome`.
    pub fn after(attempts: u32, outcome: Outcome, now: Timestamp) -> Self {
        let in_minutes = |minutes: i64| Timestamp::from_micros(now.micros() + minutes * 60_000_000);
        let delay = |attempts: u32| DELAYS.get(usize::try_from(attempts).ok()?).copied();
        match outcome {
            Outcome::Taken => Self::Sent { at: now },
            Outcome::Never(why) => Self::Refused { at: now, why },
            Outcome::Later(why) if why.cause == Cause::Settings => {
                Self::Deferred { until: in_minutes(UNTIL_MENDED), attempts, why }
            }
            Outcome::Later(why) => match delay(attempts) {
                Some(minutes) => Self::Deferred { until: in_minutes(minutes), attempts: attempts + 1, why },
                None => Self::Refused { at: now, why },
            },
        }
    }

    /// What stands in its way, if something does.
    pub const fn why(&self) -> Option<&Setback> {
        match self {
            Self::Queued | Self::Sent { .. } => None,
            Self::Deferred { why, .. } | Self::Refused { why, .. } | Self::Bounced { why, .. } => Some(why),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn why(cause: Cause) -> Setback {
        Setback { cause, answer: String::new() }
    }

    #[test]
    fn a_letter_is_given_up_after_five_days_of_growing_delays() {
        let (mut now, mut attempts, mut last) = (Timestamp::from_micros(0), 0, 0);
        loop {
            match LetterState::after(attempts, Outcome::Later(why(Cause::Busy)), now) {
                LetterState::Deferred { until, attempts: counted, .. } => {
                    let delay = until.micros() - now.micros();
                    assert!(delay >= last && counted == attempts + 1);
                    (now, attempts, last) = (until, counted, delay);
                }
                LetterState::Refused { at, .. } => {
                    let days = at.micros() / (24 * 60 * 60_000_000);
                    assert_eq!((days, attempts), (5, 12));
                    return;
                }
                other => panic!("{other:?}"),
            }
        }
    }

    proptest! {
        #[test]
        fn a_fault_of_ours_is_never_held_against_a_letter(attempts: u32) {
            let now = Timestamp::from_micros(7);
            let state = LetterState::after(attempts, Outcome::Later(why(Cause::Settings)), now);
            let kept = matches!(state, LetterState::Deferred { attempts: kept, until, .. } if kept == attempts && until > now);
            prop_assert!(kept);
        }
    }
}
