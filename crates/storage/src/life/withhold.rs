//! Words that aren't shown any more: hidden by staff, or taken back by their author.

use domain::contribution::Act;
use domain::id::ContributionId;
use domain::moderation::HidingReason;
use domain::time::Timestamp;
use uuid::Uuid;

use crate::error::Result;
use crate::work::{Work, sql};

/// Why a text is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hiding<'a> {
    /// From the list.
    pub reason: HidingReason,
    /// In words, to its author.
    pub words: &'a str,
}

impl Work {
    /// Hides a text, and says why to its author. False when it can't be hidden: it was taken back or erased.
    pub async fn hide(
        &mut self,
        contribution: ContributionId,
        why: Hiding<'_>,
        at: Timestamp,
    ) -> Result<bool> {
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
        why: Option<Hiding<'_>>,
        at: Timestamp,
    ) -> Result<bool> {
        let Some((standing, next)) = self.standing_for(contribution, act).await? else { return Ok(false) };
        self.show_words(&standing, false).await?;
        self.unindex(standing.congress, standing.number).await?;
        sql!(self, conn => sqlx::query(
            "UPDATE contribution SET state = $2, hidden_for = $3, hidden_reason = $5, changed_at = $4 WHERE id = $1",
        )
        .bind(Uuid::from(contribution))
        .bind(next.code())
        .bind(why.map(|why| why.words))
        .bind(at.micros())
        .bind(why.map(|why| why.reason.code()))
        .execute(conn)
        .await
        .map(drop))?;
        if act == Act::Withdraw {
            self.lapse_correction(contribution, at).await?;
        }
        self.revise(standing.congress).await?;
        Ok(true)
    }
}
