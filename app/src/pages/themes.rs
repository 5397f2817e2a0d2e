//! Themes.

mod account;
pub mod list;
pub mod read;
mod who;
