//! Opening, migrating, probing and closing a database.

use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use crate::error::{Result, StorageError};
use crate::migrations;
use crate::work::{Reading, Tx, Work};

/// How long to wait for another process that writes to the same SQLite file, and for a free connection.
const PATIENCE: Duration = Duration::from_secs(30);
/// Readers of a SQLite file; more than that and they wait for the disk, not for each other.
const SQLITE_READERS: u32 = 4;
/// Connections to PostgreSQL, reading and writing.
const POSTGRES_CONNECTIONS: u32 = 10;

/// An open database.
#[derive(Clone)]
pub struct Storage {
    pub(crate) engine: Engine,
}

#[derive(Clone)]
pub(crate) enum Engine {
    /// One writer, so that writers queue here and not inside SQLite, and many readers that it never blocks.
    Sqlite {
        writer: SqlitePool,
        readers: SqlitePool,
        /// The file whose lock says that a run is under way.
        runs: PathBuf,
    },
    Postgres(PgPool),
}

/// What a database is opened for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    Serve,
    /// It must be there.
    Look,
    /// References aren't heeded, which SQLite decides outside of transactions.
    Fill,
}

impl fmt::Debug for Storage {
    /// Names the engine only: an address may hold a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Storage").field(&self.engine_name()).finish()
    }
}

impl Storage {
    /// Opens `sqlite://path` (made when missing) or `postgres://…` (a Unix socket by `?host=/folder`).
    pub async fn open(url: &str) -> Result<Self> {
        Self::open_for(url, Purpose::Serve).await
    }

    /// Opens a database that must be there.
    pub async fn open_existing(url: &str) -> Result<Self> {
        Self::open_for(url, Purpose::Look).await
    }

    /// Opens a database to fill it, in any order of rows.
    pub(crate) async fn open_to_fill(url: &str) -> Result<Self> {
        Self::open_for(url, Purpose::Fill).await
    }

    async fn open_for(url: &str, purpose: Purpose) -> Result<Self> {
        let engine = if url.starts_with("sqlite://") {
            open_sqlite(url, purpose).await?
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            open_postgres(url).await?
        } else {
            return Err(StorageError::Address);
        };
        Ok(Self { engine })
    }

    /// « SQLite » or « PostgreSQL ».
    pub fn engine_name(&self) -> &'static str {
        match self.engine {
            Engine::Sqlite { .. } => "SQLite",
            Engine::Postgres(_) => "PostgreSQL",
        }
    }

    /// Applies the migrations that are missing, in order.
    pub async fn migrate(&self) -> Result<()> {
        match &self.engine {
            Engine::Sqlite { writer, .. } => migrations::SQLITE.run(writer).await?,
            Engine::Postgres(pool) => migrations::POSTGRES.run(pool).await?,
        }
        Ok(())
    }

    /// Has the engine count its rows anew, after so many came that its plans of queries can't be those it would make now.
    pub async fn take_stock(&self) -> Result<()> {
        match &self.engine {
            // A sample of each index is enough to choose between two, and takes milliseconds.
            Engine::Sqlite { writer, .. } => {
                sqlx::raw_sql("PRAGMA analysis_limit = 1000; ANALYZE").execute(writer).await?;
            }
            Engine::Postgres(pool) => {
                sqlx::raw_sql("ANALYZE").execute(pool).await?;
            }
        }
        Ok(())
    }

    /// Whether requests can be served: the database answers and no migration is missing.
    pub async fn ready(&self) -> Result<()> {
        let applied: Vec<i64> = match &self.engine {
            Engine::Sqlite { readers, .. } => {
                sqlx::query_scalar(migrations::APPLIED).fetch_all(readers).await
            }
            Engine::Postgres(pool) => sqlx::query_scalar(migrations::APPLIED).fetch_all(pool).await,
        }
        .or_else(migrations::none_yet)?;
        match migrations::missing(&applied) {
            0 => Ok(()),
            missing => Err(StorageError::Behind(missing)),
        }
    }

    /// A view of the database as it is now.
    pub async fn read(&self) -> Result<Reading> {
        let tx = match &self.engine {
            Engine::Sqlite { readers, .. } => Tx::Sqlite(readers.begin().await?),
            Engine::Postgres(pool) => {
                Tx::Postgres(pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?)
            }
        };
        Ok(Reading { tx })
    }

    /// A unit of work: see [`Work`]. On SQLite there is one at a time, others wait for it.
    pub async fn write(&self) -> Result<Work> {
        let tx = match &self.engine {
            Engine::Sqlite { writer, .. } => Tx::Sqlite(match writer.begin_with(IMMEDIATE).await {
                // Where the disk was full, the engine has undone its transaction by itself and the connection doesn't know of it:
                // another takes its place.
                Err(sqlx::Error::InvalidSavePointStatement) => {
                    writer.acquire().await?.close().await?;
                    writer.begin_with(IMMEDIATE).await?
                }
                begun => begun?,
            }),
            Engine::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        };
        Ok(Work::new(tx))
    }

    /// Waits for the units under way, then closes every connection.
    pub async fn close(&self) {
        match &self.engine {
            Engine::Sqlite { writer, readers, .. } => {
                readers.close().await;
                writer.close().await;
            }
            Engine::Postgres(pool) => pool.close().await,
        }
    }
}

/// Waits for the lock now, not in the middle when it would be too late to wait.
const IMMEDIATE: &str = "BEGIN IMMEDIATE";

async fn open_sqlite(url: &str, purpose: Purpose) -> Result<Engine> {
    let options: SqliteConnectOptions = url
        .parse::<SqliteConnectOptions>()?
        .foreign_keys(purpose != Purpose::Fill)
        .busy_timeout(PATIENCE)
        .pragma("cache_size", "-32768");
    let mut runs = options.get_filename().as_os_str().to_owned();
    runs.push("-runs");
    let writing = options
        .clone()
        .create_if_missing(purpose != Purpose::Look)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    // The writer stays open as long as the storage: read-only connections need the files beside the database that it holds.
    let pool = || SqlitePoolOptions::new().acquire_timeout(PATIENCE).idle_timeout(None).max_lifetime(None);
    let writer = pool().max_connections(1).min_connections(1).connect_with(writing).await?;
    let readers = pool().max_connections(SQLITE_READERS).connect_with(options.read_only(true)).await?;
    Ok(Engine::Sqlite { writer, readers, runs: runs.into() })
}

async fn open_postgres(url: &str) -> Result<Engine> {
    let options: PgConnectOptions = url.parse::<PgConnectOptions>()?.application_name("pleniere");
    let pool = PgPoolOptions::new().max_connections(POSTGRES_CONNECTIONS).acquire_timeout(PATIENCE);
    Ok(Engine::Postgres(pool.connect_with(options).await?))
}
