//! The lifecycle of a run: under way, then finished or failed, once.

use domain::analysis::Recipe;
use domain::id::{AnalysisId, CongressId};
use domain::time::Timestamp;
use uuid::Uuid;

use crate::cell::At;
use crate::error::{Result, StorageError};
use crate::work::{Work, sql};

impl Work {
    /// Gives a run the congress' next number. No page shows it before [`Work::finish_analysis`].
    pub async fn start_analysis(
        &mut self,
        congress: CongressId,
        id: AnalysisId,
        recipe: &Recipe,
        at: Timestamp,
    ) -> Result<u32> {
        let number = self.next_analysis_number(congress).await?;
        sql!(self, conn => sqlx::query(
            "INSERT INTO analysis (id, congress_id, number, corpus, seed, parameters, engine, predecessor_id, started_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        )
        .bind(Uuid::from(id))
        .bind(Uuid::from(congress))
        .bind(number)
        .bind(&recipe.corpus)
        .bind(recipe.seed.cast_signed())
        .bind(&recipe.parameters)
        .bind(&recipe.engine)
        .bind(recipe.predecessor.map(Uuid::from))
        .bind(at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        At::new("congress", &congress).number("analyses", number)
    }

    async fn next_analysis_number(&mut self, congress: CongressId) -> Result<i64> {
        let number = sql!(self, conn => sqlx::query_scalar(
            "UPDATE congress SET analyses = analyses + 1 WHERE id = $1 RETURNING analyses",
        )
        .bind(Uuid::from(congress))
        .fetch_optional(conn)
        .await)?;
        number.ok_or(StorageError::Missing("congress"))
    }

    /// Notes that a run under way has begun its `step`th of `steps`. One that ended in the meantime stays as it is.
    pub async fn progress(&mut self, id: AnalysisId, step: u32, steps: u32) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "UPDATE analysis SET step = $2, steps = $3 WHERE id = $1 AND state = 'en-cours'",
        )
        .bind(Uuid::from(id))
        .bind(i64::from(step))
        .bind(i64::from(steps))
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// Notes that a run ended without a result. [`StorageError::RunEnded`] when it isn't under way.
    pub async fn fail_analysis(&mut self, id: AnalysisId, reason: &str, at: Timestamp) -> Result<()> {
        let failed: Option<i64> = sql!(self, conn => sqlx::query_scalar(
            "UPDATE analysis SET state = 'echouee', ended_at = $2, failure = $3
             WHERE id = $1 AND state = 'en-cours' RETURNING number",
        )
        .bind(Uuid::from(id))
        .bind(at.micros())
        .bind(reason)
        .fetch_optional(conn)
        .await)?;
        failed.map(drop).ok_or(StorageError::RunEnded)
    }
}
