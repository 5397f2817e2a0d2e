//! Many rows in few statements.

use sqlx::AssertSqlSafe;
use std::borrow::Cow;
use std::fmt::Write as _;
use std::sync::Arc;

use crate::work::{Reading, Tx};

/// Values a statement binds at most: well under what both engines take, and already as fast as more.
const VALUES: usize = 4_000;

/// `INSERT INTO … VALUES (…), (…), …`, its text built once for full statements.
pub(crate) struct Insert {
    head: Cow<'static, str>,
    columns: usize,
    numbered: bool,
    full: Arc<str>,
}

impl Insert {
    /// `head` is « table (column, …) ».
    pub(crate) fn new(unit: &Reading, head: impl Into<Cow<'static, str>>) -> Self {
        let head = head.into();
        let columns = head.matches(',').count() + 1;
        let numbered = matches!(unit.tx, Tx::Postgres(_));
        let full = text(&head, columns, VALUES / columns, numbered).into();
        Self { head, columns, numbered, full }
    }

    /// Rows of a full statement.
    pub(crate) fn rows(&self) -> usize {
        VALUES / self.columns
    }

    /// The statement for `rows` rows.
    pub(crate) fn text(&self, rows: usize) -> AssertSqlSafe<Arc<str>> {
        if rows == self.rows() {
            AssertSqlSafe(Arc::clone(&self.full))
        } else {
            AssertSqlSafe(text(&self.head, self.columns, rows, self.numbered).into())
        }
    }
}

/// Only names of ours and place marks go into the text.
///
/// SQLite gets plain marks: it looks numbered ones up one by one, in a time that grows with the square of their number.
fn text(head: &str, columns: usize, rows: usize, numbered: bool) -> String {
    let mut text = format!("INSERT INTO {head} VALUES ");
    for row in 0..rows {
        text.push_str(if row == 0 { "(" } else { ", (" });
        for column in 0..columns {
            let mark = if column == 0 { "" } else { ", " };
            // Writing to a string can't fail.
            let _ = match numbered {
                true => write!(text, "{mark}${}", row * columns + column + 1),
                false => write!(text, "{mark}?"),
            };
        }
        text.push(')');
    }
    text
}

/// Inserts `rows` in chunks: `insert_all!(unit, "table (a, b)", rows, row => [row.a, row.b])`.
macro_rules! insert_all {
    ($unit:expr, $head:literal, $rows:expr, $row:pat => [$($value:expr),+ $(,)?]) => {{
        let insert = $crate::insert::Insert::new($unit, $head);
        for chunk in $rows.chunks(insert.rows()) {
            $crate::work::sql!($unit, conn => {
                let mut query = sqlx::query(insert.text(chunk.len()));
                for $row in chunk {
                    $(query = query.bind($value);)+
                }
                query.execute(conn).await.map(drop)
            })?;
        }
    }};
}
pub(crate) use insert_all;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_numbered_for_postgresql_only() {
        assert_eq!(text("t (a, b)", 2, 2, true), "INSERT INTO t (a, b) VALUES ($1, $2), ($3, $4)");
        assert_eq!(text("t (a, b)", 2, 2, false), "INSERT INTO t (a, b) VALUES (?, ?), (?, ?)");
    }
}
