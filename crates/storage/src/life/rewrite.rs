//! A text that its author changes: a new version.

use domain::contribution::Kind;
use domain::id::{ContributionId, MemberId};
use domain::member::{Display, Signature};
use domain::settings::Moderation;
use domain::time::Timestamp;
use domain::words::Body;
use std::collections::BTreeSet;
use uuid::Uuid;

use super::stand::Standing;
use super::words::{Put, Words};
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
        let words = Words {
            contribution: new.contribution,
            from: new.from,
            body: &new.body,
            stems: &new.stems,
            kind: new.kind,
            moderation: new.moderation,
            at: new.at,
            by: Some(new.by),
        };
        match self.put_words(&words).await? {
            Put::Refused => Ok(Rewritten::Refused),
            Put::Stale => Ok(Rewritten::Stale),
            Put::There(standing) => {
                self.describe(&standing, new).await?;
                self.revise(standing.congress).await?;
                Ok(Rewritten::Done)
            }
        }
    }

    /// Signature, kind and enjeux.
    async fn describe(&mut self, standing: &Standing, new: &Rewriting) -> Result<()> {
        self.sign(standing.id, new.display, &new.signature).await?;
        self.set_kind(standing.id, new.kind).await?;
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
