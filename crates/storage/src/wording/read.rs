//! The motion as staff sees it.

use domain::id::CongressId;
use domain::reading::{BlockLine, MotionDesk, MotionHead, RevisionLine};
use domain::time::Timestamp;
use domain::wording::BlockKey;
use sqlx_macros::FromRow;
use uuid::Uuid;

use super::row::{BlockRow, HeadRow, block_columns, block_tables};
use crate::cell::At;
use crate::error::Result;
use crate::work::{Reading, sql};

/// Wordings, with who wrote them.
macro_rules! revisions {
    ($rest:literal) => {
        concat!(
            "SELECT r.version, r.act, r.kind, r.words, r.machine, r.made_at, m.name AS made_name
             FROM motion_revision r LEFT JOIN member m ON m.id = r.made_by ",
            $rest
        )
    };
}

#[derive(FromRow)]
struct RevisionRow {
    version: i64,
    act: String,
    kind: String,
    words: String,
    machine: String,
    made_at: i64,
    made_name: Option<String>,
}

impl Reading {
    /// What the motion of a congress is called, and where it stands; none before it began.
    pub async fn motion_head(&mut self, congress: CongressId) -> Result<Option<MotionHead>> {
        let row: Option<HeadRow> = sql!(self, conn => sqlx::query_as(
            "SELECT title, shape, stage, origin, started_at FROM motion_text WHERE congress_id = $1",
        )
        .bind(Uuid::from(congress))
        .fetch_optional(conn)
        .await)?;
        row.map(|row| row.parse(congress)).transpose()
    }

    /// The whole motion; none before it began.
    pub async fn motion_desk(&mut self, congress: CongressId) -> Result<Option<MotionDesk>> {
        let Some(head) = self.motion_head(congress).await? else { return Ok(None) };
        let rows: Vec<BlockRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT ", block_columns!(), " FROM ", block_tables!(), "WHERE b.congress_id = $1 ORDER BY b.rank, b.block",
        ))
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        let (removed, blocks): (Vec<_>, Vec<_>) = rows.into_iter().partition(BlockRow::is_removed);
        let lines =
            |rows: Vec<BlockRow>| rows.into_iter().map(BlockRow::parse).collect::<Result<Vec<BlockLine>>>();
        let shown = self.shown(congress).await?;
        let pending = match &shown {
            Some(shown) => self.left_to_settle(congress, shown.id).await?,
            None => 0,
        };
        Ok(Some(MotionDesk {
            head,
            blocks: lines(blocks)?,
            removed: lines(removed)?,
            versions: self.motion_versions(congress).await?,
            figures: self.figures(congress, shown.as_ref()).await?,
            pending,
        }))
    }

    /// Every wording of a block, the last first.
    pub async fn block_revisions(
        &mut self,
        congress: CongressId,
        block: BlockKey,
    ) -> Result<Vec<RevisionLine>> {
        let rows: Vec<RevisionRow> = sql!(self, conn => sqlx::query_as(
            revisions!("WHERE r.congress_id = $1 AND r.block = $2 ORDER BY r.version DESC"),
        )
        .bind(Uuid::from(congress))
        .bind(i64::from(block.get()))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(|row| row.parse(block)).collect()
    }

    /// One wording of a block.
    pub async fn revision(
        &mut self,
        congress: CongressId,
        block: BlockKey,
        version: u32,
    ) -> Result<Option<RevisionLine>> {
        let row: Option<RevisionRow> = sql!(self, conn => sqlx::query_as(
            revisions!("WHERE r.congress_id = $1 AND r.block = $2 AND r.version = $3"),
        )
        .bind(Uuid::from(congress))
        .bind(i64::from(block.get()))
        .bind(i64::from(version))
        .fetch_optional(conn)
        .await)?;
        row.map(|row| row.parse(block)).transpose()
    }
}

impl RevisionRow {
    fn parse(self, block: BlockKey) -> Result<RevisionLine> {
        let row = format!("{block}, {}", self.version);
        let at = At::new("motion_revision", &row);
        Ok(RevisionLine {
            version: at.number("version", self.version)?,
            act: at.parse("act", &self.act)?,
            kind: at.parse("kind", &self.kind)?,
            words: at.parse("words", &self.words)?,
            machine: at.parse("machine", &self.machine)?,
            at: Timestamp::from_micros(self.made_at),
            by: self.made_name,
        })
    }
}
