//! When one may write: the dates of the call, and the grace after it.

use serde::{Deserialize, Serialize};

use crate::congress::{Phase, PhaseKind};
use crate::time::Timestamp;

/// Where the call stands at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Call {
    /// It has no dates.
    Undated,
    /// It has not begun.
    Coming {
        /// When it begins.
        opens: Timestamp,
    },
    /// It goes on.
    Open {
        /// Until when.
        closes: Timestamp,
    },
    /// It closed a moment ago: a text begun before may still be sent.
    Grace {
        /// When it closed.
        closed: Timestamp,
        /// Until when such a text is taken.
        until: Timestamp,
    },
    /// It is over.
    Closed {
        /// When it closed.
        closed: Timestamp,
    },
}

impl Call {
    /// The call of a congress with those steps at `now`. `grace_minutes`: how long a text begun before closing may still
    /// be sent.
    pub fn at(phases: &[Phase], grace_minutes: u32, now: Timestamp) -> Self {
        let Some(call) = phases.iter().find(|phase| phase.kind == PhaseKind::Call) else {
            return Self::Undated;
        };
        let closed = call.ends_at;
        let until = closed.plus_seconds(i64::from(grace_minutes) * 60);
        if now < call.starts_at {
            Self::Coming { opens: call.starts_at }
        } else if now < closed {
            Self::Open { closes: closed }
        } else if now < until {
            Self::Grace { closed, until }
        } else {
            Self::Closed { closed }
        }
    }

    /// Whether a new text may be begun.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Open { .. })
    }

    /// Whether a text that was begun then may be sent, or a contribution changed.
    pub fn takes(self, begun: Timestamp) -> bool {
        match self {
            Self::Open { .. } => true,
            Self::Grace { closed, .. } => begun < closed,
            Self::Undated | Self::Coming { .. } | Self::Closed { .. } => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_micros(0).plus_seconds(seconds)
    }

    proptest! {
        #[test]
        fn a_text_is_taken_until_closing_and_one_begun_before_until_the_grace_ends(
            starts in 0_i64..1_000, lasts in 1_i64..1_000, grace in 0_u32..30, begun in 0_i64..5_000, now in 0_i64..5_000,
        ) {
            let phase = Phase { kind: PhaseKind::Call, starts_at: at(starts), ends_at: at(starts + lasts) };
            let call = Call::at(&[phase], grace, at(now));
            let open = (starts..starts + lasts).contains(&now);
            let grace = now >= starts + lasts && now < starts + lasts + i64::from(grace) * 60;
            prop_assert_eq!(call.is_open(), open);
            prop_assert_eq!(call.takes(at(begun)), open || (grace && begun < starts + lasts));
        }
    }

    #[test]
    fn without_dates_nothing_is_taken() {
        assert_eq!(Call::at(&[], 60, at(5)), Call::Undated);
        assert!(!Call::Undated.is_open() && !Call::Undated.takes(at(1)));
    }
}
