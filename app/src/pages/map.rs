//! The map.

mod form;
mod legend;
mod list;
pub mod read;
