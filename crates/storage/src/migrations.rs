//! The migrations that the program carries; `migrations/README.md` says how to add one.

use sqlx::migrate::Migrator;

pub(crate) static SQLITE: Migrator = sqlx_macros::migrate!("../../migrations/sqlite");
pub(crate) static POSTGRES: Migrator = sqlx_macros::migrate!("../../migrations/postgres");

/// The numbers of those that a database holds.
pub(crate) const APPLIED: &str = "SELECT version FROM _sqlx_migrations WHERE success ORDER BY version";

/// How many of ours aren't among `applied`. A newer program's are no trouble: it only expanded.
pub(crate) fn missing(applied: &[i64]) -> usize {
    SQLITE.iter().filter(|migration| !applied.contains(&migration.version)).count()
}

/// Whether this program can bring a database to the schema whose last migration is `last`.
pub fn knows(last: i64) -> bool {
    SQLITE.version_exists(last)
}

/// A database without the table of migrations has none yet; other failures stay failures.
pub(crate) fn none_yet(error: sqlx::Error) -> Result<Vec<i64>, sqlx::Error> {
    match error.as_database_error() {
        Some(e) if e.message().contains("_sqlx_migrations") => Ok(Vec::new()),
        _ => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_engines_have_the_same_migrations() {
        let list = |migrator: &Migrator| -> Vec<(i64, String)> {
            migrator.iter().map(|m| (m.version, m.description.to_string())).collect()
        };
        assert_eq!(list(&SQLITE), list(&POSTGRES));
        assert_eq!(missing(&[]), SQLITE.iter().count());
    }
}
