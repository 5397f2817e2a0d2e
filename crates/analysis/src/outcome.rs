//! What an analysis found.

use domain::analysis::{Branch, Choice, Place, Point, Region, TypicalWord};
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
    /// Where it is on the map; none for what can't be compared.
    pub point: Option<Point>,
    /// The verbatims of other items that say the closest things, the closest first.
    pub neighbours: Vec<Close>,
}

/// A verbatim that says something close.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Close {
    /// Its index in [`Outcome::verbatims`].
    pub verbatim: usize,
    /// The mean of two cosines, in the space and of their words weighted by how rare they are: 1 for the same.
    pub closeness: f64,
    /// Nearly the same words.
    pub twin: bool,
}

/// Two verbatims of a theme, by different authors, that pull opposite ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Divide {
    /// What they are both about, in words that both use.
    pub about: String,
    /// The index of one in [`Outcome::verbatims`].
    pub one: usize,
    /// The index of the other.
    pub other: usize,
}

/// A theme, the largest first.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundTheme {
    /// A phrase that occurs in its verbatims, its first letter in upper case; or the name of the theme that it continues.
    pub label: String,
    /// The hue of its branch, 0 to 7.
    pub hue: u8,
    /// Verbatims in it.
    pub size: usize,
    /// Its words, the strongest χ² first.
    pub words: Vec<TypicalWord>,
    /// Indices in [`Outcome::verbatims`], the most typical first, at most one an author.
    pub typical: Vec<usize>,
    /// What it says, in a few verbatims by kind (état, idée, mode) that don't repeat one another: indices likewise.
    pub says: Vec<usize>,
    /// What divides it, if anything surely does.
    pub divides: Vec<Divide>,
    /// The theme before that it continues, by its index in [`crate::Previous::themes`].
    pub continues: Option<usize>,
    /// Its part of the map.
    pub region: Option<Region>,
}

/// The whole of it. No themes: the corpus is too small for them, and each verbatim says so.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Every verbatim, by item and span.
    pub verbatims: Vec<PlacedVerbatim>,
    /// The themes, the largest first.
    pub themes: Vec<FoundTheme>,
    /// The tree of the themes, the root first, each node after the one above it; empty without themes.
    pub tree: Vec<Branch>,
    /// How many themes, and how surely; none without themes.
    pub choice: Option<Choice>,
    /// Verbatims whose place on the map was computed, when the others were placed among them.
    pub landmarks: Option<u32>,
    /// What places a new contribution among these themes: see [`crate::Placer`].
    pub model: Vec<u8>,
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
    /// Neighbours, and the map.
    Map,
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
