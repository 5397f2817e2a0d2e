//! What became of every text, and how long people waited.

use std::time::Duration;

use serde_json::json;

use crate::Outcome;
use crate::client::Sent;
use crate::times::{Summary, Times};

/// What happened.
#[derive(Clone, Debug, Default)]
pub(super) struct Report {
    lasted: Duration,
    /// For how long nobody answered after the kill.
    outage: Option<Duration>,
    server_rss_kb: Option<u64>,
    /// Attempts that were made again.
    pub(super) retried: usize,
    posted: usize,
    acknowledged: usize,
    refused: usize,
    lost: usize,
    doubled: usize,
    unknown: usize,
    read: Times,
    form: Times,
    write: Times,
}

impl Report {
    /// Of a load that lasted so long; nothing is counted yet.
    pub(super) fn of(lasted: Duration, outage: Option<Duration>, server_rss_kb: Option<u64>) -> Self {
        Self { lasted, outage, server_rss_kb, ..Self::default() }
    }

    /// Counts a text that its author's page shows `found` times.
    pub(super) fn count(&mut self, sent: &Sent, found: usize) {
        self.posted += 1;
        self.doubled += usize::from(found > 1);
        match sent {
            Sent::Acknowledged => {
                self.acknowledged += 1;
                self.lost += usize::from(found == 0);
            }
            Sent::Refused(_) => self.refused += 1,
            Sent::GivenUp => self.unknown += 1,
        }
    }

    pub(super) fn times(&mut self, read: Times, form: Times, write: Times) {
        self.read.append(read);
        self.form.append(form);
        self.write.append(write);
    }

    /// Everything acknowledged, nothing lost, nothing doubled.
    pub(super) fn is_well(&self) -> bool {
        self.posted > 0 && self.posted == self.acknowledged && self.lost + self.doubled == 0
    }

    /// Tells it on standard output.
    pub(super) fn tell(&self, as_json: bool) -> Outcome {
        let (read, form, write) = (self.read.summary(), self.form.summary(), self.write.summary());
        if as_json {
            let told = json!({
                "posted": self.posted, "acknowledged": self.acknowledged, "refused": self.refused,
                "given_up": self.unknown, "lost": self.lost, "doubled": self.doubled, "retried": self.retried,
                "seconds": self.lasted.as_secs_f64(), "outage_ms": self.outage.map(|outage| outage.as_millis()),
                "server_rss_kb": self.server_rss_kb, "read_ms": read, "form_ms": form, "write_ms": write,
            });
            let text = serde_json::to_string_pretty(&told).map_err(|error| error.to_string())?;
            println!("{text}");
            return Ok(());
        }
        println!(
            "{} posted: {} acknowledged, {} refused, {} given up, {} lost, {} doubled; {} attempts again; {:.0} s",
            self.posted,
            self.acknowledged,
            self.refused,
            self.unknown,
            self.lost,
            self.doubled,
            self.retried,
            self.lasted.as_secs_f64()
        );
        for (what, times) in [("read", read), ("form", form), ("write", write)] {
            println!("{}", line(what, times));
        }
        if let Some(outage) = self.outage {
            println!("killed once: back after {} ms", outage.as_millis());
        }
        if let Some(peak) = self.server_rss_kb {
            println!("server: {} MB at most", peak / 1_024);
        }
        Ok(())
    }
}

fn line(what: &str, Summary { count, p50, p95, p99, max }: Summary) -> String {
    format!("{what}: {count}, p50 {p50} ms, p95 {p95} ms, p99 {p99} ms, at most {max} ms")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_lost_when_it_was_acknowledged_and_is_nowhere() {
        let mut report = Report::default();
        report.count(&Sent::Acknowledged, 1);
        assert!(report.is_well());
        for (sent, found) in
            [(Sent::Acknowledged, 0), (Sent::Acknowledged, 2), (Sent::Refused(422), 0), (Sent::GivenUp, 1)]
        {
            let mut ill = report.clone();
            ill.count(&sent, found);
            assert!(!ill.is_well(), "{sent:?} {found}");
        }
        report.count(&Sent::Acknowledged, 0);
        assert_eq!((report.acknowledged, report.lost, report.doubled), (2, 1, 0));
        assert!(!Report::default().is_well(), "nothing was posted");
    }
}
