//! Amendments: proposed, signed, judged, voted, and put into the text by what was decided.
//!
//! Every change holds the motion until the unit of work ends, so that a text never changes under an amendment that is being
//! adopted.

mod judge;
mod own;
mod propose;
mod read;
mod row;
mod settle;
mod vote;

pub use propose::{NewAmendment, Rectifying};
pub use settle::Settled;
