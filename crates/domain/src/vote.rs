//! Voting: what a ballot may say, how ballots are counted, and when a text is adopted.
//!
//! **Invariants:** everything is counted in whole numbers; a count doesn't depend on the order of the ballots; a poll never goes
//! back to an earlier state; a poll without its quorum adopts nothing.
//!
//! Terms are those of `voting.md`'s glossary: *inscrits* are `entitled`, *présents* and *représentés* `present` and
//! `represented`, *votants* `voters`, *exprimés* `cast`.

mod ballot;
mod cast;
mod decision;
mod elected;
mod majority;
mod poll;
mod quorum;
mod rehearsal;
mod show_of_hands;
mod state;
mod tally;

pub use ballot::{Ballot, BallotFault, Choice, Method, Secrecy};
pub use cast::{Cast, CastFault, Part, Receipt, ReceiptError, Said, Turn};
pub use decision::{Casting, Decision, Ground, Rule, decide};
pub use elected::{Elected, elected};
pub use majority::{Base, Fraction, FractionError, Majority, Threshold};
pub use poll::{Means, Outcome, Poll, PollNumber, Question, QuestionFault, Stage};
pub use quorum::{Quorum, Roll};
pub use rehearsal::simulated;
pub use show_of_hands::{HandsFault, show_of_hands, unanimous};
pub use state::{PollAct, PollState};
pub use tally::{Tally, tally};

#[cfg(test)]
mod tests;
