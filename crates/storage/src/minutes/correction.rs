//! What staff writes beside the facts.

use domain::id::{MemberId, SittingId};
use domain::minutes::Correction;
use domain::sitting::Sitting;
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::work::{Reading, Work, sql};

#[derive(FromRow)]
struct CorrectionRow {
    id: Uuid,
    section: String,
    body: String,
    by_name: String,
    at: i64,
}

impl Work {
    /// Keeps a correction; false when the text is kept to be signed.
    pub async fn correct_minutes(
        &mut self,
        sitting: &Sitting,
        new: &Correction,
        by: MemberId,
    ) -> Result<bool> {
        // A text that is being presented is read and kept before or after this, never around it.
        self.hold_congress(sitting.congress).await?;
        let added = sql!(self, conn => sqlx::query(
            "INSERT INTO minutes_correction (id, sitting_id, section, body, by_id, by_name, at)
             SELECT $1, $2, $3, $4, $5, $6, $7 WHERE NOT EXISTS (SELECT 1 FROM minutes o WHERE o.sitting_id = $2)",
        )
        .bind(Uuid::from(new.id))
        .bind(Uuid::from(sitting.id))
        .bind(new.section.to_string())
        .bind(new.text.as_str())
        .bind(Uuid::from(by))
        .bind(&new.by)
        .bind(new.at.micros())
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        Ok(added == 1)
    }
}

impl Reading {
    /// What was written beside the facts of a sitting, in that order.
    pub async fn minutes_corrections(&mut self, sitting: SittingId) -> Result<Vec<Correction>> {
        let rows: Vec<CorrectionRow> = sql!(self, conn => sqlx::query_as(
            "SELECT id, section, body, by_name, at FROM minutes_correction WHERE sitting_id = $1 ORDER BY at, id",
        )
        .bind(Uuid::from(sitting))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(CorrectionRow::parse).collect()
    }
}

impl CorrectionRow {
    fn parse(self) -> Result<Correction> {
        let at = At::new("minutes_correction", &self.id);
        Ok(Correction {
            id: self.id.into(),
            section: at.parse("section", &self.section)?,
            text: at.parse("body", &self.body)?,
            by: self.by_name,
            at: Timestamp::from_micros(self.at),
        })
    }
}
