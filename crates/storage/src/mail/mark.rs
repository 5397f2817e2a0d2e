//! What came of a letter.

use domain::id::LetterId;
use domain::mail::{LetterState, Setback, without_secrets};
use domain::time::Timestamp;
use uuid::Uuid;

use super::claim::Lease;
use super::row::Cells;
use crate::error::Result;
use crate::work::{Work, sql};

/// What a letter's return changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BounceNoted {
    /// It is noted now.
    Now,
    /// It was known that this letter didn't arrive.
    Before,
    /// No letter of this database has that id.
    Unknown,
}

impl Work {
    /// Marks a letter that we hold with what came of it, and lets go of it. False when the lease ended and another process took it: nothing is
    /// marked then, that process will.
    pub async fn mark_letter(&mut self, id: LetterId, lease: Lease, state: &LetterState) -> Result<bool> {
        let cells = Cells::of(state);
        let marked: Option<Uuid> = sql!(self, conn => sqlx::query_scalar(
            "UPDATE letter SET state = $3, due_at = $4, ended_at = $5, attempts = COALESCE($6, attempts),
                    cause = $7, answer = $8, leased_by = NULL, leased_until = NULL
             WHERE id = $1 AND leased_by = $2 RETURNING id",
        )
        .bind(Uuid::from(id))
        .bind(lease.by)
        .bind(cells.state)
        .bind(cells.due_at)
        .bind(cells.ended_at)
        .bind(cells.attempts)
        .bind(cells.cause)
        .bind(cells.answer)
        .fetch_optional(conn)
        .await)?;
        if marked.is_some() && !matches!(state, LetterState::Queued | LetterState::Deferred { .. }) {
            self.forget_secrets(id).await?;
        }
        Ok(marked.is_some())
    }

    /// A letter that isn't sent again keeps its words, and nothing that opens anything.
    async fn forget_secrets(&mut self, id: LetterId) -> Result<()> {
        let (text, html, stop): (String, String, Option<String>) = sql!(self, conn => sqlx::query_as(
            "SELECT text_body, html_body, stop_url FROM letter WHERE id = $1",
        )
        .bind(Uuid::from(id))
        .fetch_one(conn)
        .await)?;
        sql!(self, conn => sqlx::query(
            "UPDATE letter SET text_body = $2, html_body = $3, stop_url = $4 WHERE id = $1",
        )
        .bind(Uuid::from(id))
        .bind(without_secrets(&text))
        .bind(without_secrets(&html))
        .bind(stop.as_deref().map(without_secrets))
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// Notes that a letter came back. One that waits to be tried again may have been taken all the same, and isn't any more.
    pub async fn letter_bounced(
        &mut self,
        id: LetterId,
        why: &Setback,
        at: Timestamp,
    ) -> Result<BounceNoted> {
        let noted: Option<Uuid> = sql!(self, conn => sqlx::query_scalar(
            "UPDATE letter SET state = 'revenue', due_at = NULL, ended_at = $2, cause = $3, answer = $4,
                    leased_by = NULL, leased_until = NULL
             WHERE id = $1 AND state NOT IN ('refusee', 'revenue') RETURNING id",
        )
        .bind(Uuid::from(id))
        .bind(at.micros())
        .bind(why.cause.code())
        .bind(&why.answer)
        .fetch_optional(conn)
        .await)?;
        if noted.is_some() {
            self.forget_secrets(id).await?;
            return Ok(BounceNoted::Now);
        }
        let known: Option<Uuid> = sql!(self, conn => sqlx::query_scalar("SELECT id FROM letter WHERE id = $1")
            .bind(Uuid::from(id))
            .fetch_optional(conn)
            .await)?;
        Ok(if known.is_some() { BounceNoted::Before } else { BounceNoted::Unknown })
    }
}
