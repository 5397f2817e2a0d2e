//! What an analysis says: runs, themes, and where each verbatim stands.

use serde::{Deserialize, Serialize};
use std::ops::Range;

use crate::coded;
use crate::contribution::Kind;
use crate::id::{AnalysisId, ContributionId, ThemeId, VerbatimId};
use crate::time::Timestamp;

coded! {
    /// Why a verbatim stands apart from every theme.
    pub enum WeakReason {
        /// Far from every theme.
        FarFromAll = "loin",
        /// Its words are rare, but hold together.
        RareWords = "rare",
        /// The corpus is too small for themes.
        SmallCorpus = "petit-corpus",
    }
}

coded! {
    /// Why a verbatim can't be compared with others.
    pub enum UnplacedReason {
        /// Too few words that mean something.
        TooShort = "court",
        /// Not in French.
        OtherLanguage = "langue",
        /// None of its words is used by anyone else.
        NoSharedWord = "inconnu",
    }
}

/// Where a verbatim stands: in exactly one of three places, so that sums hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place<T> {
    /// In a theme, its main one.
    Theme(T),
    /// Signal faible: isolated, and said so with its reason.
    Weak(WeakReason),
    /// Trop court, ou dans une autre langue, pour être rapproché.
    Unplaced(UnplacedReason),
}

impl<T> Place<T> {
    /// The same place, its theme renamed by `f`.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Place<U> {
        match self {
            Self::Theme(theme) => Place::Theme(f(theme)),
            Self::Weak(reason) => Place::Weak(reason),
            Self::Unplaced(reason) => Place::Unplaced(reason),
        }
    }

    /// The theme, when there is one.
    pub fn theme(self) -> Option<T> {
        match self {
            Self::Theme(theme) => Some(theme),
            _ => None,
        }
    }
}

/// The place of a whole contribution: the one most of its verbatims share, a theme before any other, the earliest on a tie.
/// Without verbatims, too short.
pub fn main_place<T: Copy + PartialEq>(places: &[Place<T>]) -> Place<T> {
    let count = |place: &Place<T>| places.iter().filter(|other| *other == place).count();
    let best = |wanted: fn(&Place<T>) -> bool| {
        // `rev` and `max_by_key`, which keeps the last: the earliest wins a tie.
        places.iter().rev().filter(|place| wanted(place)).max_by_key(|place| count(place)).copied()
    };
    best(|place| matches!(place, Place::Theme(_)))
        .or_else(|| best(|place| matches!(place, Place::Weak(_))))
        .or_else(|| best(|place| matches!(place, Place::Unplaced(_))))
        .unwrap_or(Place::Unplaced(UnplacedReason::TooShort))
}

/// An exact span of a contribution: the unit of analysis, of quotation and of accounting. Never rewritten.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verbatim {
    /// Its id; the same span keeps it from one run to the next.
    pub id: VerbatimId,
    /// Whose words.
    pub contribution: ContributionId,
    /// Bytes of the contribution's UTF-8 body, from the start to just after the end.
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

/// How many neighbours a verbatim has.
pub const NEIGHBOURS: usize = 3;

/// A verbatim that says something close.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Neighbour {
    /// Which.
    pub verbatim: VerbatimId,
    /// How close: the cosine of the two, 1 for the same.
    pub closeness: f64,
    /// Nearly the same words: linked, never removed.
    pub twin: bool,
}

/// A place on the map, a square from (0, 0) at the top left to (1, 1).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// From the left.
    pub x: f32,
    /// From the top.
    pub y: f32,
}

/// A theme's part of the map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Region {
    /// Where its name stands best: among most of its points.
    pub anchor: Point,
    /// Its outlines, each closed by going back to its first point; the densest parts of its points stand within.
    pub outlines: Vec<Vec<Point>>,
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

/// A node of the tree of themes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Branch {
    /// The index of the node above, which stands before this one; none for the root, which is the first.
    pub parent: Option<u32>,
    /// The rank of the theme that this leaf is; none for a node that divides further.
    pub theme: Option<u32>,
    /// For a leaf, the theme's label; above, a phrase that its verbatims share.
    pub label: String,
    /// Its hue: one a branch below the root.
    pub hue: u8,
}

coded! {
    /// How sure an analysis is of how many themes there are.
    pub enum Confidence {
        /// Other starts and close counts find nearly the same themes.
        High = "nette",
        /// They find most of them.
        Fair = "moyenne",
        /// They find others: read the division as one of several.
        Low = "faible",
        /// A person set the count.
        Given = "donnee",
    }
}

/// How many themes a run settled on, and how surely.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// Leaf themes.
    pub themes: u32,
    /// How surely.
    pub confidence: Confidence,
    /// Mean agreement (adjusted Rand index) of the themes that different starts find at that count, at most 1.
    pub agreement: f64,
    /// The counts that were compared, with the score of each; empty when a person set it.
    pub compared: Vec<(u32, f64)>,
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

/// What a run was made from: the same again gives the same result.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recipe {
    /// SHA-256 of the numbers and bodies it read, in hexadecimal.
    pub corpus: String,
    /// The seed of its random numbers.
    pub seed: u64,
    /// Its checked parameters, as JSON.
    pub parameters: String,
    /// The engine's version.
    pub engine: String,
    /// The run whose themes and map it started from.
    pub predecessor: Option<AnalysisId>,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contribution_stands_where_most_of_its_verbatims_do() {
        use Place::{Theme, Unplaced, Weak};
        let weak: Place<u8> = Weak(WeakReason::FarFromAll);
        let short: Place<u8> = Unplaced(UnplacedReason::TooShort);
        assert_eq!(main_place(&[Theme(1), Theme(2), Theme(2)]), Theme(2));
        assert_eq!(main_place(&[Theme(1), Theme(2)]), Theme(1));
        assert_eq!(main_place(&[weak, weak, Theme(3)]), Theme(3));
        assert_eq!(main_place(&[short, weak]), weak);
        assert_eq!(main_place::<u8>(&[]), Unplaced(UnplacedReason::TooShort));
    }
}
