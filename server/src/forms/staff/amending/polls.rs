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

/// Characters that a number and a title take at most before what is asked.
const HEADING: usize = 1_000;
/// Between amendments that are voted together.
const BETWEEN: &str = "\n\n";

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
                let lines = several.iter().flat_map(|item| item.lines.clone());
                let free: Vec<&AmendmentLine> = lines.filter(|line| !is_taken(line)).collect();
                for group in fitting(free.into_iter().map(|line| (line, self.told(line))).collect()) {
                    count += u32::from(self.together(group).await?);
                }
            }
        }
        Ok(count)
    }

    /// Prepares a poll on an amendment, or on several that are identical. False when they have theirs.
    pub(super) async fn one(&self, lines: &[&AmendmentLine]) -> Result<bool, Refusal> {
        let Some(first) = lines.first() else { return Ok(false) };
        self.poll(text::poll_title(lines), self.asked(first), lines).await
    }

    /// What is asked of one, whole; where a question can't hold it, where it is to be read.
    fn asked(&self, line: &AmendmentLine) -> String {
        let asked = text::poll_text(line, &item::called(self.motion, line.proposal.place));
        if asked.chars().count() > Question::MAX_TEXT - HEADING { text::too_long(line) } else { asked }
    }

    /// The same under its number and title, among others.
    fn told(&self, line: &AmendmentLine) -> String {
        format!("{} · {}\n{}", line.number, line.title, self.asked(line))
    }

    async fn together(&self, group: Vec<(&AmendmentLine, String)>) -> Result<bool, Refusal> {
        let (lines, told): (Vec<&AmendmentLine>, Vec<String>) = group.into_iter().unzip();
        let title = match lines.len() {
            1 => text::poll_title(&lines),
            n => text::grouped(u32::try_from(n).unwrap_or(u32::MAX)),
        };
        self.poll(title, told.join(BETWEEN), &lines).await
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
            question: Question { title, text: body, method: Method::ForAgainst, options: Vec::new() },
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

/// In their order, as few groups as hold what is asked of each whole: words that are voted are never cut.
fn fitting<L>(told: Vec<(L, String)>) -> Vec<Vec<(L, String)>> {
    let (mut groups, mut chars): (Vec<Vec<(L, String)>>, usize) = (Vec::new(), 0);
    for (line, words) in told {
        let more = words.chars().count() + BETWEEN.len();
        match groups.last_mut().filter(|_| chars + more <= Question::MAX_TEXT) {
            Some(group) => {
                chars += more;
                group.push((line, words));
            }
            None => {
                chars = more;
                groups.push(vec![(line, words)]);
            }
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_question_can_t_hold_is_asked_in_several() {
        let told = (0..5).map(|n| (n, "é".repeat(Question::MAX_TEXT / 2 - 10))).collect();
        let groups: Vec<Vec<i32>> =
            fitting(told).into_iter().map(|of| of.into_iter().map(|(n, _)| n).collect()).collect();
        assert_eq!(groups, [vec![0, 1], vec![2, 3], vec![4]]);
        assert!(fitting::<u8>(Vec::new()).is_empty());
    }
}
