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
