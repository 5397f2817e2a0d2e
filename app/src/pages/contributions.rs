//! Contributions.

pub mod list;
mod notes;
pub mod read;
