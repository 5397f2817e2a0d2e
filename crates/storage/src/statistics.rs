//! What PostgreSQL knows of the sizes of tables. It learns them by itself a minute after a change; until then it takes a
//! full table for an empty one, and a search that should take milliseconds takes minutes.
//!
//! SQLite isn't told: without statistics it plans by the shape of the indexes alone, the same way at every size.

use crate::error::Result;
use crate::work::{Tx, Work};

/// Fewer rows than that change no plan.
const MANY: usize = 100;

/// What taking contributions in fills.
pub(crate) const CORPUS: [&str; 3] = ["ANALYZE contribution", "ANALYZE stem", "ANALYZE posting"];
/// What a finished run fills.
pub(crate) const RUN: [&str; 6] = [
    "ANALYZE verbatim",
    "ANALYZE placement",
    "ANALYZE contribution_place",
    "ANALYZE theme",
    "ANALYZE neighbour",
    "ANALYZE branch",
];

impl Work {
    /// Looks at tables again when `rows` were added to them that make more than a tenth of the `total`.
    pub(crate) async fn renew_statistics(
        &mut self,
        tables: &[&'static str],
        rows: usize,
        total: usize,
    ) -> Result<()> {
        if let Tx::Postgres(tx) = &mut self.tx
            && rows >= MANY
            && rows >= total / 10
        {
            for table in tables {
                sqlx::query(*table).execute(&mut **tx).await?;
            }
        }
        Ok(())
    }
}
