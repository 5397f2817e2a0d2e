//! Steps whose dates were moved.

use domain::congress::{Phase, PhaseChange};
use domain::id::CongressId;
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::work::{Reading, Work, sql};

#[derive(FromRow)]
struct ChangeRow {
    id: Uuid,
    kind: String,
    ended_at: i64,
    ends_at: i64,
    changed_at: i64,
    changed_by: Option<Uuid>,
    reason: String,
}

impl Work {
    /// Gives a step of a congress other dates.
    pub async fn move_phase(&mut self, congress: CongressId, step: &Phase) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "UPDATE phase SET starts_at = $3, ends_at = $4 WHERE congress_id = $1 AND kind = $2",
        )
        .bind(Uuid::from(congress))
        .bind(step.kind.code())
        .bind(step.starts_at.micros())
        .bind(step.ends_at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// Writes down that the end of a step was moved; the step itself has its new end already.
    pub async fn note_phase_change(&mut self, change: &PhaseChange) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "INSERT INTO phase_change (id, congress_id, kind, ended_at, ends_at, changed_at, changed_by, reason)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(Uuid::from(change.id))
        .bind(Uuid::from(change.congress))
        .bind(change.kind.code())
        .bind(change.ended_at.micros())
        .bind(change.ends_at.micros())
        .bind(change.changed_at.micros())
        .bind(change.changed_by.map(Uuid::from))
        .bind(&change.reason)
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }
}

impl Reading {
    /// The steps of a congress whose end was moved, the first decision first.
    pub async fn phase_changes(&mut self, congress: CongressId) -> Result<Vec<PhaseChange>> {
        let rows: Vec<ChangeRow> = sql!(self, conn => sqlx::query_as(
            "SELECT id, kind, ended_at, ends_at, changed_at, changed_by, reason FROM phase_change
             WHERE congress_id = $1 ORDER BY changed_at, id",
        )
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(|row| row.parse(congress)).collect()
    }
}

impl ChangeRow {
    fn parse(self, congress: CongressId) -> Result<PhaseChange> {
        Ok(PhaseChange {
            id: self.id.into(),
            congress,
            kind: At::new("phase_change", &self.id).parse("kind", &self.kind)?,
            ended_at: Timestamp::from_micros(self.ended_at),
            ends_at: Timestamp::from_micros(self.ends_at),
            changed_at: Timestamp::from_micros(self.changed_at),
            changed_by: self.changed_by.map(Into::into),
            reason: self.reason,
        })
    }
}
