//! What keeps a database from being kept or filled.

/// Why a backup can't be made of a database, or a database of a backup.
#[derive(Debug, thiserror::Error)]
pub enum KeepingError {
    /// A column of a type that a backup can't hold.
    #[error("a backup can't hold column {column} of table {table}, which is {declared}")]
    Unportable {
        /// The table.
        table: String,
        /// The column.
        column: String,
        /// Its type, as the engine calls it.
        declared: String,
    },
    /// A table without a primary key has no order that two engines share.
    #[error("table {0} has no primary key")]
    Unordered(String),
    /// The database to fill holds something already.
    #[error("table {0} isn't empty, or isn't ours")]
    Occupied(String),
    /// A schema of a newer program.
    #[error("this program doesn't know migration {0}")]
    Newer(i64),
    /// A table that the schema has otherwise, or not at all.
    #[error("table {0} isn't as the schema has it")]
    Unlike(String),
    /// A row refers to one that isn't there.
    #[error("a row of table {0} refers to one that isn't there")]
    Dangling(String),
}
