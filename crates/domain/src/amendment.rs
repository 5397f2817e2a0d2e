//! Amendments: what members ask to change in the words of the motion, what becomes of it, and which of them can't both stand.
//!
//! **Invariants:** an amendment is never put where it wasn't meant: where the words around it changed, it says so; of two that
//! don't collide, either may be adopted first.

mod avis;
mod change;
mod docket;
mod edit;
mod motive;
mod number;
mod proposal;
mod state;

pub use avis::{Avis, Opinion};
pub use change::{AmendmentKind, Change};
pub use docket::{Docket, DocketItem, docket};
pub use edit::{Edit, Moved, applied, edits, rebased, touches};
pub use motive::{Motive, MotiveError};
pub use number::{AmendmentNumber, AmendmentNumberError};
pub use proposal::{Place, Proposal};
pub use state::{AmendmentState, Fate};

#[cfg(test)]
mod tests;
