//! Contributions.

mod became;
mod closest;
pub mod list;
mod notes;
pub mod read;
