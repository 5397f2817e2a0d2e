//! French contributions to verbatims, themes, weak signals, typical words and a first draft.
//!
//! **Invariant:** pure functions of their arguments. No IO, no clock, one seed; the same input gives the same bytes for
//! any number of threads, since sums are taken in a fixed order. Every verbatim stands in exactly one place.
//!
//! The way of a text, one module a step: [`segment`], [`read`], vectors, themes and their tree, words and labels, typical
//! verbatims, what stands apart, neighbours and map, what divides, [`kinds`], [`draft`]. [`analyse`] walks it;
//! [`evaluate()`] measures it; a [`Placer`] places what comes later.

mod apart;
mod corpus;
mod describe;
mod divides;
pub mod draft;
mod engine;
mod evaluate;
pub mod kinds;
mod labels;
mod map;
mod model;
mod neighbours;
mod outcome;
mod parameters;
mod previous;
pub mod read;
pub mod segment;
mod space;
mod themes;
mod typical;
mod vectors;
mod words;

pub use engine::{AnalysisError, analyse};
pub use evaluate::{Agreement, Scores, adjusted_rand, agreement, evaluate};
pub use linfa::ParamGuard;
pub use model::{Guess, ModelError, Placer};
pub use outcome::{Close, Divide, FoundTheme, Item, Observer, Outcome, PlacedVerbatim, Stage};
pub use parameters::{ParameterError, Parameters, ThemeCount, ValidParameters};
pub use previous::{Previous, PreviousTheme, PreviousVerbatim};
pub use themes::ThemesError;
pub use vectors::VectorKind;

/// The engine's version, for the recipe of a run.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
