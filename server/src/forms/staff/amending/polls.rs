//! Polls that decide amendments.

use app::pages::amending::{item, name};
use app::text::amending as text;
use domain::amendment::{Docket, DocketItem};
use domain::id::PollId;
use domain::line::Line;
use domain::reading::{AmendmentLine, PublishedMotion};
use domain::sitting::Sitting;
use domain::vote::{Majority, Means, Method, Poll, PollNumber, Question, Rule, Secrecy, Stage};

use crate::forms::fields::{Fields, said};
use crate::pages::{Refusal, Visit};
use crate::voting::Acts;

/// Where and how amendments are voted.
pub(super) struct Voting<'a> {
    pub visit: &'a Visit,
    pub acts: &'a Acts<'a>,
    pub motion: &'a PublishedMotion,
    pub sitting: &'a Sitting,
    pub means: Means,
}

/// How one votes, as the form says.
pub(super) fn means(fields: &Fields) -> Means {
    said(fields, name::MEANS).parse().unwrap_or(Means::Hands)
}

/// The sitting that the form names, among those where a poll can be prepared.
pub(super) fn sitting(fields: &Fields, all: &[Sitting]) -> Option<Sitting> {
    let asked = said(fields, name::SITTING);
    all.iter().find(|of| of.id.to_string() == asked).cloned()
}

impl Voting<'_> {
    /// Prepares a poll for each vote that has none, in the order of the vote, then one for those that nobody contests. How many.
    pub(super) async fn prepare(&self, docket: &Docket<'_>) -> Result<u32, Refusal> {
        let mut count = 0;
        for item in docket.apart() {
            count += u32::from(self.one(&item.lines).await?);
        }
        let together: Vec<&DocketItem<'_>> = docket.uncontested().collect();
        match &together[..] {
            [] => {}
            [only] => count += u32::from(self.one(&only.lines).await?),
            several => {
                let lines: Vec<&AmendmentLine> = several.iter().flat_map(|item| item.lines.clone()).collect();
                count += u32::from(self.together(&lines).await?);
            }
        }
        Ok(count)
    }

    /// Prepares a poll on an amendment, or on several that are identical. False when they have theirs.
    pub(super) async fn one(&self, lines: &[&AmendmentLine]) -> Result<bool, Refusal> {
        let Some(first) = lines.first() else { return Ok(false) };
        let called = item::called(self.motion, first.proposal.place);
        self.poll(text::poll_title(lines), text::poll_text(first, &called), lines).await
    }

    async fn together(&self, lines: &[&AmendmentLine]) -> Result<bool, Refusal> {
        let free: Vec<&AmendmentLine> = lines.iter().copied().filter(|line| !is_taken(line)).collect();
        let body: Vec<String> = free
            .iter()
            .map(|line| {
                let called = item::called(self.motion, line.proposal.place);
                format!("{} · {}\n{}", line.number, line.title, text::poll_text(line, &called))
            })
            .collect();
        let title = text::grouped(u32::try_from(free.len()).unwrap_or(u32::MAX));
        self.poll(title, body.join("\n\n"), &free).await
    }

    async fn poll(&self, title: String, body: String, lines: &[&AmendmentLine]) -> Result<bool, Refusal> {
        let free: Vec<&&AmendmentLine> = lines.iter().filter(|line| !is_taken(line)).collect();
        let Ok(title) = title.parse::<Line>() else { return Ok(false) };
        if free.is_empty() {
            return Ok(false);
        }
        let state = &self.visit.state;
        let poll = Poll {
            id: state.draw(|entropy| PollId::new(self.acts.now, entropy)),
            number: PollNumber::new(0),
            sitting: self.sitting.id,
            item: None,
            question: Question {
                title,
                text: body.chars().take(Question::MAX_TEXT).collect(),
                method: Method::ForAgainst,
                options: Vec::new(),
            },
            rule: Rule {
                majority: Majority::ABSOLUTE,
                quorum: self.sitting.rules.quorum,
                has_casting_vote: false,
            },
            secrecy: Secrecy::Public,
            means: self.means,
            college: self.sitting.rules.college,
            is_test: false,
            stage: Stage::Prepared,
        };
        let ids: Vec<_> = free.iter().map(|line| line.id).collect();
        self.acts.prepare_on(&poll, &ids).await
    }
}

/// Whether a poll decides it already, or is about to.
fn is_taken(line: &AmendmentLine) -> bool {
    line.poll.is_some_and(|of| of.state != domain::vote::PollState::Proclaimed)
}
