//! What staff does about texts.

mod act;
pub mod correct;
pub mod history;
mod line;
pub mod queue;
