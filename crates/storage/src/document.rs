//! Rendered files, kept so that what was handed out can be handed out again.

use domain::id::{CongressId, MotionId};
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::error::Result;
use crate::work::{Reading, Work, sql};

/// A file rendered from a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Which draft.
    pub motion: MotionId,
    /// « pdf », « zip » …
    pub format: String,
    /// SHA-256 of its bytes, in hexadecimal: the « empreinte du document ».
    pub sha256: String,
    /// The file.
    pub bytes: Vec<u8>,
    /// When it was rendered.
    pub made_at: Timestamp,
}

#[derive(FromRow)]
struct DocumentRow {
    motion_id: Uuid,
    format: String,
    sha256: String,
    bytes: Vec<u8>,
    made_at: i64,
}

impl Work {
    /// Keeps a file in the place of an earlier one of the same draft and format.
    pub async fn keep_document(&mut self, congress: CongressId, document: &Document) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "INSERT INTO document (congress_id, motion_id, format, sha256, bytes, made_at)
             VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (motion_id, format) DO UPDATE
             SET sha256 = excluded.sha256, bytes = excluded.bytes, made_at = excluded.made_at",
        )
        .bind(Uuid::from(congress))
        .bind(Uuid::from(document.motion))
        .bind(&document.format)
        .bind(&document.sha256)
        .bind(&document.bytes)
        .bind(document.made_at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }
}

impl Reading {
    /// The file of that format kept for a draft.
    pub async fn document(&mut self, motion: MotionId, format: &str) -> Result<Option<Document>> {
        let row: Option<DocumentRow> = sql!(self, conn => sqlx::query_as(
            "SELECT motion_id, format, sha256, bytes, made_at FROM document WHERE motion_id = $1 AND format = $2",
        )
        .bind(Uuid::from(motion))
        .bind(format)
        .fetch_optional(conn)
        .await)?;
        Ok(row.map(|row| Document {
            motion: row.motion_id.into(),
            format: row.format,
            sha256: row.sha256,
            bytes: row.bytes,
            made_at: Timestamp::from_micros(row.made_at),
        }))
    }
}
