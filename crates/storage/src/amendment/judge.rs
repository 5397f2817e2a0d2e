//! What staff says of amendments.

use domain::amendment::Opinion;
use domain::id::{AmendmentId, CongressId, MemberId};
use domain::line::Line;
use domain::time::Timestamp;
use domain::wording::Words;
use uuid::Uuid;

use super::propose::Rectifying;
use crate::error::Result;
use crate::work::{Work, sql};

impl Work {
    /// Sets until when members may propose amendments; none: until the debate.
    pub async fn set_amended_until(&mut self, congress: CongressId, until: Option<Timestamp>) -> Result<()> {
        sql!(self, conn => sqlx::query("UPDATE motion_text SET amended_until = $2 WHERE congress_id = $1")
            .bind(Uuid::from(congress))
            .bind(until.map(Timestamp::micros))
            .execute(conn)
            .await
            .map(drop))?;
        Ok(())
    }

    /// Says whether an amendment may be voted, or why it may not; of the wording that was read. False when it was written
    /// otherwise since, is settled, or its vote is under way.
    pub async fn judge_amendment(
        &mut self,
        (congress, amendment): (CongressId, AmendmentId),
        wording: u32,
        refused: Option<&Line>,
    ) -> Result<bool> {
        self.hold_motion(congress).await?;
        let done = sql!(self, conn => sqlx::query(
            "UPDATE amendment SET state = CASE WHEN $3 = '' THEN 'recevable' ELSE 'irrecevable' END, refused_for = NULLIF($3, '')
             WHERE id = $1 AND wording = $2 AND state IN ('depose', 'recevable', 'irrecevable') AND NOT EXISTS
                 (SELECT 1 FROM amendment_poll l JOIN poll p ON p.id = l.poll_id WHERE l.amendment_id = $1 AND p.state NOT IN ('annule', 'proclame'))",
        )
        .bind(Uuid::from(amendment))
        .bind(i64::from(wording))
        .bind(refused.map_or("", Line::as_str))
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        Ok(done == 1)
    }

    /// Advises on an amendment, of the wording that was read. False when it was written otherwise since, or is settled.
    pub async fn advise_amendment(
        &mut self,
        (congress, amendment): (CongressId, AmendmentId),
        wording: u32,
        (opinion, by): (&Opinion, MemberId),
    ) -> Result<bool> {
        self.hold_motion(congress).await?;
        let done = sql!(self, conn => sqlx::query(
            "UPDATE amendment SET avis = $3, avis_words = $4, avis_rewrite = $5, avis_by = $6
             WHERE id = $1 AND wording = $2 AND state IN ('depose', 'recevable')",
        )
        .bind(Uuid::from(amendment))
        .bind(i64::from(wording))
        .bind(opinion.avis.code())
        .bind(&opinion.words)
        .bind(opinion.rewrite.as_ref().map(Words::as_str))
        .bind(Uuid::from(by))
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        Ok(done == 1)
    }

    /// Answers for the author to the words that the staff would rather have: they become the amendment's, which stays judged and
    /// advised as it was; or they are laid aside. False when there are none (any more), or a poll holds the words that it has.
    pub async fn answer_rewrite(
        &mut self,
        (congress, amendment): (CongressId, AmendmentId),
        agrees: bool,
        (at, by): (Timestamp, MemberId),
    ) -> Result<bool> {
        self.hold_motion(congress).await?;
        let lines = self.amendments(congress).await?;
        let Some(line) = lines.into_iter().find(|line| line.id == amendment && line.fate.state().is_live())
        else {
            return Ok(false);
        };
        let state = line.fate.state();
        let Some(opinion) = line.opinion.filter(|of| of.rewrite.is_some()) else { return Ok(false) };
        if !agrees {
            sql!(self, conn => sqlx::query("UPDATE amendment SET avis_rewrite = NULL WHERE id = $1")
                .bind(Uuid::from(amendment))
                .execute(conn)
                .await
                .map(drop))?;
            return Ok(true);
        }
        let advised_by: Option<Uuid> = sql!(self, conn => sqlx::query_scalar("SELECT avis_by FROM amendment WHERE id = $1")
            .bind(Uuid::from(amendment))
            .fetch_one(conn)
            .await)?;
        let (title, motive, words) = (line.title, line.motive, opinion.rewrite);
        let new = Rectifying { id: amendment, from: line.wording, title, words, motive, by, at };
        if !self.rectify_amendment(congress, &new).await? {
            return Ok(false);
        }
        // Whoever wrote these words judged and advised them; the author did neither by agreeing.
        sql!(self, conn => sqlx::query(
            "UPDATE amendment SET state = $2, avis = $3, avis_words = $4, avis_by = $5 WHERE id = $1",
        )
        .bind(Uuid::from(amendment))
        .bind(state.code())
        .bind(opinion.avis.code())
        .bind(&opinion.words)
        .bind(advised_by)
        .execute(conn)
        .await
        .map(drop))?;
        Ok(true)
    }

    /// Takes an amendment out of the block of uncontested ones, or puts it back. False when it was so.
    pub async fn set_amendment_apart(&mut self, amendment: AmendmentId, is_apart: bool) -> Result<bool> {
        let done = sql!(self, conn => sqlx::query(
            "UPDATE amendment SET is_apart = $2 WHERE id = $1 AND is_apart <> $2 AND state IN ('depose', 'recevable')",
        )
        .bind(Uuid::from(amendment))
        .bind(is_apart)
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        Ok(done == 1)
    }
}
