//! A text that its author changes: a new version.

use domain::contribution::{Act, Kind, State, dots};
use domain::id::{ContributionId, MemberId};
use domain::member::{Display, Signature};
use domain::settings::Moderation;
use domain::time::Timestamp;
use domain::words::Body;
use std::collections::BTreeSet;
use uuid::Uuid;

use super::stand::Standing;
use super::versions::NewVersion;
use crate::error::{Result, StorageError};
use crate::insert::insert_all;
use crate::work::{Work, sql};

/// A change of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Rewriting {
    /// Which contribution.
    pub contribution: ContributionId,
    /// The version that whoever changes it had before their eyes.
    pub from: u32,
    /// The words.
    pub body: Body,
    /// What search finds them by.
    pub stems: Vec<(String, u32)>,
    /// The kind that its author gives.
    pub kind: Option<Kind>,
    /// The enjeux that its author gives, all in the congress' list.
    pub areas: Vec<String>,
    /// How much of its author it shows.
    pub display: Display,
    /// Its signature, as it may be shown.
    pub signature: Signature,
    /// When staff reads.
    pub moderation: Moderation,
    /// When it was changed.
    pub at: Timestamp,
    /// Who changed it.
    pub by: MemberId,
}

/// What became of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rewritten {
    /// It was made, or had been made just so.
    Done,
    /// The text was changed in the meantime: nothing was done.
    Stale,
    /// A text in that state isn't changed any more: nothing was done.
    Refused,
}

impl Work {
    /// Changes a text. The same change a second time does nothing more; the same words with another signature, kind or enjeux
    /// make no new version.
    pub async fn rewrite(&mut self, new: &Rewriting) -> Result<Rewritten> {
        let act = Act::Rewrite(new.moderation);
        let Some((standing, next)) = self.standing_for(new.contribution, act).await? else {
            return Ok(Rewritten::Refused);
        };
        self.keep_version(standing.id).await?;
        let written = self.bodies(standing.id).await?.pop().map(|(_, body)| body);
        if written.as_deref() == Some(new.body.as_str()) {
            self.describe(&standing, new).await?;
            self.revise(standing.congress).await?;
            return Ok(Rewritten::Done);
        }
        if standing.version != new.from {
            return Ok(Rewritten::Stale);
        }
        let version = NewVersion {
            body: &new.body,
            kind: new.kind,
            shown: next.is_shown(),
            corrected: false,
            at: new.at,
            by: Some(new.by),
        };
        self.replace_words(&standing, next, &version, &new.stems).await?;
        self.describe(&standing, new).await?;
        self.lapse_correction(standing.id, new.at).await?;
        Ok(Rewritten::Done)
    }

    /// Puts a new version in the place of the last, shown or not as `next` says.
    pub(super) async fn replace_words(
        &mut self,
        standing: &Standing,
        next: State,
        new: &NewVersion<'_>,
        stems: &[(String, u32)],
    ) -> Result<()> {
        self.add_version(standing.id, standing.version + 1, new).await?;
        let body = new.body.as_str();
        sql!(self, conn => sqlx::query(
            "UPDATE contribution SET state = $2, version = version + 1, body = $3, changed_at = $4, hidden_for = NULL,
                 hidden_reason = NULL
             WHERE id = $1",
        )
        .bind(Uuid::from(standing.id))
        .bind(next.code())
        .bind(if next.is_shown() { body.to_owned() } else { dots(body) })
        .bind(new.at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        if next.is_shown() {
            self.index_by(standing.congress, standing.number, stems).await?;
        } else {
            self.show_words(standing, false).await?;
            self.unindex(standing.congress, standing.number).await?;
        }
        self.revise(standing.congress).await
    }

    /// Signature, kind and enjeux.
    async fn describe(&mut self, standing: &Standing, new: &Rewriting) -> Result<()> {
        self.sign(standing.id, new.display, &new.signature).await?;
        sql!(self, conn => sqlx::query("UPDATE contribution SET kind = $2 WHERE id = $1")
            .bind(Uuid::from(standing.id))
            .bind(new.kind.map(Kind::code))
            .execute(conn)
            .await
            .map(drop))?;
        sql!(self, conn => sqlx::query("DELETE FROM contribution_area WHERE contribution_id = $1")
            .bind(Uuid::from(standing.id))
            .execute(conn)
            .await
            .map(drop))?;
        let known = self.area_ranks(standing.congress).await?;
        let rank =
            |name: &String| known.get(name).copied().ok_or_else(|| StorageError::UnknownArea(name.clone()));
        let ranks: Vec<i64> =
            new.areas.iter().map(rank).collect::<Result<BTreeSet<_>>>()?.into_iter().collect();
        insert_all!(self, "contribution_area (contribution_id, congress_id, area_rank)", ranks, rank => [
            Uuid::from(standing.id),
            Uuid::from(standing.congress),
            *rank,
        ]);
        Ok(())
    }

    /// Puts a signature beside a text.
    pub(super) async fn sign(
        &mut self,
        contribution: ContributionId,
        display: Display,
        signature: &Signature,
    ) -> Result<()> {
        let territory = signature.territory.as_ref();
        sql!(self, conn => sqlx::query(
            "UPDATE contribution SET display = $2, signed_name = $3, signed_mandate = $4, college = $5,
                 territory_code = $6, territory_name = $7, territory_level = $8, territory_departement = $9,
                 territory_region = $10, territory_population = $11 WHERE id = $1",
        )
        .bind(Uuid::from(contribution))
        .bind(display.code())
        .bind(signature.name.as_deref())
        .bind(signature.mandate.as_deref())
        .bind(signature.college.code())
        .bind(territory.map(|t| t.code.as_str()))
        .bind(territory.map(|t| t.name.as_str()))
        .bind(territory.map(|t| t.level.code()))
        .bind(territory.and_then(|t| t.departement.as_deref()))
        .bind(territory.and_then(|t| t.region.as_deref()))
        .bind(territory.and_then(|t| t.population).map(i64::from))
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }
}
