//! Words that appear, or appear again.

use domain::contribution::Act;
use domain::id::ContributionId;
use domain::time::Timestamp;
use uuid::Uuid;

use crate::error::Result;
use crate::work::{Work, sql};

impl Work {
    /// Lets a text appear that waited or was hidden; `stems` are those of what was written (see [`crate::Reading::own`]).
    /// False when it isn't staff's to publish: it is there already, or was taken back or erased.
    pub async fn publish(
        &mut self,
        contribution: ContributionId,
        stems: &[(String, u32)],
        at: Timestamp,
    ) -> Result<bool> {
        let Some((standing, next)) = self.standing_for(contribution, Act::Publish).await? else {
            return Ok(false);
        };
        self.show_words(&standing, true).await?;
        self.index_by(standing.congress, standing.number, stems).await?;
        sql!(self, conn => sqlx::query(
            "UPDATE contribution SET state = $2, hidden_for = NULL, hidden_reason = NULL, changed_at = $3 WHERE id = $1",
        )
        .bind(Uuid::from(contribution))
        .bind(next.code())
        .bind(at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        self.revise(standing.congress).await?;
        Ok(true)
    }
}
