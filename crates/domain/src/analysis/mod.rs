//! What an analysis says: runs, themes, and where each verbatim stands.

mod agreement;
mod map;
mod place;
mod recipe;
mod tree;

use serde::{Deserialize, Serialize};
use std::ops::Range;

use crate::contribution::Kind;
use crate::id::{AnalysisId, ContributionId, ThemeId, VerbatimId};
use crate::time::Timestamp;

pub use agreement::agreement;
pub use map::{NEIGHBOURS, Neighbour, Point, Region};
pub use place::{Place, UnplacedReason, WeakReason, main_place};
pub use recipe::Recipe;
pub use tree::{Branch, Choice, Confidence};

/// An exact span of a contribution: the unit of analysis, of quotation and of accounting. Never rewritten.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verbatim {
    /// Its id; the same span keeps it from one run to the next.
    pub id: VerbatimId,
    /// Whose words.
    pub contribution: ContributionId,
    /// Which version of the contribution it was cut from.
    pub version: u32,
    /// Bytes of that version's UTF-8 body, from the start to just after the end.
    pub span: Range<usize>,
}

/// A verbatim as one run placed it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Placement {
    /// Which span.
    pub verbatim: Verbatim,
    /// Where it stands.
    pub place: Place<ThemeId>,
    /// How typical of its theme: 1 at its centre, 0 at its edge; 0 outside themes.
    pub typicality: f64,
    /// The kind: its author's where they gave one, else the machine's suggestion.
    pub kind: Kind,
    /// Whether `kind` is the machine's suggestion.
    pub kind_suggested: bool,
    /// Where it is on the map; none without a map, and none for what can't be compared.
    pub point: Option<Point>,
    /// The verbatims of other contributions that say the closest things, at most [`NEIGHBOURS`], the closest first.
    pub neighbours: Vec<Neighbour>,
}

/// Two verbatims of a theme that pull opposite ways.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Division {
    /// What they are both about, in words that both use.
    pub about: String,
    /// One.
    pub one: VerbatimId,
    /// The other, by another author.
    pub other: VerbatimId,
}

/// A word or phrase that a theme uses more than the rest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TypicalWord {
    /// As people write it most often: « numérique », never « numer ».
    pub form: String,
    /// χ² of its presence in the theme's verbatims against the others' (2 × 2 table, one degree of freedom).
    pub chi2: f64,
    /// Verbatims of the theme that hold it.
    pub verbatims: u32,
}

/// A theme: a set of verbatims that say close things.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Theme {
    /// Its id.
    pub id: ThemeId,
    /// Its rank in the run, from 1, the largest first: its short address.
    pub rank: u32,
    /// A phrase that occurs in its verbatims.
    pub label: String,
    /// Which of the 8 hues of the palette it wears, from 0.
    pub hue: u8,
    /// Typical words, the strongest first.
    pub words: Vec<TypicalWord>,
    /// Typical verbatims, at most one an author, the most typical first.
    pub typical: Vec<VerbatimId>,
    /// What it says, in a few sentences that don't repeat one another: verbatims by kind, the most telling first.
    pub says: Vec<VerbatimId>,
    /// What divides it, if anything does.
    pub divides: Vec<Division>,
    /// The theme of the run before that it continues, whose name and hue it keeps.
    pub continues: Option<ThemeId>,
    /// Its part of the map; none without a map.
    pub region: Option<Region>,
}

/// One numbered, finished run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    /// Its id.
    pub id: AnalysisId,
    /// Its number in the congress, from 1: « analyse n° 3 ».
    pub number: u32,
    /// What it was made from.
    pub recipe: Recipe,
    /// When it was finished.
    pub finished_at: Timestamp,
    /// Its themes by rank; empty when the corpus was too small for themes.
    pub themes: Vec<Theme>,
    /// Every verbatim, in the order of contributions and spans.
    pub placements: Vec<Placement>,
    /// How many themes, and how surely; none when the corpus was too small for themes.
    pub choice: Option<Choice>,
    /// The tree of the themes, the root first, each node after the one above it; empty without themes.
    pub tree: Vec<Branch>,
    /// Verbatims whose place on the map was computed, when the others were placed among them; none when all were.
    pub landmarks: Option<u32>,
    /// What places a new contribution among these themes without another run, in the engine's own form.
    pub model: Vec<u8>,
}
