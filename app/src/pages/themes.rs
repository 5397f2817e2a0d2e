//! Themes.

mod account;
pub mod list;
pub(super) mod choice;
pub mod read;
mod says;
pub mod tree;
mod who;
