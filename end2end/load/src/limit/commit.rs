//! Batched commits of SQLite, each on disk before the next: `synchronous=FULL` and a write-ahead log, as Plénière has them.

use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection};

use super::Limit;
use crate::Outcome;
use crate::times::Times;

/// What is asked for.
#[derive(Clone, Debug, Args)]
pub(crate) struct Arguments {
    /// How many ballots
    #[arg(long, value_name = "N", default_value_t = 50_000)]
    pub(super) ballots: usize,
    /// How many of them in one commit
    #[arg(long, value_name = "N", default_value_t = 50)]
    pub(super) together: usize,
    /// The folder to write in, on the disk that is meant; by default the system's for passing files
    #[arg(long, value_name = "FOLDER")]
    pub(super) dir: Option<PathBuf>,
    /// Tells in JSON
    #[arg(long)]
    pub(super) json: bool,
}

/// Measures it: times are those of commits.
pub(crate) async fn measure(dir: Option<&Path>, ballots: usize, together: usize) -> Outcome<Limit> {
    let folder = match dir {
        Some(dir) => tempfile::tempdir_in(dir),
        None => tempfile::tempdir(),
    };
    let folder = folder.map_err(|error| format!("no folder to work in: {error}"))?;
    let told = |error: sqlx::Error| error.to_string();
    let mut database = SqliteConnectOptions::new()
        .filename(folder.path().join("limit.db"))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .connect()
        .await
        .map_err(told)?;
    sqlx::raw_sql("CREATE TABLE roll (seat INTEGER PRIMARY KEY, choice INTEGER) STRICT")
        .execute(&mut database)
        .await
        .map_err(told)?;
    let (begun, mut times) = (Instant::now(), Times::default());
    for first in (0..ballots).step_by(together.max(1)) {
        let began = Instant::now();
        commit(&mut database, first..ballots.min(first + together.max(1))).await.map_err(told)?;
        times.add(began.elapsed());
    }
    let per_second = ballots as f64 / begun.elapsed().as_secs_f64();
    database.close().await.map_err(told)?;
    Ok(Limit { times: times.summary(), per_second })
}

async fn commit(database: &mut SqliteConnection, seats: std::ops::Range<usize>) -> sqlx::Result<()> {
    let mut work = database.begin().await?;
    for seat in seats {
        sqlx::query("INSERT INTO roll (seat, choice) VALUES ($1, $2)")
            .bind(i64::try_from(seat).unwrap_or(i64::MAX))
            .bind(i64::from(seat % 3 == 0))
            .execute(&mut *work)
            .await?;
    }
    work.commit().await
}

#[cfg(test)]
mod tests {
    #[tokio::test]
    async fn every_ballot_is_in_one_commit() {
        let limit = super::measure(None, 101, 50).await.expect("measured");
        assert_eq!(limit.times.count, 3);
        assert!(limit.per_second > 0.0);
    }
}
