//! Words and signature gone for good; a tombstone stays, so that sums hold.

use domain::contribution::{Act, dots};
use domain::id::ContributionId;
use domain::time::Timestamp;
use uuid::Uuid;

use super::stand::Standing;
use crate::error::Result;
use crate::work::{Work, sql};

impl Work {
    /// Erases a text: its words, in every version, its title, its signature but for the college, and whom it is from.
    /// False when it was erased before.
    pub async fn erase(&mut self, contribution: ContributionId, at: Timestamp) -> Result<bool> {
        let Some((standing, next)) = self.standing_for(contribution, Act::Erase).await? else {
            return Ok(false);
        };
        self.show_words(&standing, false).await?;
        self.unindex(standing.congress, standing.number).await?;
        self.overwrite_versions(&standing).await?;
        self.unsign(contribution).await?;
        sql!(self, conn => sqlx::query(
            "UPDATE contribution SET state = $2, changed_at = $3, hidden_for = NULL, hidden_reason = NULL, display = NULL, title = NULL
             WHERE id = $1",
        )
        .bind(Uuid::from(contribution))
        .bind(next.code())
        .bind(at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        self.overwrite_moderation(contribution, at).await?;
        self.forget_drafts_of(standing.congress, standing.number).await?;
        self.revise(standing.congress).await?;
        Ok(true)
    }

    /// What staff wrote about a text may quote it.
    async fn overwrite_moderation(&mut self, contribution: ContributionId, at: Timestamp) -> Result<()> {
        self.lapse_correction(contribution, at).await?;
        for statement in [
            "UPDATE moderation_event SET words = NULL WHERE contribution_id = $1",
            "UPDATE correction SET body = '.' WHERE contribution_id = $1",
        ] {
            sql!(self, conn => sqlx::query(statement).bind(Uuid::from(contribution)).execute(conn).await.map(drop))?;
        }
        Ok(())
    }

    /// Takes the name off a text that stays: nothing but the college is left of whom it is from.
    pub(crate) async fn make_anonymous(&mut self, contribution: ContributionId, at: Timestamp) -> Result<()> {
        let standing = self.standing(contribution).await?;
        self.lapse_correction(contribution, at).await?;
        self.unsign(contribution).await?;
        for statement in [
            "UPDATE contribution SET display = 'rien' WHERE id = $1",
            "UPDATE contribution_version SET made_by = NULL WHERE contribution_id = $1",
        ] {
            sql!(self, conn => sqlx::query(statement).bind(Uuid::from(contribution)).execute(conn).await.map(drop))?;
        }
        self.revise(standing.congress).await
    }

    /// One who signed nothing else is still one signatory; of one who signed other texts nothing is left here.
    async fn unsign(&mut self, contribution: ContributionId) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "UPDATE contribution SET signed_name = NULL, signed_mandate = NULL, territory_code = NULL,
                 territory_name = NULL, territory_level = NULL, territory_departement = NULL, territory_region = NULL,
                 territory_population = NULL, member_id = NULL, entered_by = NULL,
                 signatory = CASE WHEN signatory IS NULL OR EXISTS (
                     SELECT 1 FROM contribution o WHERE o.congress_id = contribution.congress_id
                     AND o.signatory = contribution.signatory AND o.id <> contribution.id)
                 THEN NULL ELSE $2 END
             WHERE id = $1",
        )
        .bind(Uuid::from(contribution))
        .bind(format!("effacee:{contribution}"))
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    async fn overwrite_versions(&mut self, standing: &Standing) -> Result<()> {
        for (version, body) in self.bodies(standing.id).await? {
            sql!(self, conn => sqlx::query(
                "UPDATE contribution_version SET body = $3, shown = $3, title = NULL, made_by = NULL
                 WHERE contribution_id = $1 AND version = $2",
            )
            .bind(Uuid::from(standing.id))
            .bind(version)
            .bind(dots(&body))
            .execute(conn)
            .await
            .map(drop))?;
        }
        Ok(())
    }
}
