//! Who writes a block: a lease that everybody sees, and that ends by itself.

use domain::id::{CongressId, MemberId};
use domain::time::Timestamp;
use domain::wording::BlockKey;
use uuid::Uuid;

use crate::error::Result;
use crate::work::{Work, sql};

impl Work {
    /// Lends a block to somebody from `at` until `until`, also if they had it. False when somebody else has it, it was taken
    /// out, or there is none.
    pub async fn take_block(
        &mut self,
        congress: CongressId,
        block: BlockKey,
        by: MemberId,
        (at, until): (Timestamp, Timestamp),
    ) -> Result<bool> {
        let taken = sql!(self, conn => sqlx::query(
            "UPDATE motion_block SET held_by = $3, held_until = $5
             WHERE congress_id = $1 AND block = $2 AND removed_at IS NULL
               AND (held_by IS NULL OR held_by = $3 OR held_until <= $4)",
        )
        .bind(Uuid::from(congress))
        .bind(i64::from(block.get()))
        .bind(Uuid::from(by))
        .bind(at.micros())
        .bind(until.micros())
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        Ok(taken > 0)
    }

    /// Gives a block back, if that person has it.
    pub async fn give_block_back(
        &mut self,
        congress: CongressId,
        block: BlockKey,
        by: MemberId,
    ) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "UPDATE motion_block SET held_by = NULL, held_until = NULL
             WHERE congress_id = $1 AND block = $2 AND held_by = $3",
        )
        .bind(Uuid::from(congress))
        .bind(i64::from(block.get()))
        .bind(Uuid::from(by))
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }
}
