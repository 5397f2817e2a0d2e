//! What members do with amendments: sign, stop signing, take back.

use domain::id::{AmendmentId, CongressId, MemberId};
use domain::time::Timestamp;
use uuid::Uuid;

use crate::error::Result;
use crate::work::{Work, sql};

impl Work {
    /// Signs an amendment with its author; a second time nothing more is done. False when it is settled, or theirs.
    pub async fn cosign(
        &mut self,
        amendment: AmendmentId,
        (member, signature): (MemberId, &str),
        at: Timestamp,
    ) -> Result<bool> {
        self.hold_motion_of(amendment).await?;
        let open: i64 = sql!(self, conn => sqlx::query_scalar(
            "SELECT COUNT(*) FROM amendment WHERE id = $1 AND state IN ('depose', 'recevable')
               AND (author_id IS NULL OR author_id <> $2)",
        )
        .bind(Uuid::from(amendment))
        .bind(Uuid::from(member))
        .fetch_one(conn)
        .await)?;
        if open == 0 {
            return Ok(false);
        }
        sql!(self, conn => sqlx::query(
            "INSERT INTO cosignature (amendment_id, member_id, signature, signed_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (amendment_id, member_id) DO NOTHING",
        )
        .bind(Uuid::from(amendment))
        .bind(Uuid::from(member))
        .bind(signature)
        .bind(at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        Ok(true)
    }

    /// Stops signing it. False when they didn't sign, or it is settled: what was voted keeps those who stood behind it.
    pub async fn stop_cosigning(&mut self, amendment: AmendmentId, member: MemberId) -> Result<bool> {
        self.hold_motion_of(amendment).await?;
        let gone = sql!(self, conn => sqlx::query(
            "DELETE FROM cosignature WHERE amendment_id = $1 AND member_id = $2 AND EXISTS
                 (SELECT 1 FROM amendment a WHERE a.id = $1 AND a.state IN ('depose', 'recevable', 'irrecevable'))",
        )
        .bind(Uuid::from(amendment))
        .bind(Uuid::from(member))
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        Ok(gone == 1)
    }

    /// Holds the motion that an amendment is about until the unit of work ends.
    async fn hold_motion_of(&mut self, amendment: AmendmentId) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "UPDATE motion_text SET blocks = blocks WHERE congress_id = (SELECT congress_id FROM amendment WHERE id = $1)",
        )
        .bind(Uuid::from(amendment))
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// Takes an amendment back, with the sub-amendments that nothing stands under any more. False when it is settled, or its vote
    /// is under way.
    pub async fn withdraw_amendment(
        &mut self,
        congress: CongressId,
        amendment: AmendmentId,
        at: Timestamp,
    ) -> Result<bool> {
        // Polls may be cancelled with it, and the journal takes the congress: in the order in which a result is said.
        self.hold_congress(congress).await?;
        self.hold_motion(congress).await?;
        let done = sql!(self, conn => sqlx::query(
            "UPDATE amendment SET state = 'retire', settled_at = $2
             WHERE id = $1 AND state IN ('depose', 'recevable', 'irrecevable') AND NOT EXISTS
                 (SELECT 1 FROM amendment_poll l JOIN poll p ON p.id = l.poll_id WHERE l.amendment_id = $1 AND p.state IN ('ouvert', 'clos'))",
        )
        .bind(Uuid::from(amendment))
        .bind(at.micros())
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        if done == 1 {
            self.drop_subs(amendment, at).await?;
        }
        Ok(done == 1)
    }

    /// Sub-amendments that are live fall with the one that they change.
    pub(super) async fn drop_subs(&mut self, parent: AmendmentId, at: Timestamp) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "UPDATE amendment SET state = 'sans-objet', fallen_for = $1, settled_at = $2
             WHERE parent_id = $1 AND state IN ('depose', 'recevable')",
        )
        .bind(Uuid::from(parent))
        .bind(at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }
}
