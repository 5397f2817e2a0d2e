//! Congresses and their phases.

use domain::congress::{Congress, Phase};
use domain::id::CongressId;
use domain::time::Timestamp;
use domain::words::Slug;
use sqlx_macros::FromRow;
use std::str::FromStr as _;
use uuid::Uuid;

use crate::cell::{At, stored};
use crate::error::{OnConstraint as _, Result, StorageError};
use crate::insert::insert_all;
use crate::work::{Reading, Work, sql};

#[derive(FromRow)]
struct CongressRow {
    id: Uuid,
    slug: String,
    title: String,
    question: String,
    summary: String,
    organiser: String,
    fictional: bool,
}

#[derive(FromRow)]
struct PhaseRow {
    rank: i64,
    kind: String,
    starts_at: i64,
    ends_at: i64,
}

impl Work {
    /// A new congress with its phases, and its list of enjeux in order.
    ///
    /// [`StorageError::SlugTaken`] when another one has its address.
    pub async fn create_congress(&mut self, congress: &Congress, areas: &[String]) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "INSERT INTO congress (id, slug, title, question, summary, organiser, fictional)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(Uuid::from(congress.id))
        .bind(congress.slug.as_str())
        .bind(&congress.title)
        .bind(&congress.question)
        .bind(&congress.summary)
        .bind(&congress.organiser)
        .bind(congress.fictional)
        .execute(conn)
        .await
        .map(drop))
        .on_constraint("congress", &["slug"], || StorageError::SlugTaken(congress.slug.clone()))?;
        self.insert_phases(congress).await?;
        self.add_areas(congress.id, areas).await
    }

    async fn insert_phases(&mut self, congress: &Congress) -> Result<()> {
        let phases: Vec<(i64, &Phase)> = (1..).zip(&congress.phases).collect();
        insert_all!(self, "phase (congress_id, rank, kind, starts_at, ends_at)", phases, (rank, phase) => [
            Uuid::from(congress.id),
            *rank,
            phase.kind.code(),
            phase.starts_at.micros(),
            phase.ends_at.micros(),
        ]);
        Ok(())
    }

    /// Takes the congress' row until the unit of work ends, so that numbers are given out one after the other.
    /// Gives back how many contributions it has.
    pub(crate) async fn hold_congress(&mut self, congress: CongressId) -> Result<i64> {
        let held = sql!(self, conn => sqlx::query_scalar(
            "UPDATE congress SET contributions = contributions WHERE id = $1 RETURNING contributions",
        )
        .bind(Uuid::from(congress))
        .fetch_optional(conn)
        .await)?;
        held.ok_or(StorageError::Missing("congress"))
    }
}

impl Reading {
    /// The congress at that address.
    pub async fn congress(&mut self, slug: &Slug) -> Result<Option<Congress>> {
        let row: Option<CongressRow> = sql!(self, conn => sqlx::query_as(
            "SELECT id, slug, title, question, summary, organiser, fictional FROM congress WHERE slug = $1",
        )
        .bind(slug.as_str())
        .fetch_optional(conn)
        .await)?;
        match row {
            Some(row) => self.whole_congress(row).await.map(Some),
            None => Ok(None),
        }
    }

    /// The congress with that id.
    pub async fn congress_of(&mut self, id: CongressId) -> Result<Congress> {
        let row: Option<CongressRow> = sql!(self, conn => sqlx::query_as(
            "SELECT id, slug, title, question, summary, organiser, fictional FROM congress WHERE id = $1",
        )
        .bind(Uuid::from(id))
        .fetch_optional(conn)
        .await)?;
        self.whole_congress(row.ok_or(StorageError::Missing("congress"))?).await
    }

    /// Every congress, in the order in which they were made.
    pub async fn congresses(&mut self) -> Result<Vec<Congress>> {
        let rows: Vec<CongressRow> = sql!(self, conn => sqlx::query_as(
            "SELECT id, slug, title, question, summary, organiser, fictional FROM congress ORDER BY id",
        )
        .fetch_all(conn)
        .await)?;
        let mut congresses = Vec::with_capacity(rows.len());
        for row in rows {
            congresses.push(self.whole_congress(row).await?);
        }
        Ok(congresses)
    }

    async fn whole_congress(&mut self, row: CongressRow) -> Result<Congress> {
        let slug = Slug::from_str(&row.slug).map_err(|_| At::new("congress", &row.id).corrupt("slug"))?;
        Ok(Congress {
            id: row.id.into(),
            slug,
            title: row.title,
            question: row.question,
            summary: row.summary,
            organiser: row.organiser,
            fictional: row.fictional,
            phases: self.phases(row.id.into()).await?,
        })
    }

    async fn phases(&mut self, congress: CongressId) -> Result<Vec<Phase>> {
        let rows: Vec<PhaseRow> = sql!(self, conn => sqlx::query_as(
            "SELECT rank, kind, starts_at, ends_at FROM phase WHERE congress_id = $1 ORDER BY rank",
        )
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        rows.iter().map(|row| phase(congress, row)).collect()
    }
}

fn phase(congress: CongressId, row: &PhaseRow) -> Result<Phase> {
    let key = format!("{congress}, {}", row.rank);
    Ok(Phase {
        kind: At::new("phase", &key).parse("kind", &row.kind)?,
        starts_at: Timestamp::from_micros(row.starts_at),
        ends_at: Timestamp::from_micros(row.ends_at),
    })
}

/// Ranks from 1, as SQL holds them.
pub(crate) fn rank(index: usize) -> i64 {
    stored(index).saturating_add(1)
}
