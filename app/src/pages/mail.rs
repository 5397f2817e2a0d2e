//! The outbox: a list of letters, and one of them.

pub mod list;
pub mod read;
mod state;
