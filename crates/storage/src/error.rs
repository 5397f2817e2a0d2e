//! What can go wrong in the database room, in the user's words.

use domain::words::Slug;
use sqlx::error::ErrorKind;

use crate::keeping::KeepingError;

/// Why the database couldn't do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// The address is of no engine that Plénière knows. It isn't repeated here: it may hold a password.
    #[error("the database's address must begin with sqlite:// (then a path) or postgres://")]
    Address,
    /// Another congress has that address.
    #[error("a congress already has the address « {0} »")]
    SlugTaken(Slug),
    /// A contribution names an enjeu that its congress' list doesn't hold.
    #[error("« {0} » isn't in the congress' list of enjeux")]
    UnknownArea(String),
    /// Nothing has that id (any more).
    #[error("there is no such {0}")]
    Missing(&'static str),
    /// The run was finished, failed or abandoned in the meantime.
    #[error("this analysis isn't under way any more")]
    RunEnded,
    /// What was to be saved contradicts itself: the bug is in whoever built it.
    #[error("this can't be saved: {0}")]
    Inconsistent(&'static str),
    /// A stored value that the domain refuses.
    #[error("corrupt data in table {table}, column {column}, row {row}")]
    Corrupt {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// The row, by its key.
        row: String,
    },
    /// A backup can't be made of this database, or this database of a backup.
    #[error(transparent)]
    Keeping(#[from] KeepingError),
    /// Migrations are missing: `pleniere migrate` applies them.
    #[error("the database lacks {0} migration(s): run « pleniere migrate »")]
    Behind(usize),
    /// A migration couldn't be applied.
    #[error("a migration failed")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// The engine refused, is full, or can't be reached.
    #[error("the database failed")]
    Engine(#[from] sqlx::Error),
}

impl StorageError {
    /// Whether no connection could be had in time: nobody answers at the address, or all connections are taken.
    pub fn is_silence(&self) -> bool {
        matches!(self, Self::Engine(sqlx::Error::PoolTimedOut))
    }
}

/// What this room's functions give back.
pub type Result<T, E = StorageError> = std::result::Result<T, E>;

/// Turns the violation of a known constraint into the user's matter.
pub(crate) trait OnConstraint<T> {
    /// `refusal` when `UNIQUE (columns)` of `table` was violated, [`StorageError::Engine`] for any other failure.
    fn on_constraint(
        self,
        table: &str,
        columns: &[&str],
        refusal: impl FnOnce() -> StorageError,
    ) -> Result<T>;
}

impl<T> OnConstraint<T> for Result<T, sqlx::Error> {
    fn on_constraint(
        self,
        table: &str,
        columns: &[&str],
        refusal: impl FnOnce() -> StorageError,
    ) -> Result<T> {
        self.map_err(|error| if violates(&error, table, columns) { refusal() } else { error.into() })
    }
}

/// PostgreSQL names the constraint, SQLite its columns.
fn violates(error: &sqlx::Error, table: &str, columns: &[&str]) -> bool {
    let Some(error) = error.as_database_error().filter(|e| e.kind() == ErrorKind::UniqueViolation) else {
        return false;
    };
    match error.constraint() {
        Some(name) => name == format!("{table}_{}_key", columns.join("_")),
        None => {
            let listed: Vec<String> = columns.iter().map(|column| format!("{table}.{column}")).collect();
            error.message().ends_with(&format!(": {}", listed.join(", ")))
        }
    }
}
