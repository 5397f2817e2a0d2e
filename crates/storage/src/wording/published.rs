//! Versions as everybody reads them.

use domain::id::CongressId;
use domain::reading::{PublishedLine, PublishedMotion, Source};
use domain::time::Timestamp;
use domain::wording::{BlockKey, Frozen, Spans, VersionNumber};
use sqlx_macros::FromRow;
use std::collections::BTreeMap;
use uuid::Uuid;

use super::cite::{CitedRow, last_placed};
use crate::cell::At;
use crate::error::Result;
use crate::quote::{quote_columns, quote_tables};
use crate::work::{Reading, sql};

#[derive(FromRow)]
struct VersionRow {
    number: i64,
    title: String,
    shape: String,
    digest: String,
    published_at: i64,
    published_name: Option<String>,
    pending: i64,
}

#[derive(FromRow)]
struct FrozenRow {
    number: i64,
    block: i64,
    kind: String,
    printed: Option<i64>,
    words: String,
    machine: String,
}

impl Reading {
    /// The versions of a motion, the last first.
    pub async fn motion_versions(&mut self, congress: CongressId) -> Result<Vec<PublishedLine>> {
        let machine: Vec<(i64, String)> = sql!(self, conn => sqlx::query_as(
            "SELECT number, machine FROM motion_version_block WHERE congress_id = $1 AND machine <> ''",
        )
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        let mut counts: BTreeMap<i64, u32> = BTreeMap::new();
        for (number, spans) in machine {
            let spans: Spans = At::new("motion_version_block", &number).parse("machine", &spans)?;
            *counts.entry(number).or_default() += spans.count();
        }
        let line = |row: VersionRow| {
            let machine = counts.get(&row.number).copied().unwrap_or_default();
            row.line(machine)
        };
        self.version_rows(congress).await?.into_iter().map(line).collect()
    }

    /// The number of the last version; none before one is published.
    pub async fn last_version(&mut self, congress: CongressId) -> Result<Option<VersionNumber>> {
        let last: Option<i64> = sql!(self, conn => sqlx::query_scalar(
            "SELECT MAX(number) FROM motion_version WHERE congress_id = $1",
        )
        .bind(Uuid::from(congress))
        .fetch_one(conn)
        .await)?;
        let at = At::new("motion_version", &congress);
        last.map(|last| at.number("number", last).map(VersionNumber::new)).transpose()
    }

    /// One version with what its blocks rest on, or the last one where none is named; none when there is none such.
    pub async fn published_motion(
        &mut self,
        congress: CongressId,
        number: Option<VersionNumber>,
    ) -> Result<Option<PublishedMotion>> {
        let asked = number.map(|number| i64::from(number.get()));
        let rows = self.version_rows(congress).await?;
        let Some(row) = rows.into_iter().find(|row| asked.is_none_or(|asked| asked == row.number)) else {
            return Ok(None);
        };
        let number = row.number;
        let blocks = self.frozen(congress, number).await?;
        let at = At::new("motion_version", &number);
        Ok(Some(PublishedMotion {
            title: at.parse("title", &row.title)?,
            shape: at.parse("shape", &row.shape)?,
            line: row.line(blocks.iter().map(|of| of.machine.count()).sum())?,
            sources: self.version_sources(congress, number).await?,
            blocks,
        }))
    }

    async fn version_rows(&mut self, congress: CongressId) -> Result<Vec<VersionRow>> {
        let rows = sql!(self, conn => sqlx::query_as(
            "SELECT v.number, v.title, v.shape, v.digest, v.published_at, m.name AS published_name, v.pending
             FROM motion_version v LEFT JOIN member m ON m.id = v.published_by
             WHERE v.congress_id = $1 ORDER BY v.number DESC",
        )
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        Ok(rows)
    }

    async fn frozen(&mut self, congress: CongressId, number: i64) -> Result<Vec<Frozen>> {
        let rows: Vec<FrozenRow> = sql!(self, conn => sqlx::query_as(
            "SELECT number, block, kind, printed, words, machine FROM motion_version_block
             WHERE congress_id = $1 AND number = $2 ORDER BY rank",
        )
        .bind(Uuid::from(congress))
        .bind(number)
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(FrozenRow::parse).collect()
    }

    async fn version_sources(&mut self, congress: CongressId, number: i64) -> Result<Vec<Source>> {
        let rows: Vec<CitedRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT s.block AS cited_block, s.stance, ", quote_columns!("s"), " FROM ", quote_tables!(),
            "JOIN motion_version_citation s ON s.verbatim_id = v.id
             WHERE s.congress_id = $1 AND s.number = $2 AND ", last_placed!(), "ORDER BY s.block, s.rank",
        ))
        .bind(Uuid::from(congress))
        .bind(number)
        .fetch_all(conn)
        .await)?;
        let parse = |row: CitedRow| {
            let named = format!("v{number}, p{}", row.cited_block);
            row.parse(&At::new("motion_version_citation", &named), None)
        };
        rows.into_iter().map(parse).collect()
    }
}

impl VersionRow {
    fn line(self, machine: u32) -> Result<PublishedLine> {
        let at = At::new("motion_version", &self.number);
        Ok(PublishedLine {
            number: VersionNumber::new(at.number("number", self.number)?),
            digest: self.digest,
            at: Timestamp::from_micros(self.published_at),
            by: self.published_name,
            machine,
            pending: at.number("pending", self.pending)?,
        })
    }
}

impl FrozenRow {
    fn parse(self) -> Result<Frozen> {
        let row = format!("v{}, p{}", self.number, self.block);
        let at = At::new("motion_version_block", &row);
        let machine: Spans = at.parse("machine", &self.machine)?;
        if !machine.fit(&self.words) {
            return Err(at.corrupt("machine"));
        }
        let printed = self.printed.map(|printed| at.number("printed", printed)).transpose()?;
        Ok(Frozen {
            key: BlockKey::new(at.number("block", self.block)?),
            kind: at.parse("kind", &self.kind)?,
            number: printed,
            words: self.words,
            machine,
        })
    }
}
