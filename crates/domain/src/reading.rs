//! What pages and documents read: answers shaped for a reader, in plain data.
//!
//! **Invariant:** on every one of them the sums hold. Contributions are counted by their [main place](crate::analysis::main_place),
//! verbatims by their place, and each is counted once.

use serde::{Deserialize, Serialize};
use std::ops::Range;

use crate::analysis::{Place, TypicalWord};
use crate::congress::Congress;
use crate::contribution::{Contribution, ContributionNumber, Kind};
use crate::id::VerbatimId;
use crate::member::{College, Signature};
use crate::time::Timestamp;

/// A theme as a tag: enough to name it, colour it and link to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThemeTag {
    /// Its rank in the run, from 1: its address.
    pub rank: u32,
    /// Its label.
    pub label: String,
    /// Which of the 8 hues it wears, from 0.
    pub hue: u8,
}

/// The figures of a congress.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Contributions received.
    pub contributions: u32,
    /// Distinct people or tables that signed (name, mandate and territory taken together).
    pub signatories: u32,
    /// Distinct départements that they come from.
    pub departements: u32,
    /// Verbatims of the current analysis: `in_themes + weak + unplaced`.
    pub verbatims: u32,
    /// Verbatims in a theme.
    pub in_themes: u32,
    /// Weak signals.
    pub weak: u32,
    /// Unplaced verbatims.
    pub unplaced: u32,
}

/// The run that pages show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunTag {
    /// « Analyse n° 3 ».
    pub number: u32,
    /// When it was finished.
    pub finished_at: Timestamp,
    /// Contributions that arrived since and that it doesn't cover.
    pub behind: u32,
}

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

/// Words quoted to the letter, with who and where.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quote {
    /// The verbatim quoted.
    pub verbatim: VerbatimId,
    /// The contribution it is from.
    pub number: ContributionNumber,
    /// Its rank within the contribution, from 1.
    pub ordinal: u32,
    /// The exact words.
    pub text: String,
    /// Words of the contribution stand before them: screens show « […] ».
    pub cut_before: bool,
    /// Words of the contribution stand after them.
    pub cut_after: bool,
    /// Who signed.
    pub signature: Signature,
    /// What it is.
    pub kind: Kind,
    /// Whether the machine suggested `kind`.
    pub kind_suggested: bool,
    /// Where it stands.
    pub place: Place<ThemeTag>,
}

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
}

impl Home {
    /// More dots than this can't be told apart, and weigh on the page.
    pub const MAX_DOTS: usize = 1_200;
}

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

/// How many contributions of the answer have one value of a filter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facet<T> {
    /// The value.
    pub value: T,
    /// How a screen names it.
    pub label: String,
    /// Contributions that have it, all other filters applied but this one.
    pub count: u32,
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

/// A place of the draft that quotes a verbatim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CitedIn {
    /// The objective's number.
    pub objective: u32,
    /// Its heading.
    pub heading: String,
    /// The sentence's number within the objective, from 1: its anchor is `o{objective}-{sentence}`.
    pub sentence: u32,
}

/// One verbatim on its contribution's page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VerbatimLine {
    /// Its id.
    pub id: VerbatimId,
    /// Bytes of the body.
    pub span: Range<usize>,
    /// What it is.
    pub kind: Kind,
    /// Whether the machine suggested `kind`.
    pub kind_suggested: bool,
    /// Where it stands.
    pub place: Place<ThemeTag>,
    /// Where the draft quotes it.
    pub cited: Vec<CitedIn>,
}

/// The page of one contribution.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ContributionPage {
    /// The contribution, its kind and main place.
    pub card: Card,
    /// Its verbatims in order; empty when the run doesn't cover it.
    pub verbatims: Vec<VerbatimLine>,
    /// The number before it in the congress.
    pub previous: Option<ContributionNumber>,
    /// The number after it.
    pub next: Option<ContributionNumber>,
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

/// One sentence of the draft with the words and the signature behind it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DraftSentence {
    /// Its number within the objective, from 1: its anchor is `o{objective}-{sentence}`.
    pub number: u32,
    /// The quotation and its source.
    pub quote: Quote,
}

/// One paragraph of the draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DraftParagraph {
    /// What its sentences are.
    pub kind: Kind,
    /// Its sentences.
    pub sentences: Vec<DraftSentence>,
}

/// One objective of the draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DraftObjective {
    /// Its number, from 1.
    pub rank: u32,
    /// Its heading.
    pub heading: String,
    /// The themes that feed it, with their counts.
    pub themes: Vec<ThemeLine>,
    /// Its paragraphs.
    pub paragraphs: Vec<DraftParagraph>,
}

/// The draft of the motion, with its sources.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MotionPage {
    /// The run it comes from.
    pub run: RunTag,
    /// The figures of the preamble.
    pub figures: Figures,
    /// How many distinct verbatims it quotes.
    pub quoted: u32,
    /// When it was drafted.
    pub drafted_at: Timestamp,
    /// Its objectives.
    pub objectives: Vec<DraftObjective>,
}

/// The whole congress for a document: the draft, and every verbatim by theme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dossier {
    /// Which congress.
    pub congress: Congress,
    /// The draft.
    pub motion: MotionPage,
    /// Every theme by rank with every verbatim, in the order of contributions.
    pub themes: Vec<(ThemeLine, Vec<Quote>)>,
    /// Every weak signal.
    pub weak: Vec<Quote>,
    /// Every unplaced verbatim.
    pub unplaced: Vec<Quote>,
    /// Every number with the signature behind it, in order: printed numbers lead here.
    pub contributions: Vec<(ContributionNumber, Signature)>,
}

/// Everything that the open data files hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OpenData {
    /// Which congress.
    pub congress: Congress,
    /// The run that places the verbatims, if there is one.
    pub run: Option<RunTag>,
    /// Every contribution by number.
    pub contributions: Vec<Card>,
    /// Every verbatim of the run, by contribution and span.
    pub verbatims: Vec<(ContributionNumber, VerbatimLine)>,
}
