//! The draft with its sources, and everything for documents and open data.

use serde::{Deserialize, Serialize};

use super::{Card, Divide, Figures, Quote, RunTag, ThemeLine, VerbatimLine};
use crate::analysis::Point;
use crate::congress::Congress;
use crate::contribution::{ContributionNumber, Kind};
use crate::member::Signature;
use crate::time::Timestamp;

/// One sentence of the draft with the words and the signature behind it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DraftSentence {
    /// Its number within the objective, from 1: its anchor is `o{objective}-{sentence}`.
    pub number: u32,
    /// The quotation and its source.
    pub quote: Quote,
}

/// One paragraph of the draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DraftParagraph {
    /// What its sentences are.
    pub kind: Kind,
    /// Its sentences.
    pub sentences: Vec<DraftSentence>,
}

/// One objective of the draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DraftObjective {
    /// Its number, from 1.
    pub rank: u32,
    /// Its heading.
    pub heading: String,
    /// The themes that feed it, with their counts.
    pub themes: Vec<ThemeLine>,
    /// What « Pour … » may go on with, each to the letter.
    pub suggestions: Vec<Quote>,
    /// Its paragraphs.
    pub paragraphs: Vec<DraftParagraph>,
    /// What divides its themes.
    pub divides: Vec<Divide>,
}

/// The draft of the motion, with its sources.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MotionPage {
    /// The run it comes from.
    pub run: RunTag,
    /// The figures of the preamble.
    pub figures: Figures,
    /// How many distinct verbatims it quotes.
    pub quoted: u32,
    /// When it was drafted.
    pub drafted_at: Timestamp,
    /// Its objectives.
    pub objectives: Vec<DraftObjective>,
}

/// The whole congress for a document: the draft, and every verbatim by theme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dossier {
    /// Which congress.
    pub congress: Congress,
    /// The draft.
    pub motion: MotionPage,
    /// Every theme by rank with every verbatim, in the order of contributions.
    pub themes: Vec<(ThemeLine, Vec<Quote>)>,
    /// Every weak signal.
    pub weak: Vec<Quote>,
    /// Every unplaced verbatim.
    pub unplaced: Vec<Quote>,
    /// Every number with the signature behind it, in order: printed numbers lead here.
    pub contributions: Vec<(ContributionNumber, Signature)>,
}

/// Everything that the open data files hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OpenData {
    /// Which congress.
    pub congress: Congress,
    /// The run that places the verbatims, if there is one.
    pub run: Option<RunTag>,
    /// Every contribution by number.
    pub contributions: Vec<Card>,
    /// Every verbatim of the run, by contribution and span; their neighbours stand in `links`.
    pub verbatims: Vec<(ContributionNumber, VerbatimLine)>,
    /// Where each of them is on the map.
    pub points: Vec<Option<Point>>,
    /// Who says something close to whom.
    pub links: Vec<Link>,
}

/// A verbatim and one of its neighbours, by their places in [`OpenData::verbatims`].
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// The verbatim.
    pub from: usize,
    /// Its neighbour.
    pub to: usize,
    /// How close: the cosine of the two, 1 for the same.
    pub closeness: f64,
    /// Nearly the same words.
    pub twin: bool,
}
