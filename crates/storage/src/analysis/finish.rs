//! Storing a finished run whole.

use domain::analysis::Analysis;
use domain::id::CongressId;
use uuid::Uuid;

use crate::congress::rank;
use crate::error::{Result, StorageError};
use crate::insert::insert_all;
use crate::statistics;
use crate::work::{Work, sql};

impl Work {
    /// Stores the result of a run that [`Work::start_analysis`] began; from [`Work::save`] on, pages show it.
    ///
    /// A span that an earlier run had keeps the id that it had: the analysis comes back with the ids that are stored,
    /// and a motion must be drafted from that one.
    pub async fn finish_analysis(&mut self, mut analysis: Analysis) -> Result<Analysis> {
        let congress = self.running(&analysis).await?;
        self.hold_congress(congress).await?;
        self.keep_verbatims(congress, &mut analysis).await?;
        self.insert_themes(&analysis).await?;
        self.insert_placements(&analysis).await?;
        self.insert_tree(&analysis).await?;
        self.insert_model(&analysis).await?;
        let rows = analysis.placements.len();
        self.renew_statistics(&statistics::RUN, rows, rows).await?;
        self.count_themes(analysis.id).await?;
        self.count_branches(analysis.id).await?;
        self.close_run(&analysis).await?;
        Ok(analysis)
    }

    async fn running(&mut self, analysis: &Analysis) -> Result<CongressId> {
        let congress: Option<Uuid> = sql!(self, conn => sqlx::query_scalar(
            "SELECT congress_id FROM analysis WHERE id = $1 AND number = $2 AND state = 'en-cours'",
        )
        .bind(Uuid::from(analysis.id))
        .bind(i64::from(analysis.number))
        .fetch_optional(conn)
        .await)?;
        congress.map(CongressId::from).ok_or(StorageError::RunEnded)
    }

    async fn insert_model(&mut self, analysis: &Analysis) -> Result<()> {
        sql!(self, conn => sqlx::query("INSERT INTO model (analysis_id, bytes) VALUES ($1, $2)")
            .bind(Uuid::from(analysis.id))
            .bind(&analysis.model)
            .execute(conn)
            .await
            .map(drop))?;
        Ok(())
    }

    async fn close_run(&mut self, analysis: &Analysis) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "UPDATE analysis SET state = 'finie', ended_at = $2, landmarks = $3, chosen = $4, confidence = $5,
                 agreement = $6, step = steps,
                 contributions = (SELECT COUNT(*) FROM contribution_place WHERE analysis_id = $1),
                 in_themes = (SELECT COUNT(*) FROM placement WHERE analysis_id = $1 AND place = 'theme'),
                 weak = (SELECT COUNT(*) FROM placement WHERE analysis_id = $1 AND place = 'faible'),
                 unplaced = (SELECT COUNT(*) FROM placement WHERE analysis_id = $1 AND place = 'non-place')
             WHERE id = $1",
        )
        .bind(Uuid::from(analysis.id))
        .bind(analysis.finished_at.micros())
        .bind(analysis.landmarks.map(i64::from))
        .bind(analysis.choice.as_ref().map(|choice| i64::from(choice.themes)))
        .bind(analysis.choice.as_ref().map(|choice| choice.confidence.code()))
        .bind(analysis.choice.as_ref().map(|choice| choice.agreement))
        .execute(conn)
        .await
        .map(drop))?;
        let compared = analysis.choice.as_ref().map(|choice| choice.compared.as_slice()).unwrap_or_default();
        let compared: Vec<_> = compared.iter().enumerate().collect();
        insert_all!(self, "compared_count (analysis_id, rank, themes, score)", compared, (i, (themes, score)) => [
            Uuid::from(analysis.id),
            rank(*i),
            i64::from(*themes),
            *score,
        ]);
        Ok(())
    }
}
