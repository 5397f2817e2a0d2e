//! What forms post to: for each, see who asks, parse, do, then say where to go (303), or show the same page again with
//! what was typed and what is wrong with it (422).

pub mod enter;
mod posted;

pub use posted::Posted;
