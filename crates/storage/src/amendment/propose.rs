//! Amendments that come in, and are written otherwise.

use domain::amendment::{AmendmentNumber, AmendmentState, Motive, Place, Proposal};
use domain::id::{AmendmentId, CongressId, MemberId};
use domain::line::Line;
use domain::time::Timestamp;
use domain::wording::{BlockKind, VersionNumber, Words};
use uuid::Uuid;

use crate::cell::At;
use crate::error::{Result, StorageError};
use crate::work::{Work, sql};

/// An amendment to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAmendment {
    /// Its id: that of its form, so that a second click is the same amendment.
    pub id: AmendmentId,
    /// Whose motion.
    pub congress: CongressId,
    /// The version that it was written on.
    pub version: VersionNumber,
    /// What it asks for, where.
    pub proposal: Proposal,
    /// Its title.
    pub title: Line,
    /// Why.
    pub motive: Motive,
    /// Whose it is; none: of somebody who is named in the signature alone.
    pub author: Option<MemberId>,
    /// As they sign.
    pub signature: String,
    /// Whether it was said in the room: it may then be voted at once.
    pub is_oral: bool,
    /// Who typed it.
    pub by: MemberId,
    /// When.
    pub at: Timestamp,
}

/// An amendment written otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rectifying {
    /// Which.
    pub id: AmendmentId,
    /// The wording that was read.
    pub from: u32,
    /// Its title.
    pub title: Line,
    /// Its words; none where it deletes.
    pub words: Option<Words>,
    /// Why.
    pub motive: Motive,
    /// Who.
    pub by: MemberId,
    /// When.
    pub at: Timestamp,
}

impl Work {
    /// Keeps an amendment under the next number, or gives the number that it has already.
    pub async fn propose_amendment(&mut self, new: &NewAmendment) -> Result<AmendmentNumber> {
        self.hold_motion(new.congress).await?;
        let known: Option<i64> = sql!(self, conn => sqlx::query_scalar("SELECT number FROM amendment WHERE id = $1")
            .bind(Uuid::from(new.id))
            .fetch_optional(conn)
            .await)?;
        let number = match known {
            Some(number) => number,
            None => self.insert_amendment(new).await?,
        };
        Ok(AmendmentNumber::new(At::new("amendment", &new.id).number("number", number)?))
    }

    async fn insert_amendment(&mut self, new: &NewAmendment) -> Result<i64> {
        let Proposal { place, base, change } = &new.proposal;
        let (block, parent) = match place {
            Place::At(key) | Place::Behind(Some(key)) => (Some(i64::from(key.get())), None),
            Place::Behind(None) => (None, None),
            Place::Within(parent) => {
                let parent = self.amendment(new.congress, *parent).await?;
                (None, Some(parent.ok_or(StorageError::Missing("amendment"))?.id))
            }
        };
        let block_kind = match change {
            domain::amendment::Change::Insert(kind, _) => Some(BlockKind::code(*kind)),
            _ => None,
        };
        let state = if new.is_oral { AmendmentState::Admissible } else { AmendmentState::Proposed };
        let words = change.words().map_or("", Words::as_str);
        let number: i64 = sql!(self, conn => sqlx::query_scalar(
            "INSERT INTO amendment (id, congress_id, number, version, block, parent_id, kind, block_kind, base, title, words, motive,
                 wording, written_at, author_id, signature, is_oral, proposed_at, state, avis_words, is_apart)
             SELECT $1, $2, (SELECT COALESCE(MAX(o.number), 0) + 1 FROM amendment o WHERE o.congress_id = $2),
                 $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12, $13, $14, $15, $12, $16, '', $17
             RETURNING number",
        )
        .bind(Uuid::from(new.id))
        .bind(Uuid::from(new.congress))
        .bind(i64::from(new.version.get()))
        .bind(block)
        .bind(parent.map(Uuid::from))
        .bind(change.kind().code())
        .bind(block_kind)
        .bind(base)
        .bind(new.title.as_str())
        .bind(words)
        .bind(new.motive.as_str())
        .bind(new.at.micros())
        .bind(new.author.map(Uuid::from))
        .bind(&new.signature)
        .bind(new.is_oral)
        .bind(state.code())
        .bind(new.is_oral)
        .fetch_one(conn)
        .await)?;
        self.note_amendment_wording((new.id, 1), (&new.title, words, &new.motive), (new.at, new.by)).await?;
        Ok(number)
    }

    pub(super) async fn note_amendment_wording(
        &mut self,
        (id, number): (AmendmentId, u32),
        (title, words, motive): (&Line, &str, &Motive),
        (at, by): (Timestamp, MemberId),
    ) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "INSERT INTO amendment_wording (amendment_id, number, title, words, motive, made_at, made_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(Uuid::from(id))
        .bind(i64::from(number))
        .bind(title.as_str())
        .bind(words)
        .bind(motive.as_str())
        .bind(at.micros())
        .bind(Uuid::from(by))
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// Writes an amendment otherwise: it is to be judged again, what was advised no longer holds, and whoever signed it must sign
    /// again. False when it was written otherwise in between, is settled, or a poll holds the words that it has.
    pub async fn rectify_amendment(&mut self, congress: CongressId, new: &Rectifying) -> Result<bool> {
        self.hold_motion(congress).await?;
        let number = new.from.saturating_add(1);
        let words = new.words.as_ref().map_or("", Words::as_str);
        let done = sql!(self, conn => sqlx::query(
            "UPDATE amendment SET title = $3, words = $4, motive = $5, wording = $6, written_at = $7, state = 'depose',
                 refused_for = NULL, avis = NULL, avis_words = '', avis_rewrite = NULL, avis_by = NULL
             WHERE id = $1 AND wording = $2 AND state IN ('depose', 'recevable', 'irrecevable') AND NOT EXISTS
                 (SELECT 1 FROM amendment_poll l JOIN poll p ON p.id = l.poll_id WHERE l.amendment_id = $1 AND p.state NOT IN ('annule', 'proclame'))",
        )
        .bind(Uuid::from(new.id))
        .bind(i64::from(new.from))
        .bind(new.title.as_str())
        .bind(words)
        .bind(new.motive.as_str())
        .bind(i64::from(number))
        .bind(new.at.micros())
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        if done == 0 {
            return Ok(false);
        }
        self.note_amendment_wording((new.id, number), (&new.title, words, &new.motive), (new.at, new.by))
            .await?;
        sql!(self, conn => sqlx::query("DELETE FROM cosignature WHERE amendment_id = $1")
            .bind(Uuid::from(new.id))
            .execute(conn)
            .await
            .map(drop))?;
        Ok(true)
    }
}
