//! Contributions as they came.

use domain::contribution::Contribution;
use domain::id::CongressId;
use uuid::Uuid;

use crate::contribution::row::{ContributionRow, contribution_columns};
use crate::error::Result;
use crate::work::{Reading, sql};

impl Reading {
    /// Every contribution of a congress that is shown, by number: what an analysis reads.
    pub async fn contributions(&mut self, congress: CongressId) -> Result<Vec<Contribution>> {
        let rows: Vec<ContributionRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT ", contribution_columns!(), " FROM contribution c WHERE c.congress_id = $1 AND c.state = 'publiee' ORDER BY c.number",
        ))
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(ContributionRow::parse).collect()
    }
}
