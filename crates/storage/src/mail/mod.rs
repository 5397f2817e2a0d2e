//! Letters: queued with what causes them, claimed by whoever sends, marked with what came of it.

mod claim;
mod mark;
mod news;
mod outbox;
mod queue;
mod row;
mod told;

pub use claim::{DueLetter, Lease};
pub use mark::BounceNoted;
pub use queue::NewLetter;
