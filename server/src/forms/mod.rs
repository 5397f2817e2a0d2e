//! What forms post to: for each, see who asks, parse, do, then say where to go (303), or show the same page again with
//! what was typed and what is wrong with it (422).

pub mod amending;
pub mod badge;
pub mod correction;
pub mod decline;
pub mod door;
pub mod enter;
pub mod erase;
mod fields;
pub mod life;
mod link;
pub mod noting;
pub mod own;
mod posted;
pub mod quiet;
pub mod rules;
pub mod sheet;
pub mod sitting;
pub mod staff;
pub mod support;
pub mod write;

pub use posted::Posted;
