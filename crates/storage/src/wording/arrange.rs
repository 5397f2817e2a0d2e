//! Blocks that are added, moved, taken out and put in again; the motion's head, and its stage.

use domain::id::{CongressId, MemberId};
use domain::line::Line;
use domain::time::Timestamp;
use domain::wording::{BlockKey, BlockKind, MOST_BLOCKS, RevisionAct, Shape, Spans, Stage, Words};
use uuid::Uuid;

use super::write::Put;
use crate::cell::At;
use crate::error::Result;
use crate::work::{Work, sql};

/// A block that somebody adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The block that it stands behind; none: at the beginning.
    pub after: Option<BlockKey>,
    /// What it is.
    pub kind: BlockKind,
    /// Its words.
    pub words: Words,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: MemberId,
}

impl Work {
    /// Adds a block. None when the motion's words are settled, or it has as many as it may.
    pub async fn add_block(&mut self, congress: CongressId, new: &Placed) -> Result<Option<BlockKey>> {
        let open = self.hold_open_motion(congress).await?;
        if !open || self.ranks(congress).await?.len() >= MOST_BLOCKS {
            return Ok(None);
        }
        let key: i64 = sql!(self, conn => sqlx::query_scalar(
            "UPDATE motion_text SET blocks = blocks + 1 WHERE congress_id = $1 RETURNING blocks",
        )
        .bind(Uuid::from(congress))
        .fetch_one(conn)
        .await)?;
        let rank = self.room_after(congress, new.after).await?;
        sql!(self, conn => sqlx::query(
            "INSERT INTO motion_block (congress_id, block, rank, kind, words, machine, version, written_at, written_by)
             VALUES ($1, $2, $3, $4, $5, '', 1, $6, $7)",
        )
        .bind(Uuid::from(congress))
        .bind(key)
        .bind(rank)
        .bind(new.kind.code())
        .bind(new.words.as_str())
        .bind(new.at.micros())
        .bind(Uuid::from(new.by))
        .execute(conn)
        .await
        .map(drop))?;
        let key = BlockKey::new(At::new("motion_block", &key).number("block", key)?);
        let (words, machine) = (new.words.as_str(), &Spans::default());
        let put = Put { act: RevisionAct::Added, kind: new.kind, words, machine, at: new.at, by: new.by };
        self.note_revision(congress, key, 1, put).await?;
        Ok(Some(key))
    }

    /// Makes room behind a block, and gives the free rank.
    async fn room_after(&mut self, congress: CongressId, after: Option<BlockKey>) -> Result<i64> {
        let rank: Option<i64> = match after {
            None => Some(0),
            Some(after) => sql!(self, conn => sqlx::query_scalar(
                "SELECT rank FROM motion_block WHERE congress_id = $1 AND block = $2",
            )
            .bind(Uuid::from(congress))
            .bind(i64::from(after.get()))
            .fetch_optional(conn)
            .await)?,
        };
        let Some(rank) = rank else {
            let last = sql!(self, conn => sqlx::query_scalar::<_, Option<i64>>(
                "SELECT MAX(rank) FROM motion_block WHERE congress_id = $1",
            )
            .bind(Uuid::from(congress))
            .fetch_one(conn)
            .await)?;
            return Ok(last.unwrap_or_default() + 1);
        };
        sql!(self, conn => sqlx::query(
            "UPDATE motion_block SET rank = rank + 1 WHERE congress_id = $1 AND rank > $2",
        )
        .bind(Uuid::from(congress))
        .bind(rank)
        .execute(conn)
        .await
        .map(drop))?;
        Ok(rank + 1)
    }

    /// Blocks that stand, in order, with their ranks.
    async fn ranks(&mut self, congress: CongressId) -> Result<Vec<(i64, i64)>> {
        let ranks = sql!(self, conn => sqlx::query_as(
            "SELECT block, rank FROM motion_block WHERE congress_id = $1 AND removed_at IS NULL ORDER BY rank, block",
        )
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        Ok(ranks)
    }

    /// Moves a block before the one above it, or behind the one below. False when there is none, or the words are settled.
    pub async fn move_block(&mut self, congress: CongressId, block: BlockKey, up: bool) -> Result<bool> {
        let open = self.hold_open_motion(congress).await?;
        let ranks = self.ranks(congress).await?;
        let at = ranks.iter().position(|(key, _)| *key == i64::from(block.get())).filter(|_| open);
        let other = at.and_then(|at| if up { at.checked_sub(1) } else { Some(at + 1) });
        let (Some(at), Some(other)) = (at, other.and_then(|other| ranks.get(other))) else {
            return Ok(false);
        };
        let (own, other) = (ranks[at], *other);
        for (key, rank) in [(own.0, other.1), (other.0, own.1)] {
            sql!(self, conn => sqlx::query("UPDATE motion_block SET rank = $3 WHERE congress_id = $1 AND block = $2")
                .bind(Uuid::from(congress))
                .bind(key)
                .bind(rank)
                .execute(conn)
                .await
                .map(drop))?;
        }
        Ok(true)
    }

    /// Takes a block out, or puts it in again where it stood: its words stay, with the trace of what was done. False when it
    /// was so already, somebody else is writing it, or the words are settled.
    pub async fn remove_block(
        &mut self,
        congress: CongressId,
        block: BlockKey,
        out: bool,
        (at, by): (Timestamp, MemberId),
    ) -> Result<bool> {
        let open = self.hold_open_motion(congress).await?;
        let Some((line, removed)) = self.block_line(congress, block).await?.filter(|_| open) else {
            return Ok(false);
        };
        if removed == out || line.is_kept_from(by, at) {
            return Ok(false);
        }
        sql!(self, conn => sqlx::query(
            "UPDATE motion_block SET removed_at = $3, held_by = NULL, held_until = NULL
             WHERE congress_id = $1 AND block = $2",
        )
        .bind(Uuid::from(congress))
        .bind(i64::from(block.get()))
        .bind(out.then(|| at.micros()))
        .execute(conn)
        .await
        .map(drop))?;
        let act = if out { RevisionAct::Removed } else { RevisionAct::PutBack };
        let (kind, words, machine) = (line.block.kind, line.block.words.as_str(), &line.block.machine);
        self.put_block(congress, &line, Put { act, kind, words, machine, at, by }).await?;
        Ok(true)
    }

    /// Calls the motion otherwise, or shapes it otherwise. False when its words are settled.
    pub async fn retitle_motion(&mut self, congress: CongressId, title: &Line, shape: Shape) -> Result<bool> {
        if !self.hold_open_motion(congress).await? {
            return Ok(false);
        }
        sql!(self, conn => sqlx::query("UPDATE motion_text SET title = $2, shape = $3 WHERE congress_id = $1")
            .bind(Uuid::from(congress))
            .bind(title.as_str())
            .bind(shape.code())
            .execute(conn)
            .await
            .map(drop))?;
        Ok(true)
    }

    /// Takes the motion from a stage to the next. False when it stands elsewhere by now.
    pub async fn advance_motion(&mut self, congress: CongressId, from: Stage, to: Stage) -> Result<bool> {
        let moved = sql!(self, conn => sqlx::query(
            "UPDATE motion_text SET stage = $3 WHERE congress_id = $1 AND stage = $2",
        )
        .bind(Uuid::from(congress))
        .bind(from.code())
        .bind(to.code())
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        Ok(moved > 0)
    }
}
