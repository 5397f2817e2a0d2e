//! Files of open data, kept until the congress they show has changed.

use domain::id::{AnalysisId, CongressId, MotionId};
use domain::time::Timestamp;
use uuid::Uuid;

use crate::cell::At;
use crate::error::{Result, StorageError};
use crate::work::{Reading, Work, sql};

/// The state of a congress that a file shows: nothing that a file holds changes while this doesn't.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edition {
    /// Contributions received.
    pub contributions: u32,
    /// How many times what is shown of one that was there has changed.
    pub revision: u32,
    /// The run that pages show.
    pub run: Option<AnalysisId>,
    /// The draft that pages show.
    pub motion: Option<MotionId>,
}

/// What a run is shown as: the run, and how many times what is shown of a text that was there has changed. New texts
/// leave it alone.
pub type ShownRun = (Option<AnalysisId>, u32);

impl Edition {
    /// The state of what the run alone shows.
    pub fn of_run(self) -> ShownRun {
        (self.run, self.revision)
    }
}

impl Reading {
    /// The state that pages show now.
    pub async fn edition(&mut self, congress: CongressId) -> Result<Edition> {
        let counted: Option<(i64, i64)> = sql!(self, conn => sqlx::query_as(
            "SELECT contributions, revision FROM congress WHERE id = $1",
        )
        .bind(Uuid::from(congress))
        .fetch_optional(conn)
        .await)?;
        let (contributions, revision) = counted.ok_or(StorageError::Missing("congress"))?;
        let shown = self.shown(congress).await?;
        let motion = match &shown {
            Some(shown) => self.motion_shown(shown.id).await?.map(|motion| motion.id),
            None => None,
        };
        Ok(Edition {
            contributions: At::new("congress", &congress).number("contributions", contributions)?,
            revision: At::new("congress", &congress).number("revision", revision)?,
            run: shown.map(|shown| shown.id),
            motion,
        })
    }

    /// The file of that name, if it was made from that state.
    pub async fn open_data(
        &mut self,
        congress: CongressId,
        name: &str,
        made_from: &str,
    ) -> Result<Option<Vec<u8>>> {
        let bytes = sql!(self, conn => sqlx::query_scalar(
            "SELECT bytes FROM open_data WHERE congress_id = $1 AND name = $2 AND made_from = $3",
        )
        .bind(Uuid::from(congress))
        .bind(name)
        .bind(made_from)
        .fetch_optional(conn)
        .await)?;
        Ok(bytes)
    }
}

impl Work {
    /// Keeps a file in the place of the one made from an earlier state.
    pub async fn keep_open_data(
        &mut self,
        congress: CongressId,
        name: &str,
        made_from: &str,
        bytes: &[u8],
        at: Timestamp,
    ) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "INSERT INTO open_data (congress_id, name, made_from, bytes, made_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (congress_id, name) DO UPDATE
             SET made_from = excluded.made_from, bytes = excluded.bytes, made_at = excluded.made_at",
        )
        .bind(Uuid::from(congress))
        .bind(name)
        .bind(made_from)
        .bind(bytes)
        .bind(at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }
}
