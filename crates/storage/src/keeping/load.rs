//! Lines back into rows.

use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::catalogue::{Held, Kind, quoted};
use super::line::Cell;
use crate::error::{Result, StorageError};
use crate::insert::Insert;
use crate::work::{Work, sql};

/// Bytes of lines that a statement takes at most, whatever its rows: files of documents are rows too.
const MOST_BYTES: usize = 4 << 20;

/// Binds one value to a statement; a value of another kind than its column's ends the load.
macro_rules! bind_cell {
    ($query:ident, $kind:expr, $cell:expr) => {
        match ($kind, $cell) {
            (Kind::Id, Cell::Null) => $query.bind(None::<Uuid>),
            (Kind::Bytes, Cell::Null) => $query.bind(None::<Vec<u8>>),
            (Kind::YesNo, Cell::Null) => $query.bind(None::<bool>),
            (Kind::Whole, Cell::Null) => $query.bind(None::<i64>),
            (Kind::Measure, Cell::Null) => $query.bind(None::<f64>),
            (Kind::Text, Cell::Null) => $query.bind(None::<String>),
            (Kind::Id, Cell::Bytes(bytes)) => $query.bind(Uuid::from_slice(&bytes).map_err(|_| MISFIT)?),
            (Kind::Bytes, Cell::Bytes(bytes)) => $query.bind(bytes),
            (Kind::YesNo, Cell::Whole(number)) => $query.bind(yes_no(number)?),
            (Kind::Whole, Cell::Whole(number)) => $query.bind(number),
            (Kind::Measure, Cell::Measure(number)) => $query.bind(number),
            (Kind::Text, Cell::Text(text)) => $query.bind(text),
            _ => return Err(MISFIT),
        }
    };
}

const MISFIT: StorageError = StorageError::Inconsistent("a line doesn't fit its table");

fn yes_no(number: i64) -> Result<bool> {
    match number {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(MISFIT),
    }
}

impl Work {
    /// Inserts every line that `next` puts into its buffer, without its end, until it says that there are no more.
    pub(super) async fn load<E: From<StorageError>>(
        &mut self,
        held: &Held,
        mut next: impl FnMut(&mut Vec<u8>) -> Result<bool, E>,
    ) -> Result<u64, E> {
        let insert = Insert::new(self, format!("{} ({})", quoted(&held.table.name), held.columns()));
        let (mut line, mut count) = (Vec::new(), 0);
        let (mut rows, mut bytes) = (Vec::new(), 0);
        while next(&mut line)? {
            rows.push(held.table.cells(&line).ok_or(MISFIT)?);
            bytes += line.len();
            count += 1;
            if rows.len() == insert.rows() || bytes >= MOST_BYTES {
                self.insert_rows(&insert, held, std::mem::take(&mut rows)).await?;
                bytes = 0;
            }
        }
        if !rows.is_empty() {
            self.insert_rows(&insert, held, rows).await?;
        }
        Ok(count)
    }

    async fn insert_rows(&mut self, insert: &Insert, held: &Held, rows: Vec<Vec<Cell>>) -> Result<()> {
        let full = rows.len() == insert.rows();
        sql!(self, conn => {
            let statement: AssertSqlSafe<_> = insert.text(rows.len());
            let mut query = sqlx::query(statement).persistent(full);
            for (kind, cell) in rows.into_iter().flat_map(|row| held.kinds.iter().zip(row)) {
                query = bind_cell!(query, *kind, cell);
            }
            query.execute(conn).await?;
        });
        Ok(())
    }
}
