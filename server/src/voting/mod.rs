//! What the sittings' acts do, whichever way they come: a plain form, or a socket.

mod amending;
mod ballots;
mod counting;
mod form;
mod late;
mod life;
mod notes;
mod rehearsal;
mod strongbox;
mod sweep;
mod urn;
mod verify;

pub use amending::{idle, ungroup};
pub use ballots::take;
pub use form::{Fields, NotKept, chosen, sentence};
pub use late::latecomers;
pub use life::{ActFault, Acts, Done, Papers};
pub use rehearsal::{begin as begin_rehearsal, simulate};
pub use strongbox::{Key, Strongbox};
pub use sweep::sweep;
pub use urn::{Ailment, Taken, Urn};
pub use verify::{Recounted, Verified, Wrong, exported, verify};
