//! The few moving pieces: they alone reach the browser, and the wasm budget counts them.

mod search;

pub use search::Search;
