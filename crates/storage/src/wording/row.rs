//! Blocks as they are stored.

use domain::id::CongressId;
use domain::reading::{BlockLine, Holder, MotionHead};
use domain::time::Timestamp;
use domain::wording::{Block, BlockKey};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;

/// Columns of [`BlockRow`], of the block called `b`.
macro_rules! block_columns {
    () => {
        "b.block, b.kind, b.words, b.machine, b.version, b.written_at, w.name AS written_name, b.removed_at,
         b.held_by, b.held_until, h.name AS held_name,
         (SELECT COUNT(*) FROM motion_citation c WHERE c.congress_id = b.congress_id AND c.block = b.block
          AND c.detached_at IS NULL) AS sources"
    };
}
pub(super) use block_columns;

/// The tables of [`block_columns`].
macro_rules! block_tables {
    () => {
        " motion_block b LEFT JOIN member w ON w.id = b.written_by LEFT JOIN member h ON h.id = b.held_by "
    };
}
pub(super) use block_tables;

#[derive(FromRow)]
pub(super) struct BlockRow {
    block: i64,
    kind: String,
    words: String,
    machine: String,
    version: i64,
    written_at: i64,
    written_name: Option<String>,
    removed_at: Option<i64>,
    held_by: Option<Uuid>,
    held_until: Option<i64>,
    held_name: Option<String>,
    sources: i64,
}

impl BlockRow {
    pub(super) fn is_removed(&self) -> bool {
        self.removed_at.is_some()
    }

    pub(super) fn parse(self) -> Result<BlockLine> {
        let at = At::new("motion_block", &self.block);
        let holder = match (self.held_by, self.held_until) {
            (Some(member), Some(until)) => Some(Holder {
                member: member.into(),
                name: self.held_name.unwrap_or_default(),
                until: Timestamp::from_micros(until),
            }),
            _ => None,
        };
        let block = Block {
            key: BlockKey::new(at.number("block", self.block)?),
            kind: at.parse("kind", &self.kind)?,
            words: at.parse("words", &self.words)?,
            machine: at.parse("machine", &self.machine)?,
        };
        if !block.machine.fit(block.words.as_str()) {
            return Err(at.corrupt("machine"));
        }
        Ok(BlockLine {
            block,
            version: at.number("version", self.version)?,
            by: self.written_name,
            at: Timestamp::from_micros(self.written_at),
            holder,
            sources: at.number("block", self.sources)?,
        })
    }
}

#[derive(FromRow)]
pub(super) struct HeadRow {
    title: String,
    shape: String,
    stage: String,
    origin: String,
    started_at: i64,
}

impl HeadRow {
    pub(super) fn parse(self, congress: CongressId) -> Result<MotionHead> {
        let at = At::new("motion_text", &congress);
        Ok(MotionHead {
            title: at.parse("title", &self.title)?,
            shape: at.parse("shape", &self.shape)?,
            stage: at.parse("stage", &self.stage)?,
            origin: at.parse("origin", &self.origin)?,
            started_at: Timestamp::from_micros(self.started_at),
        })
    }
}
