//! Themes.

mod account;
pub(super) mod choice;
pub mod list;
pub mod read;
mod says;
pub mod tree;
mod who;
