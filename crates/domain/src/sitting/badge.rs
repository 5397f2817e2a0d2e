//! Badges: paper that the desk activates, and that then signs one phone in until the night.

use serde::{Deserialize, Serialize};

use crate::id::{MemberId, SessionId, SittingId};
use crate::member::{Member, Role};
use crate::time::Timestamp;

/// How long a badge opens from the moment when it was activated, in hours: from the morning of a congress to its night. What it
/// signed in is over then, too.
pub const BADGE_HOURS: i64 = 18;

/// A badge, without its secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Badge {
    /// For which sitting it was printed.
    pub sitting: SittingId,
    /// Whose.
    pub member: MemberId,
    /// When it was printed.
    pub drawn_at: Timestamp,
    /// When the desk last activated it: before, it signs nobody in.
    pub activated_at: Option<Timestamp>,
    /// When it was taken back, or another took its place.
    pub revoked_at: Option<Timestamp>,
    /// What it last signed in.
    pub session: Option<SessionId>,
}

/// Where a badge stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadgeState {
    /// It waits for the desk.
    Printed,
    /// It opens.
    Active {
        /// Until then.
        until: Timestamp,
    },
    /// Its day is over; the desk may activate it again.
    Over,
    /// It opens no more.
    Revoked,
}

impl Badge {
    /// Where it stands at `now`.
    pub fn state(&self, now: Timestamp) -> BadgeState {
        let until = self.activated_at.map(|at| at.plus_seconds(BADGE_HOURS * 60 * 60));
        match (self.revoked_at, until) {
            (Some(_), _) => BadgeState::Revoked,
            (None, None) => BadgeState::Printed,
            (None, Some(until)) if now < until => BadgeState::Active { until },
            (None, Some(_)) => BadgeState::Over,
        }
    }
}

impl Member {
    /// Whether a badge may let them in. It hangs from their neck, where anybody may photograph it: whoever runs the congress or the
    /// sitting comes in otherwise.
    pub fn may_have_code_on_badge(&self) -> bool {
        ![Role::Staff, Role::Chair, Role::Administrator].iter().any(|role| self.roles.contains(role))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::member::sample::member;

    fn at(hours: i64) -> Timestamp {
        Timestamp::from_micros(0).plus_seconds(hours * 60 * 60)
    }

    #[test]
    fn a_badge_opens_from_the_desk_to_the_night() {
        let printed = Badge {
            sitting: uuid::Uuid::from_u128(1).into(),
            member: uuid::Uuid::from_u128(2).into(),
            drawn_at: at(0),
            activated_at: None,
            revoked_at: None,
            session: None,
        };
        assert_eq!(printed.state(at(1)), BadgeState::Printed);
        let active = Badge { activated_at: Some(at(1)), ..printed };
        assert_eq!(active.state(at(1)), BadgeState::Active { until: at(19) });
        assert_eq!(active.state(at(18)), BadgeState::Active { until: at(19) });
        assert_eq!(active.state(at(19)), BadgeState::Over);
        for badge in [printed, active] {
            assert_eq!(Badge { revoked_at: Some(at(2)), ..badge }.state(at(3)), BadgeState::Revoked);
        }
    }

    #[test]
    fn whoever_runs_something_comes_in_otherwise() {
        for role in Role::ALL {
            let lets_in = matches!(role, Role::Scribe | Role::Observer);
            assert_eq!(member(&[*role]).may_have_code_on_badge(), lets_in, "{role:?}");
        }
        assert!(member(&[]).may_have_code_on_badge());
    }
}
