//! Everything that a database holds, table by table, in a form that both engines read: what a backup is made of.
//!
//! - The list of tables and columns comes from the engine's own catalogue, so that a table added by a later migration is kept
//!   without a word about it here. [`LEFT_OUT`] names the few that aren't.
//! - [`Reading::pour`](crate::Reading::pour) gives a table's rows as [lines](mod@line), in the order of its primary key: the same
//!   rows are the same bytes, whichever engine holds them.
//! - [`Restoration`] is the way back: one unit of work that fills an empty database, or leaves it as it was.

mod catalogue;
mod congresses;
mod engines;
mod error;
mod line;
mod load;
mod pour;
mod restoration;
mod table;

pub use congresses::KeptCongress;
pub use error::KeepingError;
pub use line::Cell;
pub use restoration::Restoration;
pub use table::{Column, Form, LEFT_OUT, LeftOut, Table};
