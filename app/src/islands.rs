//! The few moving pieces: they alone reach the browser, and the wasm budget counts them.

mod map;
mod search;

pub use map::{Map, place};
pub use search::Search;
