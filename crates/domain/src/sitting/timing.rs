//! How long people speak. What is kept is when they end, so that every page counts down to the same moment, whatever its clock.

use serde::{Deserialize, Serialize};

use crate::line::Line;
use crate::time::Timestamp;

/// Somebody presents something within a time that was set (« pitch »).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pitch {
    /// Who, or what, if the chair says so.
    pub who: Option<Line>,
    /// How long each of them takes.
    pub length: Length,
    /// When this one ends.
    pub ends_at: Timestamp,
}

/// A length that somebody may speak, in whole minutes from one to an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Length(u32);

/// How a sitting times those who speak.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timing {
    /// How long a turn to speak takes; none: as long as they like.
    pub turn: Option<Length>,
    /// The pitch under way.
    pub pitch: Option<Pitch>,
}

impl Length {
    /// The longest, in minutes.
    pub const MOST: u32 = 60;

    /// So many minutes; none when they are none, or too many.
    pub fn of_minutes(minutes: u32) -> Option<Self> {
        (1..=Self::MOST).contains(&minutes).then_some(Self(minutes * 60))
    }

    /// So many seconds, as it is stored.
    pub fn of_seconds(seconds: u32) -> Option<Self> {
        seconds.is_multiple_of(60).then(|| Self::of_minutes(seconds / 60)).flatten()
    }

    /// In minutes.
    pub const fn minutes(self) -> u32 {
        self.0 / 60
    }

    /// In seconds.
    pub const fn seconds(self) -> u32 {
        self.0
    }

    /// When it ends that begins at `at`.
    pub fn after(self, at: Timestamp) -> Timestamp {
        at.plus_seconds(i64::from(self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_between_a_minute_and_an_hour() {
        assert_eq!([0, 61].map(Length::of_minutes), [None; 2]);
        assert_eq!([0, 90, 3660].map(Length::of_seconds), [None; 3]);
        let three = Length::of_minutes(3).unwrap();
        assert_eq!((three.seconds(), three.minutes(), Length::of_seconds(180)), (180, 3, Some(three)));
        assert_eq!(three.after(Timestamp::from_micros(5)), Timestamp::from_micros(180_000_005));
    }
}
