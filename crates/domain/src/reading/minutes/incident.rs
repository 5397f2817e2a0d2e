//! What the minutes must tell besides what went as it should.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use super::{MinutesSources, NotedIncident, QuorumChange};
use crate::time::Timestamp;
use crate::vote::{PollNumber, PollState, Stage, Tally};

/// Something that the minutes must tell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Incident {
    /// More ballots on paper than voices signed for.
    TooMuchPaper {
        /// Of which poll.
        poll: PollNumber,
        /// So many were counted.
        counted: u64,
        /// Of so many.
        signed: u64,
    },
    /// A result that couldn't adopt for want of a quorum.
    QuorumMissed {
        /// Of which poll.
        poll: PollNumber,
        /// Whether it was there at opening, and not any more at closing.
        at_closing: bool,
    },
    /// The quorum was lost while the sitting went on.
    QuorumLost {
        /// When.
        at: Timestamp,
        /// With so many voices left.
        there: u64,
    },
    /// A poll was dropped.
    Cancelled {
        /// Which.
        poll: PollNumber,
        /// When.
        at: Timestamp,
        /// Why, as the chair said.
        reason: String,
    },
    /// Anything else that the journal notes.
    Noted(NotedIncident),
}

impl Incident {
    /// The poll that it is about.
    pub fn poll(&self) -> Option<PollNumber> {
        match self {
            Self::TooMuchPaper { poll, .. }
            | Self::QuorumMissed { poll, .. }
            | Self::Cancelled { poll, .. } => Some(*poll),
            Self::QuorumLost { .. } => None,
            Self::Noted(noted) => noted.poll,
        }
    }
}

pub(super) fn incidents(sources: &MinutesSources, quorum: &[QuorumChange]) -> Vec<Incident> {
    let mut all = Vec::new();
    for poll in sources.polls.iter().filter(|poll| !poll.is_test) {
        match &poll.stage {
            Stage::Cancelled { at, reason, from } if *from != PollState::Prepared => all
                .push(Incident::Cancelled { poll: poll.number, at: *at, reason: reason.as_str().to_owned() }),
            Stage::Proclaimed { outcome, .. } => {
                let counted = outcome.paper.as_ref().map_or(0, Tally::voters);
                if counted > outcome.paper_signed {
                    let signed = outcome.paper_signed;
                    all.push(Incident::TooMuchPaper { poll: poll.number, counted, signed });
                }
                let missed =
                    poll.rule.quorum.and_then(|of| match (of.opens(outcome.roll), of.closes(outcome.roll)) {
                        (true, true) => None,
                        (opens, _) => Some(opens),
                    });
                all.extend(missed.map(|at_closing| Incident::QuorumMissed { poll: poll.number, at_closing }));
            }
            _ => {}
        }
    }
    // The first says how it was at opening.
    let lost = quorum.iter().skip(1).filter(|change| !change.is_reached);
    all.extend(lost.map(|change| Incident::QuorumLost { at: change.at, there: change.there }));
    let ours: BTreeSet<PollNumber> =
        sources.polls.iter().filter(|poll| !poll.is_test).map(|poll| poll.number).collect();
    let known =
        |noted: &&NotedIncident| noted.paper.is_none() && noted.poll.is_none_or(|poll| ours.contains(&poll));
    all.extend(sources.incidents.iter().filter(known).cloned().map(Incident::Noted));
    all
}
