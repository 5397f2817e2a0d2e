//! The database room: one [`Storage`], units of work, and answers shaped for pages.
//!
//! - [`Storage::write`] gives a [`Work`]: what was done through it stands once [`Work::save`] returned, and never happened otherwise.
//! - [`Storage::read`] gives a [`Reading`]: one consistent view, with the methods that answer [`domain::reading`].
//! - Every query is written once, in a dialect that SQLite and PostgreSQL share (`$1`, `RETURNING`, `ON CONFLICT`,
//!   CTEs, `CAST`), and compiled for both by the macro `sql!`.
//! - Rows are private. They become domain types on the way out; what the domain refuses is
//!   [`StorageError::Corrupt`], with table, column and row.
//!
//! **Invariant:** pages show the last finished run, and of drafts the last one made from it. A run under way, failed or
//! abandoned is never seen there.

mod access;
mod amendment;
mod analysis;
mod area;
mod cell;
mod comparison;
mod congress;
mod contribution;
mod corpus;
mod dashboard;
mod descent;
mod disposition;
mod document;
mod dossier;
mod error;
mod export;
mod figures;
mod home;
mod import;
mod insert;
mod journal;
mod keeping;
mod life;
mod lit;
mod mail;
mod map;
mod member;
mod migrations;
mod minutes;
mod motion;
mod open;
mod open_data;
mod phase;
mod place;
mod poll;
mod quote;
mod quotes;
mod region;
mod search;
mod settings;
mod sitting;
mod statistics;
mod theme;
mod tree;
mod wording;
mod work;
mod workshop;

pub use access::{CodeOutcome, Link, SecretHash, SignedIn};
pub use amendment::{NewAmendment, Rectifying, Settled};
pub use analysis::Alive;
pub use contribution::{Added, NewContribution};
pub use document::Document;
pub use error::StorageError;
pub use export::PlacedVerbatim;
pub use import::{Import, NewImport, NewUpload};
pub use keeping::{Cell, Column, Form, KeepingError, KeptCongress, LEFT_OUT, LeftOut, Restoration, Table};
pub use life::{Correcting, Hiding, NewText, Posted, Rewriting, Rewritten, StoredDraft, Unlooked};
pub use lit::HeldText;
pub use mail::{BounceNoted, DueLetter, Lease, NewLetter};
pub use member::{Erasure, NewMember, Representative};
pub use migrations::knows as knows_schema;
pub use minutes::SigningMinutes;
pub use open::Storage;
pub use open_data::{Edition, ShownRun};
pub use poll::{OwnSeat, Rehearsed, SealedBallot, SeatOnRoll};
pub use quote::Cut;
pub use sitting::{CheckIn, Giving};
pub use wording::{Citing, NewBlock, NewCitation, NewMotionText, NewVersion, Placed, Writing, Wrote};
pub use work::{Reading, Work};
pub use workshop::NewNote;
