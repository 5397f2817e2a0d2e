//! What changes while a sitting goes on, told at once to everybody who follows it.
//!
//! A room a sitting. What everybody sees is rendered once for each audience and sent to all as it is; what concerns one person
//! is read for all who need it together. Every scene is whole, so nobody is sent those between: whoever is slow, or was away,
//! gets the last one, and no line holds more than that.
//!
//! What a sitting looks like, and what becomes of a ballot, is said by a [`Stage`]; nothing here knows.

pub mod batch;
mod hub;
mod join;
mod line;
mod pace;
mod people;
mod room;
mod seat;
mod session;
mod sittings;
mod stage;
mod wait;

pub use hub::Live;
pub use join::join;
pub use sittings::{Sittings, admitted};
pub use stage::{Asked, Ballot, Scenes, Soon, Stage, Trouble, Verdict};
pub use wait::{Machine, Wait};
