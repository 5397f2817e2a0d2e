//! Units of work: all the database's queries run inside one.

use sqlx::{Postgres, Sqlite, Transaction};
use std::ops::{Deref, DerefMut};

use crate::error::Result;

/// The transaction of one of the two engines.
pub(crate) enum Tx {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// A consistent view of the database: everything read through one unit was true at one moment.
#[must_use]
pub struct Reading {
    pub(crate) tx: Tx,
}

/// Changes that stand together or not at all. Dropped without [`Work::save`], nothing happened.
///
/// It reads too, and sees its own changes. After an error of the engine it can only be dropped.
#[must_use = "work that isn't saved didn't happen"]
pub struct Work {
    reading: Reading,
}

impl Work {
    pub(crate) fn new(tx: Tx) -> Self {
        Self { reading: Reading { tx } }
    }

    /// Makes the changes last. When it returns `Ok`, they are on disk.
    pub async fn save(self) -> Result<()> {
        match self.reading.tx {
            Tx::Sqlite(tx) => tx.commit().await?,
            Tx::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }
}

impl Deref for Work {
    type Target = Reading;

    fn deref(&self) -> &Reading {
        &self.reading
    }
}

impl DerefMut for Work {
    fn deref_mut(&mut self) -> &mut Reading {
        &mut self.reading
    }
}

/// Compiles one query body for both engines: `sql!(unit, conn => query(…).fetch_one(conn).await)`.
///
/// A macro and not a generic function: sqlx' bounds for "any engine" would fill a page at every query.
macro_rules! sql {
    ($unit:expr, $conn:ident => $body:expr) => {
        match &mut $unit.tx {
            $crate::work::Tx::Sqlite(tx) => {
                let $conn = &mut **tx;
                $body
            }
            $crate::work::Tx::Postgres(tx) => {
                let $conn = &mut **tx;
                $body
            }
        }
    };
}
pub(crate) use sql;
