//! Polls: prepared, opened with their roll, voted, closed, proclaimed or cancelled.
//!
//! **Invariants:** a voice votes once; no query gives a choice of somebody else before the poll has closed; the ballots of a secret
//! poll can't be joined to its roll by anything that the database holds.

mod ballots;
mod cast;
mod life;
mod prepare;
mod rehearse;
mod roll;
mod row;

pub use cast::SealedBallot;
pub use rehearse::Rehearsed;
pub use roll::{OwnSeat, SeatOnRoll};
