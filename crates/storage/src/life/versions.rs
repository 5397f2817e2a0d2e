//! The versions of a text: what was written, privately, and what quotes of it show.

use domain::contribution::{Kind, dots};
use domain::id::{ContributionId, MemberId};
use domain::reading::VersionLine;
use domain::time::Timestamp;
use domain::words::Body;
use sqlx_macros::FromRow;
use uuid::Uuid;

use super::stand::Standing;
use crate::cell::At;
use crate::error::Result;
use crate::work::{Reading, Work, sql};

/// A version about to be written.
pub(super) struct NewVersion<'a> {
    pub(super) body: &'a Body,
    pub(super) kind: Option<Kind>,
    pub(super) shown: bool,
    pub(super) corrected: bool,
    pub(super) at: Timestamp,
    pub(super) by: Option<MemberId>,
}

#[derive(FromRow)]
struct VersionRow {
    version: i64,
    body: String,
    kind: Option<String>,
    made_at: i64,
    corrected: bool,
}

impl Work {
    /// Writes down the version of a text that was never touched, before something is done to it.
    pub(super) async fn keep_version(&mut self, contribution: ContributionId) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "INSERT INTO contribution_version (contribution_id, version, body, shown, title, kind, made_at, made_by)
             SELECT c.id, c.version, c.body, c.body, c.title, c.kind, c.received_at, COALESCE(c.entered_by, c.member_id)
             FROM contribution c WHERE c.id = $1
             ON CONFLICT (contribution_id, version) DO NOTHING",
        )
        .bind(Uuid::from(contribution))
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// Writes down a new version.
    pub(super) async fn add_version(
        &mut self,
        contribution: ContributionId,
        version: u32,
        new: &NewVersion<'_>,
    ) -> Result<()> {
        let hidden = dots(new.body.as_str());
        sql!(self, conn => sqlx::query(
            "INSERT INTO contribution_version (contribution_id, version, body, shown, kind, made_at, made_by, corrected)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(Uuid::from(contribution))
        .bind(i64::from(version))
        .bind(new.body.as_str())
        .bind(if new.shown { new.body.as_str() } else { hidden.as_str() })
        .bind(new.kind.map(Kind::code))
        .bind(new.at.micros())
        .bind(new.by.map(Uuid::from))
        .bind(new.corrected)
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// Hides or shows the words of every version, in quotes of each and in the contribution itself.
    pub(super) async fn show_words(&mut self, standing: &Standing, shown: bool) -> Result<()> {
        self.keep_version(standing.id).await?;
        for (version, body) in self.bodies(standing.id).await? {
            let words = if shown { body } else { dots(&body) };
            sql!(self, conn => sqlx::query(
                "UPDATE contribution_version SET shown = $3 WHERE contribution_id = $1 AND version = $2",
            )
            .bind(Uuid::from(standing.id))
            .bind(version)
            .bind(words)
            .execute(conn)
            .await
            .map(drop))?;
        }
        // A title stands with the text as it first came: nobody writes one on line.
        sql!(self, conn => sqlx::query(
            "UPDATE contribution SET
                 body = (SELECT v.shown FROM contribution_version v
                         WHERE v.contribution_id = contribution.id AND v.version = contribution.version),
                 title = CASE WHEN $2 = 1 THEN
                     (SELECT v.title FROM contribution_version v
                      WHERE v.contribution_id = contribution.id AND v.version = 1) END
             WHERE id = $1",
        )
        .bind(Uuid::from(standing.id))
        .bind(i64::from(shown))
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    pub(super) async fn bodies(&mut self, contribution: ContributionId) -> Result<Vec<(i64, String)>> {
        let bodies = sql!(self, conn => sqlx::query_as(
            "SELECT version, body FROM contribution_version WHERE contribution_id = $1 ORDER BY version",
        )
        .bind(Uuid::from(contribution))
        .fetch_all(conn)
        .await)?;
        Ok(bodies)
    }
}

impl Reading {
    /// What was written, the last version first, for its author and for staff; empty for a text that was never touched.
    pub async fn versions(&mut self, contribution: ContributionId) -> Result<Vec<VersionLine>> {
        let rows: Vec<VersionRow> = sql!(self, conn => sqlx::query_as(
            "SELECT version, body, kind, made_at, corrected FROM contribution_version
             WHERE contribution_id = $1 ORDER BY version DESC",
        )
        .bind(Uuid::from(contribution))
        .fetch_all(conn)
        .await)?;
        let at = At::new("contribution_version", &contribution);
        rows.into_iter()
            .map(|row| {
                Ok(VersionLine {
                    version: at.number("version", row.version)?,
                    body: row.body,
                    kind: at.parse_some("kind", row.kind.as_deref())?,
                    made_at: Timestamp::from_micros(row.made_at),
                    corrected: row.corrected,
                })
            })
            .collect()
    }
}
