//! Runs, and what moved from one to another.

use serde::{Deserialize, Serialize};

use super::{Quote, ThemeTag};
use crate::analysis::{Choice, Place, Recipe};
use crate::time::Timestamp;

/// A run in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RunLine {
    /// « Analyse n° 3 ».
    pub number: u32,
    /// What it was made from.
    pub recipe: Recipe,
    /// The number of the run that it started from.
    pub predecessor: Option<u32>,
    /// When it began.
    pub started_at: Timestamp,
    /// How it stands.
    pub state: RunState,
}

/// How a run stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum RunState {
    /// It is being computed: which step, of how many.
    Running {
        /// The step, from 1; 0 before the first.
        step: u32,
        /// Steps in all.
        steps: u32,
    },
    /// It has a result.
    Finished {
        /// When it ended.
        at: Timestamp,
        /// Its figures.
        contributions: u32,
        /// How many themes, and how surely; none when the corpus was too small.
        choice: Option<Choice>,
        /// Verbatims in a theme.
        in_themes: u32,
        /// Weak signals.
        weak: u32,
        /// Unplaced verbatims.
        unplaced: u32,
    },
    /// It has none: the sentence says why. The run before stays in view.
    Failed {
        /// When it ended.
        at: Timestamp,
        /// Why, for a person.
        why: String,
    },
}

/// The page of all runs, the latest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RunsPage {
    /// The run that pages show.
    pub shown: Option<u32>,
    /// Every run.
    pub runs: Vec<RunLine>,
    /// The texts of the congress are no longer those that the run shown has read.
    pub corpus_changed: bool,
}

/// What moved from one run to another: verbatims that both hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// The earlier run.
    pub before: RunLine,
    /// The later run.
    pub after: RunLine,
    /// Verbatims that both hold: `stayed + moved`.
    pub shared: u32,
    /// Those in the theme that continues theirs, or as weak or unplaced as before.
    pub stayed: u32,
    /// Those elsewhere.
    pub moved: u32,
    /// Verbatims of the later run alone.
    pub arrived: u32,
    /// Verbatims of the earlier run alone.
    pub gone: u32,
    /// Agreement of the two on the verbatims that both hold (adjusted Rand index).
    pub agreement: f64,
    /// From where to where, and how many, the most first; `moved` in all.
    pub flows: Vec<Flow>,
    /// Themes of the later run that continue none.
    pub born: Vec<ThemeTag>,
    /// Themes of the earlier run that none continues.
    pub ended: Vec<ThemeTag>,
    /// The verbatims that moved, one page of them, each with where it stood before.
    pub verbatims: Vec<(Quote, Place<ThemeTag>)>,
    /// The page shown, from 1.
    pub page: u32,
    /// How many pages, at least 1.
    pub pages: u32,
}

/// Verbatims that moved together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Flow {
    /// Where they stood.
    pub from: Place<ThemeTag>,
    /// Where they stand.
    pub to: Place<ThemeTag>,
    /// How many.
    pub verbatims: u32,
}
