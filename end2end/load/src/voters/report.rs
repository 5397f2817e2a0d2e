//! What became of every ballot, how long people waited, and whether the result is theirs.

use std::time::Duration;

use domain::vote::{Choice, Tally};
use serde_json::json;

use super::chair::Result;
use super::phone::{Became, Voted};
use crate::Outcome;
use crate::times::{Summary, Times};

/// What happened. People are counted, not voices.
#[derive(Clone, Debug, Default)]
pub(super) struct Report {
    connected: usize,
    acknowledged: usize,
    refused: usize,
    /// Acknowledged, and not in the result as it was sent.
    lost: usize,
    /// In the result more than once, or under a voice or a receipt that nobody sent.
    duplicated: usize,
    /// Neither acknowledged nor refused.
    given_up: usize,
    tally_ok: bool,
    times: Times,
    lasted: Duration,
    screen_lag: Option<Duration>,
    server_rss_kb: Option<u64>,
    /// What was refused first, in the server's words.
    first_refusal: Option<String>,
    /// The journal, whole.
    pub(super) journal: String,
}

impl Report {
    /// Of a vote of so many; nothing is compared yet.
    pub(super) fn of(
        connected: usize,
        lasted: Duration,
        screen_lag: Option<Duration>,
        server_rss_kb: Option<u64>,
    ) -> Self {
        Self { connected, lasted, screen_lag, server_rss_kb, ..Self::default() }
    }

    /// Holds what everybody did against what came out.
    pub(super) fn compare(&mut self, voted: &[Voted], result: &Result) {
        let (mut own, mut known) = (Tally::default(), 0);
        for one in voted {
            let found: Vec<_> = one.ballots.iter().filter_map(|of| result.ballots.get(of)).collect();
            known += found.len();
            self.duplicated += usize::from(found.iter().any(|(times, _)| *times > 1));
            let whole =
                found.len() == one.ballots.len() && found.iter().all(|(_, choice)| *choice == one.choice);
            match &one.became {
                Became::Acknowledged(took, _) => {
                    self.acknowledged += 1;
                    self.lost += usize::from(!whole);
                    if one.measured {
                        self.times.add(*took);
                    }
                }
                Became::Refused(sentence) => {
                    self.refused += 1;
                    self.first_refusal.get_or_insert_with(|| sentence.clone());
                }
                Became::GivenUp => self.given_up += 1,
            }
            // What nobody could say is in the result or isn't; what was acknowledged must be.
            if matches!(one.became, Became::Acknowledged(..)) || whole {
                count(&mut own, &one.choice, one.ballots.len() as u64);
            }
        }
        self.duplicated += result.ballots.len() - known;
        let found = &result.tally;
        self.tally_ok = (own.in_favour, own.against, own.abstentions, own.blanks)
            == (found.in_favour, found.against, found.abstentions, found.blanks);
    }

    /// Every ballot acknowledged, counted once, and the result everybody's.
    pub(super) fn is_well(&self) -> bool {
        self.connected > 0
            && self.acknowledged == self.connected
            && self.lost + self.duplicated == 0
            && self.tally_ok
    }

    /// Tells it on standard output. `limit` is how many ballots a second this machine could take at most.
    pub(super) fn tell(&self, limit: f64, as_json: bool) -> Outcome {
        let Summary { p50, p95, p99, max, .. } = self.times.summary();
        let per_second = self.acknowledged as f64 / self.lasted.as_secs_f64().max(f64::EPSILON);
        let (ratio, lag) = (per_second / limit, self.screen_lag.map(|lag| lag.as_millis()));
        if as_json {
            let told = json!({
                "connected": self.connected, "acknowledged": self.acknowledged, "refused": self.refused,
                "lost": self.lost, "duplicated": self.duplicated, "tally_ok": self.tally_ok,
                "p50_ms": p50, "p95_ms": p95, "p99_ms": p99, "max_ms": max, "screen_lag_ms": lag,
                "server_rss_kb": self.server_rss_kb, "limit_ratio": ratio,
            });
            println!("{}", serde_json::to_string_pretty(&told).map_err(|error| error.to_string())?);
            return Ok(());
        }
        println!(
            "{} connected: {} acknowledged, {} refused, {} given up, {} lost, {} duplicated; the result is {}",
            self.connected,
            self.acknowledged,
            self.refused,
            self.given_up,
            self.lost,
            self.duplicated,
            if self.tally_ok { "theirs" } else { "NOT theirs" }
        );
        if let Some(sentence) = &self.first_refusal {
            println!("refused with: {sentence}");
        }
        println!("from send to acknowledgement: p50 {p50} ms, p95 {p95} ms, p99 {p99} ms, at most {max} ms");
        println!(
            "{per_second:.0} a second; this machine's limit, measured just before, is {limit:.0}: {ratio:.2}"
        );
        if let Some(lag) = lag {
            println!("the screen was {lag} ms behind at most");
        }
        if let Some(peak) = self.server_rss_kb {
            println!("server: {} MB at most", peak / 1_024);
        }
        Ok(())
    }
}

fn count(tally: &mut Tally, choice: &Choice, voices: u64) {
    match choice {
        Choice::For => tally.in_favour += voices,
        Choice::Against => tally.against += voices,
        Choice::Abstain => tally.abstentions += voices,
        Choice::Blank => tally.blanks += voices,
        Choice::Options(_) => tally.chosen += voices,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;
    use tokio::time::Instant;

    fn voted(of: &str, choice: Choice, became: Became) -> Voted {
        Voted { ballots: vec![of.to_owned()], choice, became, measured: true }
    }

    fn result(ballots: &[(&str, usize, Choice)]) -> Result {
        let mut tally = Tally::default();
        for (_, times, choice) in ballots {
            count(&mut tally, choice, *times as u64);
        }
        let ballots: BTreeMap<_, _> =
            ballots.iter().map(|(of, times, choice)| ((*of).to_owned(), (*times, choice.clone()))).collect();
        Result { tally, ballots, journal: String::new() }
    }

    fn compared(voted: &[Voted], result: &Result) -> Report {
        let mut report = Report::of(voted.len(), Duration::from_secs(1), None, None);
        report.compare(voted, result);
        report
    }

    #[test]
    fn a_ballot_is_lost_when_it_was_acknowledged_and_is_not_counted_as_it_was_sent() {
        let kept = || Became::Acknowledged(Duration::from_millis(3), Instant::now());
        let two = [voted("a", Choice::For, kept()), voted("b", Choice::Against, kept())];
        let well = compared(&two, &result(&[("a", 1, Choice::For), ("b", 1, Choice::Against)]));
        assert!(well.is_well() && well.tally_ok);
        for (ballots, lost, duplicated) in [
            (vec![("a", 1, Choice::For)], 1, 0),
            (vec![("a", 1, Choice::Against), ("b", 1, Choice::Against)], 1, 0),
            (vec![("a", 2, Choice::For), ("b", 1, Choice::Against)], 0, 1),
            (vec![("a", 1, Choice::For), ("b", 1, Choice::Against), ("c", 1, Choice::For)], 0, 1),
        ] {
            let ill = compared(&two, &result(&ballots));
            assert_eq!((ill.lost, ill.duplicated), (lost, duplicated), "{ballots:?}");
            assert!(!ill.is_well() && !ill.tally_ok);
        }
        let refused = [voted("a", Choice::For, Became::Refused("Non.".into()))];
        assert!(!compared(&refused, &result(&[])).is_well());
        assert!(
            !compared(&[voted("a", Choice::For, Became::GivenUp)], &result(&[("a", 1, Choice::For)]))
                .is_well()
        );
        assert!(!Report::default().is_well(), "nobody came");
    }
}
