//! Which runs are still worked on. A process that dies leaves its run under way in the table; a lock tells it from one
//! that another process still computes, since the system lets go of locks when a process ends, however it ends.
//!
//! PostgreSQL: a lock of a session of its own, named after the run. SQLite: a lock on a file beside the database, shared by
//! all runs under way on this machine. One of the few places where the engines differ: no SQL says « still alive », and a
//! heartbeat would take a slow machine for a dead one.

use domain::id::AnalysisId;
use domain::time::Timestamp;
use sqlx::PgConnection;
use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;
use uuid::Uuid;

use crate::error::Result;
use crate::open::{Engine, Storage};
use crate::work::{Tx, Work, sql};

/// Says that a run is worked on, until it is dropped or the process ends.
#[must_use = "a run without it is taken for dead"]
pub struct Alive {
    _lock: Lock,
}

enum Lock {
    File { _file: File },
    Session { _session: Box<PgConnection> },
}

impl Storage {
    /// Says that this process works on a run: call it before [`Work::start_analysis`], outside any unit of work.
    pub async fn hold_run(&self, id: AnalysisId) -> Result<Alive> {
        let lock = match &self.engine {
            Engine::Sqlite { runs, .. } => Lock::File { _file: self.share(runs).await? },
            Engine::Postgres(pool) => {
                let mut session = pool.acquire().await?.detach();
                sqlx::query("SELECT pg_advisory_lock($1)").bind(key(id)).execute(&mut session).await?;
                Lock::Session { _session: Box::new(session) }
            }
        };
        Ok(Alive { _lock: lock })
    }

    /// The file's lock is taken whole for a moment only, within a unit of work that writes: to wait for one is to wait for
    /// the other.
    async fn share(&self, runs: &Path) -> Result<File> {
        let file = open(runs)?;
        loop {
            match file.try_lock_shared() {
                Ok(()) => return Ok(file),
                Err(TryLockError::WouldBlock) => drop(self.write().await?),
                Err(TryLockError::Error(error)) => return Err(sqlx::Error::Io(error).into()),
            }
        }
    }

    /// Fails every run under way that no process works on, in any congress; gives back how many there were.
    ///
    /// Runs of other processes are left alone. One whose lock was lost while it computed is told
    /// [`StorageError::RunEnded`](crate::StorageError::RunEnded) when it ends, and stores nothing.
    pub async fn abandon_runs(&self, reason: &str, at: Timestamp) -> Result<usize> {
        let mut work = self.write().await?;
        let under_way: Vec<Uuid> = sql!(work, conn => sqlx::query_scalar(
            "SELECT id FROM analysis WHERE state = 'en-cours' ORDER BY id",
        )
        .fetch_all(conn)
        .await)?;
        if under_way.is_empty() {
            return Ok(0);
        }
        let dead = match &self.engine {
            Engine::Sqlite { runs, .. } => {
                // Taken whole: nobody shares it.
                let file = open(runs)?;
                match file.try_lock() {
                    Ok(()) => work.abandon(under_way, reason, at).await?,
                    Err(TryLockError::WouldBlock) => 0,
                    Err(TryLockError::Error(error)) => return Err(sqlx::Error::Io(error).into()),
                }
            }
            Engine::Postgres(_) => {
                let dead = work.without_session(under_way).await?;
                work.abandon(dead, reason, at).await?
            }
        };
        work.save().await?;
        Ok(dead)
    }
}

impl Work {
    /// Those of `runs` whose session is gone. Their locks are ours until the unit of work ends.
    async fn without_session(&mut self, runs: Vec<Uuid>) -> Result<Vec<Uuid>> {
        let mut dead = Vec::new();
        if let Tx::Postgres(tx) = &mut self.tx {
            for run in runs {
                let gone: bool = sqlx::query_scalar("SELECT pg_try_advisory_xact_lock($1)")
                    .bind(key(run.into()))
                    .fetch_one(&mut **tx)
                    .await?;
                dead.extend(gone.then_some(run));
            }
        }
        Ok(dead)
    }

    async fn abandon(&mut self, runs: Vec<Uuid>, reason: &str, at: Timestamp) -> Result<usize> {
        let mut abandoned = 0;
        for run in runs {
            // It may have ended since it was listed.
            let ended: Option<i64> = sql!(self, conn => sqlx::query_scalar(
                "UPDATE analysis SET state = 'echouee', ended_at = $2, failure = $3
                 WHERE id = $1 AND state = 'en-cours' RETURNING number",
            )
            .bind(run)
            .bind(at.micros())
            .bind(reason)
            .fetch_optional(conn)
            .await)?;
            abandoned += usize::from(ended.is_some());
        }
        Ok(abandoned)
    }
}

fn open(runs: &Path) -> Result<File> {
    let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(runs);
    Ok(file.map_err(sqlx::Error::Io)?)
}

/// The half of the id that is random.
fn key(id: AnalysisId) -> i64 {
    Uuid::from(id).as_u64_pair().1.cast_signed()
}
