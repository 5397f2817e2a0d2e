//! What the engines know of the sizes of tables. PostgreSQL learns them by itself a minute after a change; until then it
//! takes a full table for an empty one, and a search that should take milliseconds takes minutes.

use crate::error::Result;
use crate::work::{Work, sql};

/// Fewer rows than that change no plan.
const MANY: usize = 100;

/// What taking contributions in fills.
pub(crate) const CORPUS: [&str; 3] = ["ANALYZE contribution", "ANALYZE stem", "ANALYZE posting"];
/// What a finished run fills.
pub(crate) const RUN: [&str; 4] =
    ["ANALYZE verbatim", "ANALYZE placement", "ANALYZE contribution_place", "ANALYZE theme"];

impl Work {
    /// Looks at tables again when `rows` were added to them that make more than a tenth of the `total`.
    pub(crate) async fn renew_statistics(
        &mut self,
        tables: &[&'static str],
        rows: usize,
        total: usize,
    ) -> Result<()> {
        if rows < MANY || rows < total / 10 {
            return Ok(());
        }
        for table in tables {
            sql!(self, conn => sqlx::query(*table).execute(conn).await.map(drop))?;
        }
        Ok(())
    }
}
