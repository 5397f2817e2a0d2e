//! Corrections that staff proposes: nothing changes until the author accepts one, and one lapses when the text changes.

use domain::contribution::Act;
use domain::id::{ContributionId, CorrectionId, MemberId};
use domain::moderation::{Correction, CorrectionState};
use domain::settings::Moderation;
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use uuid::Uuid;

use super::versions::NewVersion;
use crate::cell::At;
use crate::error::Result;
use crate::work::{Reading, Work, sql};

#[derive(FromRow)]
struct CorrectionRow {
    id: Uuid,
    contribution_id: Uuid,
    version: i64,
    body: String,
    proposed_at: i64,
    proposed_by: Option<Uuid>,
}

impl Reading {
    /// The correction that the author of a text has yet to answer.
    pub async fn correction(&mut self, contribution: ContributionId) -> Result<Option<Correction>> {
        let row: Option<CorrectionRow> = sql!(self, conn => sqlx::query_as(
            "SELECT id, contribution_id, version, body, proposed_at, proposed_by FROM correction
             WHERE contribution_id = $1 AND state = 'proposee'",
        )
        .bind(Uuid::from(contribution))
        .fetch_optional(conn)
        .await)?;
        row.map(CorrectionRow::parse).transpose()
    }
}

impl Work {
    /// Proposes a correction of the present version of a text; another that waits for its answer lapses.
    pub async fn propose(&mut self, correction: &Correction) -> Result<()> {
        self.lapse_correction(correction.contribution, correction.proposed_at).await?;
        sql!(self, conn => sqlx::query(
            "INSERT INTO correction (id, contribution_id, version, body, state, proposed_at, proposed_by)
             VALUES ($1, $2, $3, $4, 'proposee', $5, $6)",
        )
        .bind(Uuid::from(correction.id))
        .bind(Uuid::from(correction.contribution))
        .bind(i64::from(correction.version))
        .bind(correction.body.as_str())
        .bind(correction.proposed_at.micros())
        .bind(correction.proposed_by.map(Uuid::from))
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// Makes a correction a version of its text, for its author; `stems` are what search finds its words by. What was shown
    /// stays so, and what staff had read is read: it wrote the words. False when the text can't be changed any more, or was.
    pub async fn accept(
        &mut self,
        correction: &Correction,
        stems: &[(String, u32)],
        (by, at): (MemberId, Timestamp),
    ) -> Result<bool> {
        let id = correction.contribution;
        let act = Act::Rewrite(Moderation::After);
        let Some((standing, next)) = self.standing_for(id, act).await? else { return Ok(false) };
        if standing.version != correction.version {
            return Ok(false);
        }
        self.keep_version(id).await?;
        let kind = self.versions(id).await?.first().and_then(|line| line.kind);
        let version = NewVersion {
            body: &correction.body,
            kind,
            shown: next.is_shown(),
            corrected: true,
            at,
            by: Some(by),
        };
        self.replace_words(&standing, next, &version, stems).await?;
        sql!(self, conn => sqlx::query(
            "UPDATE contribution SET read_version = version WHERE id = $1 AND read_version = version - 1",
        )
        .bind(Uuid::from(id))
        .execute(conn)
        .await
        .map(drop))?;
        self.settle(correction.id, CorrectionState::Accepted, at).await?;
        Ok(true)
    }

    /// Its author doesn't want a correction.
    pub async fn refuse(&mut self, correction: CorrectionId, at: Timestamp) -> Result<()> {
        self.settle(correction, CorrectionState::Refused, at).await
    }

    async fn settle(&mut self, id: CorrectionId, state: CorrectionState, at: Timestamp) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "UPDATE correction SET state = $2, settled_at = $3 WHERE id = $1 AND state = 'proposee'",
        )
        .bind(Uuid::from(id))
        .bind(state.code())
        .bind(at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// A correction that waits for its answer has lapsed.
    pub(super) async fn lapse_correction(
        &mut self,
        contribution: ContributionId,
        at: Timestamp,
    ) -> Result<()> {
        if let Some(open) = self.correction(contribution).await? {
            self.settle(open.id, CorrectionState::Lapsed, at).await?;
        }
        Ok(())
    }
}

impl CorrectionRow {
    fn parse(self) -> Result<Correction> {
        let at = At::new("correction", &self.id);
        Ok(Correction {
            id: self.id.into(),
            contribution: self.contribution_id.into(),
            version: at.number("version", self.version)?,
            body: self.body.try_into().map_err(|_| at.corrupt("body"))?,
            proposed_at: Timestamp::from_micros(self.proposed_at),
            proposed_by: self.proposed_by.map(Into::into),
        })
    }
}
