//! Runs.

pub mod compare;
pub mod list;
mod moved;
pub mod read;
mod state;
