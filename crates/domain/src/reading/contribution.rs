//! One contribution and its verbatims.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::Range;

use super::{Became, Card, Quote, ThemeTag};
use crate::analysis::Place;
use crate::contribution::{Contribution, ContributionNumber, Kind};
use crate::id::VerbatimId;
use crate::wording::VersionNumber;

/// A place of the draft that quotes a verbatim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CitedIn {
    /// The objective's number.
    pub objective: u32,
    /// Its heading.
    pub heading: String,
    /// The sentence's number within the objective, from 1: its anchor is `o{objective}-{sentence}`. None where the words are
    /// offered to go on with after « Pour … ».
    pub sentence: Option<u32>,
}

/// A verbatim that says something close to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NeighbourLine {
    /// Its words.
    pub quote: Quote,
    /// How close: the cosine of the two, 1 for the same.
    pub closeness: f64,
    /// Nearly the same words.
    pub twin: bool,
}

/// One verbatim on its contribution's page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VerbatimLine {
    /// Its id.
    pub id: VerbatimId,
    /// Its exact words.
    pub text: String,
    /// Bytes of the version that it was cut from.
    pub span: Range<usize>,
    /// Characters of that version before it.
    pub before: u32,
    /// Words of that version stand before it: screens show « […] ».
    pub cut_before: bool,
    /// Words of that version stand after it.
    pub cut_after: bool,
    /// Whether that version isn't the one shown any more.
    pub earlier: bool,
    /// What it is.
    pub kind: Kind,
    /// Whether the machine suggested `kind`.
    pub kind_suggested: bool,
    /// Where it stands.
    pub place: Place<ThemeTag>,
    /// The verbatims of other contributions that say the closest things, the closest first.
    pub neighbours: Vec<NeighbourLine>,
    /// Where the draft quotes it.
    pub cited: Vec<CitedIn>,
}

/// Where a contribution that the run doesn't cover would stand: provisional, until the next run reads it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Guess {
    /// Its main place among the themes of the run shown.
    pub place: Place<ThemeTag>,
    /// The verbatims of the run that say the closest things, the closest first.
    pub nearest: Vec<NeighbourLine>,
}

/// The page of one contribution.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ContributionPage {
    /// The contribution, its kind and main place.
    pub card: Card,
    /// Its verbatims in order; empty when the run doesn't cover it.
    pub verbatims: Vec<VerbatimLine>,
    /// Where it would stand, when it came after the run shown; none when the run covers it, and without a run.
    pub guess: Option<Guess>,
    /// How many members support it.
    pub supports: u32,
    /// What it completes.
    pub complement_of: Option<ContributionNumber>,
    /// Whether staff typed it for its author.
    pub entered: bool,
    /// What became of its verbatims, as the last version of the motion has it; none before one is published.
    pub became: Option<(VersionNumber, BTreeMap<VerbatimId, Became>)>,
    /// What completes it, by number.
    pub complements: Vec<Contribution>,
    /// The number before it in the congress.
    pub previous: Option<ContributionNumber>,
    /// The number after it.
    pub next: Option<ContributionNumber>,
}
