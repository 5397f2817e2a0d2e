//! How a motion begins.

use domain::id::{CongressId, MemberId};
use domain::line::Line;
use domain::time::Timestamp;
use domain::wording::{BlockKey, BlockKind, Origin, RevisionAct, Shape, Spans, Stage, Words};
use uuid::Uuid;

use super::cite::NewCitation;
use crate::cell::stored;
use crate::error::Result;
use crate::insert::insert_all;
use crate::work::{Work, sql};

/// A block that a motion begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewBlock {
    /// What it is.
    pub kind: BlockKind,
    /// Its words.
    pub words: Words,
    /// What of them is the machine's.
    pub machine: Spans,
    /// What it rests on.
    pub sources: Vec<NewCitation>,
}

/// A motion that begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMotionText {
    /// The congress, which has no motion yet.
    pub congress: CongressId,
    /// What it is called.
    pub title: Line,
    /// How it is worded.
    pub shape: Shape,
    /// What it begins with.
    pub origin: Origin,
    /// Its blocks in order.
    pub blocks: Vec<NewBlock>,
    /// When.
    pub at: Timestamp,
    /// Who begins it; none: a command.
    pub by: Option<MemberId>,
}

impl Work {
    /// Begins a motion. False when the congress has one: nothing was done.
    pub async fn start_motion_text(&mut self, new: &NewMotionText) -> Result<bool> {
        let started = sql!(self, conn => sqlx::query(
            "INSERT INTO motion_text (congress_id, title, shape, stage, origin, blocks, started_at, started_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (congress_id) DO NOTHING",
        )
        .bind(Uuid::from(new.congress))
        .bind(new.title.as_str())
        .bind(new.shape.code())
        .bind(Stage::Draft.code())
        .bind(new.origin.code())
        .bind(stored(new.blocks.len()))
        .bind(new.at.micros())
        .bind(new.by.map(Uuid::from))
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        if started == 0 {
            return Ok(false);
        }
        self.insert_blocks(new).await?;
        Ok(true)
    }

    async fn insert_blocks(&mut self, new: &NewMotionText) -> Result<()> {
        let blocks: Vec<(i64, &NewBlock)> = (1..).zip(&new.blocks).collect();
        // What the machine drafted is nobody's, whoever asked for it.
        let by = if new.origin == Origin::Draft { None } else { new.by.map(Uuid::from) };
        let act = if new.origin == Origin::Draft { RevisionAct::Drafted } else { RevisionAct::Added };
        insert_all!(
            self,
            "motion_block (congress_id, block, rank, kind, words, machine, version, written_at, written_by)",
            blocks,
            (key, block) => [
                Uuid::from(new.congress),
                *key,
                *key,
                block.kind.code(),
                block.words.as_str(),
                block.machine.to_string(),
                1_i64,
                new.at.micros(),
                by,
            ]
        );
        insert_all!(
            self,
            "motion_revision (congress_id, block, version, act, kind, words, machine, made_at, made_by)",
            blocks,
            (key, block) => [
                Uuid::from(new.congress),
                *key,
                1_i64,
                act.code(),
                block.kind.code(),
                block.words.as_str(),
                block.machine.to_string(),
                new.at.micros(),
                by,
            ]
        );
        for (key, block) in (1..).zip(&new.blocks) {
            for (i, source) in (0..).zip(&block.sources) {
                // A microsecond each, so that they keep the order of the sentences.
                let at = Timestamp::from_micros(new.at.micros().saturating_add(i));
                self.insert_citation(new.congress, BlockKey::new(key), source, (at, None)).await?;
            }
        }
        Ok(())
    }
}
