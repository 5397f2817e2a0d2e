//! The corpus, asked and narrowed.

use serde::{Deserialize, Serialize};

use super::{Facet, ThemeTag};
use crate::analysis::Place;
use crate::contribution::{Contribution, Kind};
use crate::member::College;

/// Which main place a reader asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PlaceFilter {
    /// The theme of that rank.
    Theme(u32),
    /// Weak signals.
    Weak,
    /// Unplaced.
    Unplaced,
    /// Not covered by the run shown: arrived since, or no run yet.
    Unread,
    /// Not covered by the run shown, since its words weren't shown.
    Withheld,
}

/// What a reader asks of the corpus. Words were turned into stems by whoever asks the database.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorpusQuery {
    /// The words, as typed; empty for all.
    pub words: String,
    /// Only that kind.
    pub kind: Option<Kind>,
    /// Only that main place.
    pub place: Option<PlaceFilter>,
    /// Only that département, by COG code; the empty code asks for those without one.
    pub departement: Option<String>,
    /// Only that college.
    pub college: Option<College>,
    /// Which page, from 1.
    pub page: u32,
}

/// One contribution in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// The contribution.
    pub contribution: Contribution,
    /// Its kind: its author's, else the one most of its verbatims were suggested; None before a run.
    pub kind: Option<Kind>,
    /// Whether `kind` is the machine's suggestion.
    pub kind_suggested: bool,
    /// Its main place in the run shown; None when the run doesn't cover it.
    pub place: Option<Place<ThemeTag>>,
}

/// What can be narrowed, each list summing to the answer without its own filter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facets {
    /// By kind; None: not said, and no run yet.
    pub kinds: Vec<Facet<Option<Kind>>>,
    /// By main place.
    pub places: Vec<Facet<PlaceFilter>>,
    /// By département: COG code and name, the empty code for those without one.
    pub departements: Vec<Facet<String>>,
    /// By college.
    pub colleges: Vec<Facet<College>>,
}

/// One page of the corpus.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CorpusPage {
    /// What was asked.
    pub query: CorpusQuery,
    /// Contributions of the whole congress.
    pub corpus: u32,
    /// Contributions that answer.
    pub total: u32,
    /// The page shown, from 1; never beyond the last.
    pub page: u32,
    /// How many pages; 1 when nothing answers.
    pub pages: u32,
    /// The contributions of this page: by number, or the best answers first when words were asked.
    pub cards: Vec<Card>,
    /// What can be narrowed.
    pub facets: Facets,
}

impl CorpusPage {
    /// Contributions a page.
    pub const SIZE: u32 = 20;
}
