//! An empty database becomes what a backup holds.

use std::ops::{Deref, DerefMut};

use sqlx::AssertSqlSafe;

use super::catalogue::{Held, quoted};
use super::engines::LaidAside;
use super::error::KeepingError;
use super::table::{Table, is_left_out};
use crate::error::{Result, StorageError};
use crate::migrations;
use crate::open::Storage;
use crate::work::{Reading, Tx, Work, sql};

/// A database that is being filled, at the schema of the backup. Dropped before [`Restoration::finish`], nothing happened.
///
/// It reads too, so that what was loaded can be compared with what it was loaded from.
#[must_use = "a restoration that isn't finished didn't happen"]
pub struct Restoration {
    storage: Storage,
    work: Work,
    laid_aside: LaidAside,
}

impl Restoration {
    /// Begins to fill the database at `url`, made when missing, which must be empty, at the schema whose last migration is
    /// `schema`.
    ///
    /// # Errors
    /// [`KeepingError::Occupied`] when a table holds rows or isn't ours, [`KeepingError::Newer`] when this program doesn't
    /// know that schema.
    pub async fn begin(url: &str, schema: i64) -> Result<Self> {
        if !migrations::knows(schema) {
            return Err(KeepingError::Newer(schema).into());
        }
        let storage = Storage::open_to_fill(url).await?;
        let mut work = storage.write().await?;
        let last = work.schema().await?;
        let tables = work.catalogue().await?;
        work.none_occupied(last, &tables).await?;
        if last != Some(schema) {
            work.drop_empty(last, &tables).await?;
            work.migrate_to(Some(schema)).await?;
        }
        let laid_aside = work.lay_references_aside().await?;
        Ok(Self { storage, work, laid_aside })
    }

    /// Checks that these are the tables of the schema, and that only `left_out` miss.
    ///
    /// # Errors
    /// [`KeepingError::Unlike`] with the name of the first that isn't so.
    pub async fn expect(&mut self, tables: &[Table], left_out: &[String]) -> Result<()> {
        let held = self.work.catalogue().await?;
        for table in tables {
            if !held.iter().any(|held| held.table == *table) {
                return Err(KeepingError::Unlike(table.name.clone()).into());
            }
        }
        for Held { table, .. } in held {
            if !tables.contains(&table) && !left_out.contains(&table.name) && !is_left_out(&table.name) {
                return Err(KeepingError::Unlike(table.name).into());
            }
        }
        Ok(())
    }

    /// Fills a table with every line that `next` puts into its buffer, without its end, until it says that there are no
    /// more; how many there were.
    ///
    /// # Errors
    /// Those of `next`; [`KeepingError::Unlike`] when the schema has no such table; the engine's when a row breaks a rule.
    pub async fn load<E: From<StorageError>>(
        &mut self,
        table: &Table,
        next: impl FnMut(&mut Vec<u8>) -> Result<bool, E>,
    ) -> Result<u64, E> {
        let held = self.work.held_table(table).await?;
        self.work.load(&held, next).await
    }

    /// Checks every reference, brings the schema up to date, and makes it all last.
    ///
    /// # Errors
    /// [`KeepingError::Dangling`] when a row refers to one that isn't there; those of migrations.
    pub async fn finish(self) -> Result<()> {
        let Self { storage, mut work, laid_aside } = self;
        work.check_references(laid_aside).await?;
        work.number_after_the_last().await?;
        work.migrate_to(None).await?;
        work.look_at_every_table().await?;
        work.save().await?;
        storage.close().await;
        Ok(())
    }
}

impl Deref for Restoration {
    type Target = Reading;

    fn deref(&self) -> &Reading {
        &self.work
    }
}

impl DerefMut for Restoration {
    fn deref_mut(&mut self) -> &mut Reading {
        &mut self.work
    }
}

impl Work {
    /// Tables without our migrations beside them are somebody else's, empty or not; so are those of migrations that we don't
    /// know.
    async fn none_occupied(&mut self, last: Option<i64>, tables: &[Held]) -> Result<()> {
        let ours = last.is_some_and(migrations::knows);
        for held in tables {
            let name = &held.table.name;
            if !ours || self.has_rows(name).await? {
                return Err(KeepingError::Occupied(name.clone()).into());
            }
        }
        Ok(())
    }

    async fn has_rows(&mut self, table: &str) -> Result<bool> {
        let asked = format!("SELECT 1 FROM {} LIMIT 1", quoted(table));
        let one: Option<i32> = sql!(self, conn =>
            sqlx::query_scalar(AssertSqlSafe(asked)).persistent(false).fetch_optional(conn).await)?;
        Ok(one.is_some())
    }

    /// Takes back the schema of a database without a row.
    async fn drop_empty(&mut self, last: Option<i64>, tables: &[Held]) -> Result<()> {
        if last.is_none() {
            return Ok(());
        }
        let mut names: Vec<String> = tables.iter().map(|held| quoted(&held.table.name)).collect();
        names.push(quoted("_sqlx_migrations"));
        let dropped = match self.tx {
            Tx::Sqlite(_) => names.iter().map(|name| format!("DROP TABLE {name};")).collect(),
            // At once: they refer to each other.
            Tx::Postgres(_) => format!("DROP TABLE {}", names.join(", ")),
        };
        sql!(self, conn => sqlx::raw_sql(AssertSqlSafe(dropped)).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Applies migrations up to that one, or all, within this unit of work.
    async fn migrate_to(&mut self, last: Option<i64>) -> Result<()> {
        match &mut self.tx {
            Tx::Sqlite(tx) => migrations::SQLITE.run_direct(last, &mut **tx, false).await?,
            Tx::Postgres(tx) => migrations::POSTGRES.run_direct(last, &mut **tx, false).await?,
        }
        Ok(())
    }
}
