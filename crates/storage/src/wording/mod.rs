//! The motion that people write: its blocks, who holds one, every wording that they had, what they rest on, and versions.
//!
//! Every change holds the motion until the unit of work ends, so that two people who save at once come one after the other,
//! and whoever comes second is told.

mod amend;
mod arrange;
mod cite;
mod draft;
mod hold;
mod publish;
mod published;
mod read;
mod row;
mod start;
mod write;

pub use arrange::Placed;
pub use cite::{Citing, NewCitation};
pub use publish::NewVersion;
pub use start::{NewBlock, NewMotionText};
pub use write::{Writing, Wrote};
