//! The motion as the machine first drafts it: every sentence is an exact quotation with its source.

use serde::{Deserialize, Serialize};
use std::ops::Range;

use crate::contribution::{ContributionNumber, Kind};
use crate::id::{
    AnalysisId, ContributionId, MotionId, ObjectiveId, ParagraphId, SentenceId, ThemeId, VerbatimId,
};
use crate::time::Timestamp;

/// Who answers for a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SentenceState {
    /// Chosen by the machine; « brouillon automatique » stands beside it until a person accepts it.
    Machine,
}

/// One sentence of a draft: the words of a contribution, to the letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Its id.
    pub id: SentenceId,
    /// Who answers for it.
    pub state: SentenceState,
    /// The verbatim that it belongs to.
    pub verbatim: VerbatimId,
    /// The contribution behind it.
    pub contribution: ContributionId,
    /// Its number.
    pub number: ContributionNumber,
    /// Bytes of the contribution's body that are quoted.
    pub span: Range<usize>,
}

/// Sentences of one kind within an objective: what is, what should be, how to get there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Its id.
    pub id: ParagraphId,
    /// What its sentences are.
    pub kind: Kind,
    /// The sentences in order; never empty.
    pub sentences: Vec<Sentence>,
}

/// Words that « Pour … » may go on with: a phrase of a contribution, to the letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// The verbatim that it stands in.
    pub verbatim: VerbatimId,
    /// Bytes of the contribution's body that are quoted.
    pub span: Range<usize>,
}

/// One objective of the motion, drafted from one or several themes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objective {
    /// Its id.
    pub id: ObjectiveId,
    /// Its number in the motion, from 1.
    pub rank: u32,
    /// A neutral heading from the themes' labels.
    pub heading: String,
    /// The themes that feed it.
    pub themes: Vec<ThemeId>,
    /// What « Pour … » may go on with; a person fills it.
    pub suggestions: Vec<Suggestion>,
    /// Its paragraphs, at most one a kind.
    pub paragraphs: Vec<Paragraph>,
}

/// The draft made from one analysis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Motion {
    /// Its id.
    pub id: MotionId,
    /// The run it comes from.
    pub analysis: AnalysisId,
    /// When it was drafted.
    pub drafted_at: Timestamp,
    /// Its objectives in order; empty when the corpus was too small for themes.
    pub objectives: Vec<Objective>,
}
