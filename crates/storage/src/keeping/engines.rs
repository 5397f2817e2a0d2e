//! References between rows while a database is filled: laid aside, then checked all at once. Tables refer to each other and to
//! themselves, so that no order of rows would do. One of the few places where the engines differ.

use sqlx::{AssertSqlSafe, PgConnection, SqliteConnection};
use sqlx_macros::FromRow;

use super::catalogue::quoted;
use super::error::KeepingError;
use crate::error::{Result, StorageError};
use crate::work::{Tx, Work};

/// References laid aside, with what makes them again. SQLite keeps them in the schema and needs nothing: a
/// connection that fills a database was opened without heed of them.
#[derive(Default)]
pub(super) struct LaidAside(Vec<Constraint>);

#[derive(FromRow)]
struct Constraint {
    table_name: String,
    name: String,
    definition: String,
}

impl Work {
    /// Lets rows come in any order until [`Self::check_references`].
    pub(super) async fn lay_references_aside(&mut self) -> Result<LaidAside> {
        let Tx::Postgres(tx) = &mut self.tx else { return Ok(LaidAside::default()) };
        let constraints: Vec<Constraint> = sqlx::query_as(
            "SELECT CAST(t.relname AS TEXT) AS table_name, CAST(c.conname AS TEXT) AS name,
                    pg_get_constraintdef(c.oid) AS definition
             FROM pg_constraint c
             JOIN pg_class t ON t.oid = c.conrelid
             JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = current_schema()
             WHERE c.contype = 'f' ORDER BY t.relname, c.conname",
        )
        .fetch_all(&mut **tx)
        .await?;
        for Constraint { table_name, name, .. } in &constraints {
            run(tx, format!("ALTER TABLE {} DROP CONSTRAINT {}", quoted(table_name), quoted(name))).await?;
        }
        Ok(LaidAside(constraints))
    }

    /// Heeds references again, and refuses rows that refer to none.
    pub(super) async fn check_references(&mut self, laid_aside: LaidAside) -> Result<()> {
        match &mut self.tx {
            Tx::Sqlite(tx) => none_dangles(tx).await,
            Tx::Postgres(tx) => {
                for Constraint { table_name, name, definition } in laid_aside.0 {
                    let table = quoted(&table_name);
                    let added = format!("ALTER TABLE {table} ADD CONSTRAINT {} {definition}", quoted(&name));
                    run(tx, added).await.map_err(|error| dangling(error, table_name))?;
                }
                Ok(())
            }
        }
    }

    /// Numbers that PostgreSQL gives by itself go on after the highest that was loaded, as SQLite's do.
    pub(super) async fn number_after_the_last(&mut self) -> Result<()> {
        let Tx::Postgres(tx) = &mut self.tx else { return Ok(()) };
        let numbered: Vec<(String, String)> = sqlx::query_as(
            "SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT) FROM information_schema.columns
             WHERE table_schema = current_schema() AND is_identity = 'YES'",
        )
        .fetch_all(&mut **tx)
        .await?;
        for (table, column) in numbered {
            let (table, column) = (quoted(&table), quoted(&column));
            let last = format!(
                "ALTER TABLE {table} ALTER {column} RESTART WITH {}",
                highest(tx, &table, &column).await? + 1
            );
            run(tx, last).await?;
        }
        Ok(())
    }

    /// What PostgreSQL should know of the sizes of tables that were empty a moment ago.
    pub(super) async fn look_at_every_table(&mut self) -> Result<()> {
        if let Tx::Postgres(tx) = &mut self.tx {
            sqlx::query("ANALYZE").execute(&mut **tx).await?;
        }
        Ok(())
    }
}

async fn none_dangles(connection: &mut SqliteConnection) -> Result<()> {
    let dangling: Option<String> =
        sqlx::query_scalar("SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1")
            .fetch_optional(connection)
            .await?;
    dangling.map_or(Ok(()), |table| Err(KeepingError::Dangling(table).into()))
}

async fn highest(connection: &mut PgConnection, table: &str, column: &str) -> Result<i64> {
    let asked = format!("SELECT COALESCE(MAX({column}), 0) FROM {table}");
    Ok(sqlx::query_scalar(AssertSqlSafe(asked)).persistent(false).fetch_one(connection).await?)
}

async fn run(connection: &mut PgConnection, statement: String) -> Result<(), sqlx::Error> {
    sqlx::raw_sql(AssertSqlSafe(statement)).execute(connection).await.map(drop)
}

fn dangling(error: sqlx::Error, table: String) -> StorageError {
    match error.as_database_error() {
        Some(refused) if refused.is_foreign_key_violation() => KeepingError::Dangling(table).into(),
        _ => error.into(),
    }
}
