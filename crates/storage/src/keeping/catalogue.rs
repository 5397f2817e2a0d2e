//! What the engine says of its own tables.

use sqlx::AssertSqlSafe;
use sqlx_macros::FromRow;

use super::error::KeepingError;
use super::table::{Column, Form, Table, is_left_out};
use crate::error::Result;
use crate::migrations;
use crate::work::{Reading, Tx, sql};

/// How an engine holds a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Id,
    Bytes,
    YesNo,
    Whole,
    Measure,
    Text,
}

impl Kind {
    fn of(declared: &str) -> Option<Self> {
        Some(match declared {
            "uuid" => Self::Id,
            "BLOB" | "bytea" => Self::Bytes,
            "boolean" => Self::YesNo,
            "INTEGER" | "bigint" => Self::Whole,
            "REAL" | "double precision" => Self::Measure,
            "TEXT" | "text" => Self::Text,
            _ => return None,
        })
    }

    const fn form(self) -> Form {
        match self {
            Self::Id | Self::Bytes => Form::Bytes,
            Self::YesNo | Self::Whole => Form::Whole,
            Self::Measure => Form::Measure,
            Self::Text => Form::Text,
        }
    }
}

/// A table as this database holds it.
#[derive(Debug)]
pub(super) struct Held {
    pub table: Table,
    pub kinds: Vec<Kind>,
    /// The columns of its primary key, in order.
    key: Vec<usize>,
}

impl Held {
    /// `a, b` for statements: names come from the catalogue, and stand in quotes.
    pub fn columns(&self) -> String {
        self.table.columns.iter().map(|column| quoted(&column.name)).collect::<Vec<_>>().join(", ")
    }

    /// What orders its rows in the same way on both engines.
    pub fn order(&self, postgres: bool) -> String {
        let by = |at: &usize| {
            let name = quoted(&self.table.columns[*at].name);
            if postgres && self.kinds[*at] == Kind::Text { format!("{name} COLLATE \"C\"") } else { name }
        };
        self.key.iter().map(by).collect::<Vec<_>>().join(", ")
    }
}

/// A name as SQL wants it.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

#[derive(FromRow)]
struct ColumnRow {
    table_name: String,
    name: String,
    declared: String,
    /// Its place in the primary key, from 1; 0 when it isn't in it.
    key: i64,
}

const SQLITE: &str = "SELECT t.name AS table_name, c.name AS name, c.type AS declared, c.pk AS key
    FROM sqlite_schema t, pragma_table_info(t.name) c
    WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite^_%' ESCAPE '^' AND t.name <> '_sqlx_migrations'
    ORDER BY t.name, c.cid";

const POSTGRES: &str = "SELECT CAST(t.relname AS TEXT) AS table_name, CAST(c.attname AS TEXT) AS name,
        format_type(c.atttypid, c.atttypmod) AS declared,
        CAST(COALESCE(array_position(CAST(k.indkey AS int2[]), c.attnum) + 1, 0) AS BIGINT) AS key
    FROM pg_class t
    JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = current_schema()
    JOIN pg_attribute c ON c.attrelid = t.oid AND c.attnum > 0 AND NOT c.attisdropped AND c.attgenerated = ''
    LEFT JOIN pg_index k ON k.indrelid = t.oid AND k.indisprimary
    WHERE t.relkind IN ('r', 'p') AND t.relname <> '_sqlx_migrations'
    ORDER BY t.relname, c.attnum";

impl Reading {
    /// The tables that a backup holds, by name.
    ///
    /// # Errors
    /// [`KeepingError::Unportable`] when a migration made a column that a backup can't hold.
    pub async fn tables(&mut self) -> Result<Vec<Table>> {
        let held = self.catalogue().await?;
        Ok(held.into_iter().map(|held| held.table).filter(|table| !is_left_out(&table.name)).collect())
    }

    /// The number of the last migration that this database has; none when it has no schema at all.
    pub async fn schema(&mut self) -> Result<Option<i64>> {
        let listed = match self.tx {
            Tx::Sqlite(_) => "SELECT name FROM sqlite_schema WHERE name = '_sqlx_migrations'",
            Tx::Postgres(_) => {
                "SELECT CAST(tablename AS TEXT) FROM pg_tables
                 WHERE tablename = '_sqlx_migrations' AND schemaname = current_schema()"
            }
        };
        let listed: Option<String> =
            sql!(self, conn => sqlx::query_scalar(listed).fetch_optional(conn).await)?;
        if listed.is_none() {
            return Ok(None);
        }
        let applied: Vec<i64> =
            sql!(self, conn => sqlx::query_scalar(migrations::APPLIED).fetch_all(conn).await)?;
        Ok(applied.last().copied())
    }

    /// Every table but the migrations' own.
    pub(super) async fn catalogue(&mut self) -> Result<Vec<Held>> {
        let asked = if self.is_postgres() { POSTGRES } else { SQLITE };
        let rows: Vec<ColumnRow> =
            sql!(self, conn => sqlx::query_as(AssertSqlSafe(asked)).persistent(false).fetch_all(conn).await)?;
        rows.chunk_by(|one, next| one.table_name == next.table_name).map(held).collect()
    }

    pub(super) fn is_postgres(&self) -> bool {
        matches!(self.tx, Tx::Postgres(_))
    }
}

fn held(rows: &[ColumnRow]) -> Result<Held> {
    let name = rows[0].table_name.clone();
    let mut kinds = Vec::with_capacity(rows.len());
    for row in rows {
        kinds.push(Kind::of(&row.declared).ok_or_else(|| KeepingError::Unportable {
            table: name.clone(),
            column: row.name.clone(),
            declared: row.declared.clone(),
        })?);
    }
    let mut key: Vec<usize> = (0..rows.len()).filter(|at| rows[*at].key > 0).collect();
    key.sort_by_key(|at| rows[*at].key);
    if key.is_empty() {
        return Err(KeepingError::Unordered(name).into());
    }
    let columns = rows.iter().zip(&kinds);
    let columns = columns.map(|(row, kind)| Column { name: row.name.clone(), form: kind.form() }).collect();
    Ok(Held { table: Table { name, columns }, kinds, key })
}
