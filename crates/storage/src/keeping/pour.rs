//! A table's rows as lines.

use futures_util::TryStreamExt as _;
use sqlx::{AssertSqlSafe, Row as _};
use uuid::Uuid;

use super::catalogue::{Held, Kind, quoted};
use super::error::KeepingError;
use super::line::Line;
use super::table::Table;
use crate::error::StorageError;
use crate::work::{Reading, sql};

/// Writes one value of a row: `write_cell!(line, row, at, kind)`.
macro_rules! write_cell {
    ($line:ident, $row:ident, $at:ident, $kind:ident) => {
        match $kind {
            Kind::Id => $row.try_get::<Option<Uuid>, _>($at)?.map(|id| $line.bytes(id.as_bytes())),
            Kind::Bytes => $row.try_get::<Option<&[u8]>, _>($at)?.map(|bytes| $line.bytes(bytes)),
            Kind::YesNo => $row.try_get::<Option<bool>, _>($at)?.map(|yes| $line.whole(yes.into())),
            Kind::Whole => $row.try_get::<Option<i64>, _>($at)?.map(|number| $line.whole(number)),
            Kind::Measure => $row.try_get::<Option<f64>, _>($at)?.map(|number| $line.measure(number)),
            Kind::Text => $row.try_get::<Option<&str>, _>($at)?.map(|text| $line.text(text)),
        }
        .unwrap_or_else(|| $line.null())
    };
}

impl Reading {
    /// Gives each row of a table to `sink`, as a line with its end, in the order of the primary key; how many there were.
    ///
    /// Rows come one by one: a table needs no more memory than its largest row.
    ///
    /// # Errors
    /// Those of `sink`, which stop the reading; [`KeepingError::Unlike`] when the database has no such table.
    pub async fn pour<E: From<StorageError>>(
        &mut self,
        table: &Table,
        sink: impl FnMut(&[u8]) -> Result<(), E>,
    ) -> Result<u64, E> {
        let held = self.held_table(table).await?;
        self.pour_held(&held, sink).await
    }

    /// The table of this database that is the same.
    pub(super) async fn held_table(&mut self, table: &Table) -> Result<Held, StorageError> {
        let found = self.catalogue().await?.into_iter().find(|held| held.table == *table);
        found.ok_or_else(|| KeepingError::Unlike(table.name.clone()).into())
    }

    async fn pour_held<E: From<StorageError>>(
        &mut self,
        held: &Held,
        mut sink: impl FnMut(&[u8]) -> Result<(), E>,
    ) -> Result<u64, E> {
        let (columns, order) = (held.columns(), held.order(self.is_postgres()));
        let asked = format!("SELECT {columns} FROM {} ORDER BY {order}", quoted(&held.table.name));
        let (mut line, mut count) = (Line::default(), 0);
        sql!(self, conn => {
            let mut rows = sqlx::query(AssertSqlSafe(asked)).persistent(false).fetch(conn);
            while let Some(row) = rows.try_next().await.map_err(StorageError::from)? {
                line.clear();
                let mut write = || -> Result<(), sqlx::Error> {
                    for (at, kind) in held.kinds.iter().enumerate() {
                        write_cell!(line, row, at, kind);
                    }
                    Ok(())
                };
                write().map_err(StorageError::from)?;
                sink(line.ended())?;
                count += 1;
            }
        });
        Ok(count)
    }
}
