//! A poll: what is asked, by which rule, and where it stands.

use serde::{Deserialize, Serialize};
use std::fmt;

use super::ballot::{Method, Secrecy};
use super::decision::{Casting, Decision, Rule, decide};
use super::elected::{Elected, elected};
use super::quorum::Roll;
use super::state::PollState;
use super::tally::Tally;
use crate::coded;
use crate::id::{AgendaItemId, PollId, SittingId};
use crate::line::Line;
use crate::member::College;
use crate::time::Timestamp;

coded! {
    /// How voices are given.
    pub enum Means {
        /// On phones, and at the desk.
        Ballots = "bulletins",
        /// By show of hands, as the chair counts them.
        Hands = "main-levee",
    }
}

/// The number of a poll within its congress, shown as « scrutin n° 12 ».
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PollNumber(u32);

impl PollNumber {
    /// From the number itself, from 1.
    pub const fn new(number: u32) -> Self {
        Self(number)
    }

    /// The number itself.
    pub const fn get(self) -> u32 {
        self.0
    }

    /// Where the numbers of polls for practice begin: those that count follow one another without them.
    pub const REHEARSALS: u32 = 1_000_000;

    /// Which rehearsal it is, from 1; none for a poll that counts.
    pub const fn rehearsal(self) -> Option<u32> {
        if self.0 > Self::REHEARSALS { Some(self.0 - Self::REHEARSALS) } else { None }
    }
}

impl fmt::Display for PollNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// What is put to the vote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// « Adoption de la motion ».
    pub title: Line,
    /// The text that is voted on, or nothing where the title says all.
    pub text: String,
    /// What is asked.
    pub method: Method,
    /// Names of the options, where there are some.
    pub options: Vec<Line>,
}

/// Why a question can't be put to the vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QuestionFault {
    /// Fewer than two options, or more than [`Question::MOST_OPTIONS`].
    #[error("a choice is among 2 to {max} options", max = Question::MOST_OPTIONS)]
    Options,
    /// Two options have the same name.
    #[error("two options have the same name")]
    Twice,
    /// More may be chosen than there are options, or none.
    #[error("as many may be chosen as there are options, and one at least")]
    Most,
    /// The text has more than [`Question::MAX_TEXT`] characters.
    #[error("the text has more than {max} characters", max = Question::MAX_TEXT)]
    TooLong,
    /// Another method than « pour ou contre » by show of hands.
    #[error("hands are counted for and against only")]
    Hands,
}

impl Question {
    /// The most options of one poll.
    pub const MOST_OPTIONS: usize = 40;
    /// The longest text, in characters.
    pub const MAX_TEXT: usize = 20_000;

    /// Whether it can be asked that way.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn check(&self, means: Means) -> Result<(), QuestionFault> {
        if self.text.chars().count() > Self::MAX_TEXT {
            return Err(QuestionFault::TooLong);
        }
        if self.method == Method::ForAgainst {
            return if self.options.is_empty() { Ok(()) } else { Err(QuestionFault::Options) };
        }
        if means == Means::Hands {
            return Err(QuestionFault::Hands);
        }
        let count = self.options.len();
        if !(2..=Self::MOST_OPTIONS).contains(&count) || count != usize::from(self.method.options()) {
            return Err(QuestionFault::Options);
        }
        let names: std::collections::BTreeSet<_> = self.options.iter().collect();
        if names.len() < count {
            return Err(QuestionFault::Twice);
        }
        match self.method {
            Method::UpTo { options, most } if most == 0 || most > options => Err(QuestionFault::Most),
            _ => Ok(()),
        }
    }
}

/// Where a poll stands, and what is known there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Written, and not open yet.
    Prepared,
    /// Ballots are taken.
    Open {
        /// Since when.
        since: Timestamp,
        /// Who may vote.
        roll: Roll,
    },
    /// No ballot is taken any more, and nobody has seen a result.
    Closed {
        /// When it opened.
        opened_at: Timestamp,
        /// When it closed.
        closed_at: Timestamp,
        /// Who could vote, and who was still there.
        roll: Roll,
    },
    /// The result is everybody's.
    Proclaimed {
        /// When it opened.
        opened_at: Timestamp,
        /// When it closed.
        closed_at: Timestamp,
        /// When the result was said.
        proclaimed_at: Timestamp,
        /// What came out.
        outcome: Outcome,
    },
    /// It counts for nothing.
    Cancelled {
        /// When.
        at: Timestamp,
        /// Why.
        reason: Line,
        /// Where it stood.
        from: PollState,
    },
}

/// What came out of a poll: counts, and what they rest on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Who could vote, and who was still there.
    pub roll: Roll,
    /// All voices, those on paper included.
    pub tally: Tally,
    /// Of them, those on paper, counted at the desk.
    pub paper: Option<Tally>,
    /// Voices that were signed for on paper.
    pub paper_signed: u64,
    /// Voices declared to take no part.
    pub aside: u64,
    /// The side that the chair took, where voices were equal and the statutes give them a casting vote.
    pub casting: Option<Casting>,
}

/// One vote of a sitting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Poll {
    /// Its id.
    pub id: PollId,
    /// Its number, given by the database when it is prepared.
    pub number: PollNumber,
    /// Whose.
    pub sitting: SittingId,
    /// The item of the agenda that it belongs to.
    pub item: Option<AgendaItemId>,
    /// What is asked.
    pub question: Question,
    /// What decides « pour ou contre », and the quorum of any poll.
    pub rule: Rule,
    /// Whether who chose what is ever known.
    pub secrecy: Secrecy,
    /// How voices are given.
    pub means: Means,
    /// Who has a voice.
    pub college: College,
    /// « Répétition »: counts for nothing, is said to, and stands in no journal.
    pub is_test: bool,
    /// Where it stands.
    pub stage: Stage,
}

impl Stage {
    /// The state, without what is known there.
    pub fn state(&self) -> PollState {
        match self {
            Self::Prepared => PollState::Prepared,
            Self::Open { .. } => PollState::Open,
            Self::Closed { .. } => PollState::Closed,
            Self::Proclaimed { .. } => PollState::Proclaimed,
            Self::Cancelled { .. } => PollState::Cancelled,
        }
    }

    /// Who could vote, once it was opened.
    pub fn roll(&self) -> Option<Roll> {
        match self {
            Self::Open { roll, .. } | Self::Closed { roll, .. } => Some(*roll),
            Self::Proclaimed { outcome, .. } => Some(outcome.roll),
            Self::Prepared | Self::Cancelled { .. } => None,
        }
    }
}

impl Poll {
    /// Whether another asks the same, in the same sitting and by the same rule, whatever its number and where it stands.
    pub fn asks_as(&self, other: &Self) -> bool {
        *self == Self { number: self.number, stage: self.stage.clone(), ..other.clone() }
    }

    /// What was decided, once it is proclaimed, where the question is « pour ou contre ».
    pub fn decision(&self) -> Option<Decision> {
        let Stage::Proclaimed { outcome, .. } = &self.stage else { return None };
        (self.question.method == Method::ForAgainst)
            .then(|| decide(self.rule, (&outcome.tally, outcome.roll), self.secrecy, outcome.casting))
    }

    /// Who is elected or what is chosen, once it is proclaimed, where options were. Without its quorum, nobody and nothing is.
    pub fn elected(&self) -> Option<Elected> {
        let Stage::Proclaimed { outcome, .. } = &self.stage else { return None };
        let places = self.question.method.most();
        if places == 0 {
            return None;
        }
        let is_there = |quorum: super::Quorum| quorum.opens(outcome.roll) && quorum.closes(outcome.roll);
        Some(match self.rule.quorum.is_none_or(is_there) {
            true => elected(&outcome.tally, places),
            false => Elected::default(),
        })
    }
}
