//! Words that aren't shown any more: hidden by staff, or taken back by their author.

use domain::contribution::Act;
use domain::id::ContributionId;
use domain::time::Timestamp;
use uuid::Uuid;

use crate::error::Result;
use crate::work::{Work, sql};

impl Work {
    /// Hides a text, and says why to its author. False when it can't be hidden: it was taken back or erased.
    pub async fn hide(&mut self, contribution: ContributionId, why: &str, at: Timestamp) -> Result<bool> {
        self.withhold(contribution, Act::Hide, Some(why), at).await
    }

    /// Takes a text back for its author. False when it was taken back before, or erased.
    pub async fn withdraw(&mut self, contribution: ContributionId, at: Timestamp) -> Result<bool> {
        self.withhold(contribution, Act::Withdraw, None, at).await
    }

    async fn withhold(
        &mut self,
        contribution: ContributionId,
        act: Act,
        why: Option<&str>,
        at: Timestamp,
    ) -> Result<bool> {
        let Some((standing, next)) = self.standing_for(contribution, act).await? else { return Ok(false) };
        self.show_words(&standing, false).await?;
        self.unindex(standing.congress, standing.number).await?;
        sql!(self, conn => sqlx::query(
            "UPDATE contribution SET state = $2, hidden_for = $3, changed_at = $4 WHERE id = $1",
        )
        .bind(Uuid::from(contribution))
        .bind(next.code())
        .bind(why)
        .bind(at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        self.revise(standing.congress).await?;
        Ok(true)
    }
}
