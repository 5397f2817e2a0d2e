//! A version that is published: copied, numbered, and never touched again.

use domain::id::{CongressId, MemberId};
use domain::line::Line;
use domain::time::Timestamp;
use domain::wording::{Frozen, Shape, VersionNumber, digest};
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::insert::insert_all;
use crate::work::{Work, sql};

/// A version to publish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewVersion {
    /// The congress.
    pub congress: CongressId,
    /// What the motion is called.
    pub title: Line,
    /// How it is worded.
    pub shape: Shape,
    /// Its blocks.
    pub blocks: Vec<Frozen>,
    /// Verbatims of which nobody has said what becomes.
    pub pending: u32,
    /// When.
    pub at: Timestamp,
    /// Who publishes it; none: a command.
    pub by: Option<MemberId>,
}

impl Work {
    /// Publishes a version under the next number, with the sources that its blocks have now. It must have been read in the same
    /// unit of work.
    pub async fn publish_motion(&mut self, new: &NewVersion) -> Result<VersionNumber> {
        let last = self.last_version(new.congress).await?.map_or(0, |last| i64::from(last.get()));
        let number = last + 1;
        sql!(self, conn => sqlx::query(
            "INSERT INTO motion_version (congress_id, number, title, shape, digest, published_at, published_by, pending)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(Uuid::from(new.congress))
        .bind(number)
        .bind(new.title.as_str())
        .bind(new.shape.code())
        .bind(digest(new.title.as_str(), new.shape, &new.blocks))
        .bind(new.at.micros())
        .bind(new.by.map(Uuid::from))
        .bind(i64::from(new.pending))
        .execute(conn)
        .await
        .map(drop))?;
        let blocks: Vec<(i64, &Frozen)> = (1..).zip(&new.blocks).collect();
        insert_all!(
            self,
            "motion_version_block (congress_id, number, rank, block, kind, printed, words, machine)",
            blocks,
            (rank, block) => [
                Uuid::from(new.congress),
                number,
                *rank,
                i64::from(block.key.get()),
                block.kind.code(),
                block.number.map(i64::from),
                block.words.as_str(),
                block.machine.to_string(),
            ]
        );
        sql!(self, conn => sqlx::query(
            "INSERT INTO motion_version_citation
                 (congress_id, number, block, rank, verbatim_id, start_byte, end_byte, stance)
             SELECT c.congress_id, $2, c.block,
                    ROW_NUMBER() OVER (PARTITION BY c.block ORDER BY c.attached_at, c.id),
                    c.verbatim_id, c.start_byte, c.end_byte, c.stance
             FROM motion_citation c JOIN motion_block b ON b.congress_id = c.congress_id AND b.block = c.block
             WHERE c.congress_id = $1 AND c.detached_at IS NULL AND b.removed_at IS NULL",
        )
        .bind(Uuid::from(new.congress))
        .bind(number)
        .execute(conn)
        .await
        .map(drop))?;
        Ok(VersionNumber::new(At::new("motion_version", &number).number("number", number)?))
    }
}
