//! Themes, and what stands in none.

use serde::{Deserialize, Serialize};

use super::{Facet, Figures, Quote, RunTag, ThemeTag};
use crate::analysis::TypicalWord;
use crate::contribution::Kind;
use crate::member::College;

/// One theme in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ThemeLine {
    /// Its name.
    pub tag: ThemeTag,
    /// Its verbatims.
    pub verbatims: u32,
    /// Contributions whose main place it is.
    pub contributions: u32,
    /// Distinct signatories of its verbatims.
    pub signatories: u32,
    /// Its strongest words, at most eight.
    pub words: Vec<TypicalWord>,
    /// Its most typical verbatim.
    pub voice: Option<Quote>,
}

/// The page that lists the themes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ThemesPage {
    /// The figures: the lines' verbatims and the two others sum to `figures.verbatims`.
    pub figures: Figures,
    /// The run shown, if there is one.
    pub run: Option<RunTag>,
    /// Its themes by rank.
    pub themes: Vec<ThemeLine>,
}

/// The page of one theme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ThemePage {
    /// The run shown.
    pub run: RunTag,
    /// The theme; its words are all those kept, not eight.
    pub line: ThemeLine,
    /// Typical verbatims, at most one an author.
    pub typical: Vec<Quote>,
    /// What it says, in a few verbatims that don't repeat one another, by kind; kinds without any are left out.
    pub says: Vec<(Kind, Vec<Quote>)>,
    /// What divides it.
    pub divides: Vec<Divide>,
    /// Its place in the tree: labels from the root down, without its own.
    pub path: Vec<String>,
    /// Verbatims by enjeu, by rank in the congress' list; 0 for those without one. A verbatim may have several.
    pub areas: Vec<Facet<u32>>,
    /// Verbatims by kind; they sum to the theme's.
    pub kinds: Vec<Facet<Kind>>,
    /// Verbatims by college.
    pub colleges: Vec<Facet<College>>,
    /// Verbatims by département (COG code and name; empty code: without one), the most first.
    pub departements: Vec<Facet<String>>,
    /// Its verbatims, the most typical first, one page of them.
    pub verbatims: QuotePage,
    /// Where the draft takes the theme up: objective's number and heading.
    pub objectives: Vec<(u32, String)>,
    /// The theme of the rank before.
    pub previous: Option<ThemeTag>,
    /// The theme of the rank after.
    pub next: Option<ThemeTag>,
}

/// Two quotes of a theme that pull opposite ways.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Divide {
    /// What they are both about, in words that both use.
    pub about: String,
    /// One.
    pub one: Quote,
    /// The other, by another author.
    pub other: Quote,
}

/// A page of a list of quotes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuotePage {
    /// How many quotes the whole list has.
    pub total: u32,
    /// The page shown, from 1; never beyond the last.
    pub page: u32,
    /// How many pages, at least 1.
    pub pages: u32,
    /// The quotes of this page.
    pub quotes: Vec<Quote>,
}

impl QuotePage {
    /// Quotes a page.
    pub const SIZE: u32 = 30;
}

/// The page of what stands in no theme: weak signals, or unplaced verbatims.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ApartPage {
    /// The run shown.
    pub run: RunTag,
    /// The figures.
    pub figures: Figures,
    /// The verbatims, in the order of contributions.
    pub verbatims: QuotePage,
}
