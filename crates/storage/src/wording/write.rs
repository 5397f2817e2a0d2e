//! Words of a block, written anew: each wording is kept, and nobody writes over what they haven't read.

use domain::id::{CongressId, MemberId};
use domain::reading::{BlockLine, MotionHead};
use domain::time::Timestamp;
use domain::wording::{BlockKey, BlockKind, RevisionAct, Spans, Words};
use uuid::Uuid;

use super::row::{BlockRow, block_columns, block_tables};
use crate::error::Result;
use crate::work::{Reading, Work, sql};

/// A wording of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writing {
    /// Whose motion.
    pub congress: CongressId,
    /// Which block.
    pub block: BlockKey,
    /// The version that whoever writes had before their eyes.
    pub from: u32,
    /// What the block is.
    pub kind: BlockKind,
    /// The words.
    pub words: Words,
    /// The version that is brought back, where one is: what was the machine's then is so again.
    pub restores: Option<u32>,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: MemberId,
}

/// What became of a wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrote {
    /// It stands, or stood just so: the version that it has.
    Done(u32),
    /// The words are others than those that were read: nothing was done. As the block stands.
    Stale(Box<BlockLine>),
    /// Somebody else is writing it: nothing was done. As the block stands.
    Held(Box<BlockLine>),
    /// The block was taken out: nothing was done.
    Gone,
    /// The words of this motion are settled: nothing was done.
    Settled,
}

/// A new wording, ready to be stored.
pub(super) struct Put<'a> {
    pub act: RevisionAct,
    pub kind: BlockKind,
    pub words: &'a str,
    pub machine: &'a Spans,
    pub at: Timestamp,
    pub by: MemberId,
}

impl Work {
    /// Writes words of a block.
    pub async fn write_block(&mut self, new: &Writing) -> Result<Wrote> {
        let Some(head) = self.hold_motion(new.congress).await? else { return Ok(Wrote::Gone) };
        if !head.stage.may_write() {
            return Ok(Wrote::Settled);
        }
        let Some((line, false)) = self.block_line(new.congress, new.block).await? else {
            return Ok(Wrote::Gone);
        };
        let block = &line.block;
        if block.words == new.words && block.kind == new.kind && new.restores.is_none() {
            return Ok(Wrote::Done(line.version));
        }
        if line.is_kept_from(new.by, new.at) {
            return Ok(Wrote::Held(Box::new(line)));
        }
        let read = self.revision(new.congress, new.block, new.from).await?;
        if read.is_none_or(|read| read.kind != block.kind || read.words != block.words) {
            return Ok(Wrote::Stale(Box::new(line)));
        }
        let restored = match new.restores {
            Some(version) => self.revision(new.congress, new.block, version).await?.map(|of| of.machine),
            None => None,
        };
        let (act, machine) = match restored {
            Some(machine) if machine.fit(new.words.as_str()) => (RevisionAct::Restored, machine),
            _ => (RevisionAct::Written, block.machine.carried(block.words.as_str(), new.words.as_str())),
        };
        let words = new.words.as_str();
        let put = Put { act, kind: new.kind, words, machine: &machine, at: new.at, by: new.by };
        self.put_block(new.congress, &line, put).await.map(Wrote::Done)
    }

    /// Notes that somebody answers for a sentence of the machine's, or for all those of a block. False when there is none such
    /// any more, or the words are settled.
    pub async fn accept_sentences(
        &mut self,
        congress: CongressId,
        block: BlockKey,
        sentence: Option<&str>,
        (at, by): (Timestamp, MemberId),
    ) -> Result<bool> {
        let open = self.hold_open_motion(congress).await?;
        let Some((line, false)) = self.block_line(congress, block).await?.filter(|_| open) else {
            return Ok(false);
        };
        let (words, spans) = (line.block.words.as_str(), &line.block.machine);
        let left = match sentence {
            Some(sentence) => spans.without(words, sentence),
            None => (!spans.is_empty()).then(Spans::default),
        };
        let Some(machine) = left else { return Ok(false) };
        let (act, kind) = (RevisionAct::Accepted, line.block.kind);
        self.put_block(congress, &line, Put { act, kind, words, machine: &machine, at, by }).await?;
        Ok(true)
    }

    /// Stores the next version of a block, and gives its number.
    pub(super) async fn put_block(
        &mut self,
        congress: CongressId,
        line: &BlockLine,
        put: Put<'_>,
    ) -> Result<u32> {
        let version = line.version.saturating_add(1);
        sql!(self, conn => sqlx::query(
            "UPDATE motion_block SET kind = $3, words = $4, machine = $5, version = $6, written_at = $7, written_by = $8
             WHERE congress_id = $1 AND block = $2",
        )
        .bind(Uuid::from(congress))
        .bind(i64::from(line.block.key.get()))
        .bind(put.kind.code())
        .bind(put.words)
        .bind(put.machine.to_string())
        .bind(i64::from(version))
        .bind(put.at.micros())
        .bind(Uuid::from(put.by))
        .execute(conn)
        .await
        .map(drop))?;
        self.note_revision(congress, line.block.key, version, put).await?;
        Ok(version)
    }

    pub(super) async fn note_revision(
        &mut self,
        congress: CongressId,
        block: BlockKey,
        version: u32,
        put: Put<'_>,
    ) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "INSERT INTO motion_revision (congress_id, block, version, act, kind, words, machine, made_at, made_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        )
        .bind(Uuid::from(congress))
        .bind(i64::from(block.get()))
        .bind(i64::from(version))
        .bind(put.act.code())
        .bind(put.kind.code())
        .bind(put.words)
        .bind(put.machine.to_string())
        .bind(put.at.micros())
        .bind(Uuid::from(put.by))
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// Holds the motion until this unit of work ends; whether its words may be changed.
    pub(super) async fn hold_open_motion(&mut self, congress: CongressId) -> Result<bool> {
        Ok(self.hold_motion(congress).await?.is_some_and(|head| head.stage.may_write()))
    }

    /// Holds the motion until this unit of work ends, so that what is read of it stays so, and gives its head; none before it
    /// began.
    pub async fn hold_motion(&mut self, congress: CongressId) -> Result<Option<MotionHead>> {
        sql!(self, conn => sqlx::query("UPDATE motion_text SET blocks = blocks WHERE congress_id = $1")
            .bind(Uuid::from(congress))
            .execute(conn)
            .await
            .map(drop))?;
        self.motion_head(congress).await
    }
}

impl Reading {
    /// A block, and whether it was taken out.
    pub async fn block_line(
        &mut self,
        congress: CongressId,
        block: BlockKey,
    ) -> Result<Option<(BlockLine, bool)>> {
        let row: Option<BlockRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT ", block_columns!(), " FROM ", block_tables!(), "WHERE b.congress_id = $1 AND b.block = $2",
        ))
        .bind(Uuid::from(congress))
        .bind(i64::from(block.get()))
        .fetch_optional(conn)
        .await)?;
        let parse = |row: BlockRow| {
            let removed = row.is_removed();
            row.parse().map(|line| (line, removed))
        };
        row.map(parse).transpose()
    }
}
