//! The first page of a congress.

use serde::{Deserialize, Serialize};

use super::{Figures, Quote, RunTag, ThemeLine};
use crate::analysis::Place;
use crate::contribution::ContributionNumber;

/// One contribution as a dot of the *semis*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dot {
    /// Its number.
    pub number: ContributionNumber,
    /// The hue of its main theme; an empty circle for a weak signal, a small one for the unplaced.
    pub place: Place<u8>,
}

/// The first page of a congress.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Home {
    /// Its figures.
    pub figures: Figures,
    /// The run shown, if there is one.
    pub run: Option<RunTag>,
    /// Its themes by rank.
    pub themes: Vec<ThemeLine>,
    /// Every contribution by main theme's rank, then weak signals, then unplaced; above [`Home::MAX_DOTS`], a sample spread evenly over that order.
    pub dots: Vec<Dot>,
    /// Up to three voices from different themes.
    pub voices: Vec<Quote>,
    /// Whether a draft stands.
    pub has_motion: bool,
    /// Whether the corpus is kept to members, and whoever asks isn't one.
    pub kept: bool,
}

impl Home {
    /// More dots than this can't be told apart, and weigh on the page.
    pub const MAX_DOTS: usize = 1_200;

    /// What a stranger sees of a congress that keeps its corpus to its members: the figures, nobody's words.
    #[must_use]
    pub fn withheld(self) -> Self {
        Self {
            themes: Vec::new(),
            dots: Vec::new(),
            voices: Vec::new(),
            run: None,
            has_motion: false,
            kept: true,
            ..self
        }
    }
}
