//! A backup: everything that the database holds in one file, and an empty database from it.
//!
//! The file is a ZIP: [`manifest`] says what is in it, and each table is a file of lines (see [`storage::Reading::pour`]). A
//! backup of one engine fills the other.

mod backup;
mod error;
pub mod manifest;
mod read;
mod restore;
pub mod words;
mod write;

pub use backup::{Account, Order, backup_until};
pub use error::KeepingError;
pub use read::Backup;
pub use restore::{Restored, restore_until};

/// A step that begins, or how far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// What begins, for a person.
    Step(&'static str),
    /// Rows of a large table that are done.
    Rows {
        /// The table.
        table: String,
        /// How many.
        rows: u64,
    },
}

/// Is told of progress.
pub type Told<'a> = dyn FnMut(&Progress) + Send + 'a;

/// Tables with fewer rows than that are done before anyone asks.
const MANY: u64 = 500_000;

/// Says now and then how many rows of a table are done.
fn count_rows(table: &str, rows: u64, told: &mut Told<'_>) {
    if rows.is_multiple_of(MANY) {
        told(&Progress::Rows { table: table.to_owned(), rows });
    }
}
