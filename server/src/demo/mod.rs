//! The demonstration congress: fictional people, fictional texts, dates relative to the day it is made.
//!
//! The texts stand in `server/demo/`, written one by one; each sentence bears its kind and each text its intended subject,
//! which the engine never sees and the tests compare with what it finds.

pub mod amending;
mod load;
pub mod members;
mod minutes;
mod motion;
pub mod sitting;
mod texts;

pub use load::{DemoError, SLUG, load};
pub use texts::{Person, Sentence, Text, areas, people, texts};
