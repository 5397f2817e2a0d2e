//! The screen of the room: when it said how many have voted.

use std::time::Duration;

use domain::live::{Audience, ToBrowser};
use tokio::task::JoinHandle;
use tokio::time::Instant;

use super::hall::Hall;
use crate::Outcome;
use crate::socket::Socket;

/// A screen that follows.
pub(super) struct Screen(JoinHandle<Vec<(Instant, u64)>>);

impl Screen {
    /// Follows until that many have voted, or its line is cut.
    pub(super) async fn follow(hall: &Hall, until: u64) -> Outcome<Self> {
        let mut socket = Socket::open(&hall.host, &hall.direct(Audience::Screen), "").await?;
        Ok(Self(tokio::spawn(async move {
            let mut shown = Vec::new();
            while let Ok(Some(message)) = socket.hear().await {
                let ToBrowser::Count(count) = message else { continue };
                shown.push((Instant::now(), count.voted));
                if count.voted >= until {
                    break;
                }
            }
            shown
        })))
    }

    /// By how much it was behind at most: `acknowledged` are the moments at which voices were, with how many each time. None when
    /// it never showed them all, as after a kill.
    pub(super) async fn lag(self, acknowledged: Vec<(Instant, u64)>) -> Option<Duration> {
        let followed = tokio::time::timeout(Duration::from_secs(5), self.0).await;
        lag(&followed.ok()?.ok()?, acknowledged)
    }
}

fn lag(shown: &[(Instant, u64)], mut acknowledged: Vec<(Instant, u64)>) -> Option<Duration> {
    acknowledged.sort_unstable();
    let (mut so_far, mut most) = (0, Duration::ZERO);
    for (at, voices) in acknowledged {
        so_far += voices;
        let then = shown.iter().find(|(_, voted)| *voted >= so_far)?.0;
        most = most.max(then.saturating_duration_since(at));
    }
    Some(most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_is_as_late_as_at_its_latest() {
        let begun = Instant::now();
        let at = |ms| begun + Duration::from_millis(ms);
        let shown = [(at(100), 2), (at(250), 3), (at(260), 5)];
        let acknowledged = vec![(at(200), 1), (at(50), 2), (at(190), 2)];
        assert_eq!(lag(&shown, acknowledged), Some(Duration::from_millis(70)));
        assert_eq!(lag(&shown, vec![(at(0), 6)]), None, "it never showed six");
        assert_eq!(
            lag(&shown, vec![(at(120), 1)]),
            Some(Duration::ZERO),
            "it may be told before the voter is"
        );
    }
}
