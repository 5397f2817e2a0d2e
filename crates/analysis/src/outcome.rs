//! What an analysis found.

use domain::analysis::{Place, TypicalWord};
use domain::contribution::Kind;
use std::ops::Range;

use crate::draft::Draft;

/// One contribution, as the analysis takes it.
#[derive(Clone, Copy, Debug)]
pub struct Item<'a> {
    /// Its words, to the letter.
    pub body: &'a str,
    /// Who wrote it, by any name that tells authors apart; without one, an author of its own.
    pub author: Option<&'a str>,
    /// The kind that its author gave.
    pub kind: Option<Kind>,
}

/// A verbatim and its place. Themes are named by their index in [`Outcome::themes`].
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedVerbatim {
    /// Index of its item.
    pub item: usize,
    /// Bytes of the item's body.
    pub span: Range<usize>,
    /// Where it stands.
    pub place: Place<usize>,
    /// 1 at the centre of its theme, 0 at its edge; 0 outside themes.
    pub typicality: f64,
    /// The kind: its author's where they gave one, else suggested.
    pub kind: Kind,
    /// Whether `kind` is a suggestion.
    pub kind_suggested: bool,
}

/// A theme, the largest first.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundTheme {
    /// A phrase that occurs in its verbatims, its first letter in upper case.
    pub label: String,
    /// Its hue, 0 to 7; eight ranks in a row have eight.
    pub hue: u8,
    /// Verbatims in it.
    pub size: usize,
    /// Its words, the strongest χ² first.
    pub words: Vec<TypicalWord>,
    /// Indices in [`Outcome::verbatims`], the most typical first, at most one an author.
    pub typical: Vec<usize>,
}

/// The whole of it. No themes: the corpus is too small for them, and each verbatim says so.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Every verbatim, by item and span.
    pub verbatims: Vec<PlacedVerbatim>,
    /// The themes, the largest first.
    pub themes: Vec<FoundTheme>,
    /// A first draft of the motion.
    pub draft: Draft,
}

/// The steps of an analysis, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Contributions into verbatims.
    Segment,
    /// Language, words and stems.
    Read,
    /// Texts into vectors.
    Vectors,
    /// Vectors into themes.
    Themes,
    /// Words, labels and typical verbatims.
    Describe,
    /// The first draft.
    Draft,
}

/// Is told when a step begins: to show progress, or to time the steps.
pub trait Observer {
    /// `stage` begins.
    fn begins(&mut self, stage: Stage);
}

impl<F: FnMut(Stage)> Observer for F {
    fn begins(&mut self, stage: Stage) {
        self(stage);
    }
}
