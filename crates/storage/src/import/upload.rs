//! Files that staff sent, while they look at them.

use domain::id::{CongressId, ImportId, MemberId};
use domain::import::{ImportKind, UPLOAD_HOURS};
use domain::reading::UploadLine;
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::{At, stored};
use crate::error::Result;
use crate::work::{Reading, Work, sql};

/// A file that was just sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewUpload {
    /// Its id: that of the import that it becomes, so that it becomes one only.
    pub id: ImportId,
    /// The congress.
    pub congress: CongressId,
    /// What it is said to hold.
    pub kind: ImportKind,
    /// Its name, without folders.
    pub file_name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Who sent it.
    pub by: MemberId,
    /// When.
    pub at: Timestamp,
}

#[derive(FromRow)]
struct UploadRow {
    id: Uuid,
    kind: String,
    file_name: String,
    size: i64,
    uploaded_by: Uuid,
    by_name: String,
    uploaded_at: i64,
}

/// The moment before which a file that was sent is gone, whether it was swept yet or not.
fn oldest(now: Timestamp) -> i64 {
    now.plus_seconds(-UPLOAD_HOURS * 3600).micros()
}

impl Work {
    /// Keeps a file that was sent.
    pub async fn add_upload(&mut self, new: &NewUpload) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "INSERT INTO import_upload (id, congress_id, kind, file_name, bytes, size, uploaded_by, uploaded_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(Uuid::from(new.id))
        .bind(Uuid::from(new.congress))
        .bind(new.kind.code())
        .bind(&new.file_name)
        .bind(&new.bytes[..])
        .bind(stored(new.bytes.len()))
        .bind(Uuid::from(new.by))
        .bind(new.at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// Lets go of a file that was sent, since it was read in or nobody wants it. False when it was gone.
    pub async fn forget_upload(&mut self, congress: CongressId, id: ImportId) -> Result<bool> {
        Ok(sql!(self, conn => sqlx::query("DELETE FROM import_upload WHERE congress_id = $1 AND id = $2")
            .bind(Uuid::from(congress))
            .bind(Uuid::from(id))
            .execute(conn)
            .await
            .map(|done| done.rows_affected() == 1))?)
    }

    /// Lets go of those that waited for too long; how many.
    pub async fn sweep_uploads(&mut self, now: Timestamp) -> Result<u64> {
        Ok(sql!(self, conn => sqlx::query("DELETE FROM import_upload WHERE uploaded_at <= $1")
            .bind(oldest(now))
            .execute(conn)
            .await
            .map(|done| done.rows_affected()))?)
    }
}

impl Reading {
    /// The files that wait to be read into a congress, the last one first.
    pub async fn uploads(&mut self, congress: CongressId, now: Timestamp) -> Result<Vec<UploadLine>> {
        let rows: Vec<UploadRow> = sql!(self, conn => sqlx::query_as(
            "SELECT u.id, u.kind, u.file_name, u.size, u.uploaded_by, m.name AS by_name, u.uploaded_at
             FROM import_upload u JOIN member m ON m.id = u.uploaded_by
             WHERE u.congress_id = $1 AND u.uploaded_at > $2 ORDER BY u.uploaded_at DESC, u.id DESC",
        )
        .bind(Uuid::from(congress))
        .bind(oldest(now))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(UploadRow::parse).collect()
    }

    /// One of them, with its bytes.
    pub async fn upload(
        &mut self,
        congress: CongressId,
        id: ImportId,
        now: Timestamp,
    ) -> Result<Option<(UploadLine, Vec<u8>)>> {
        let waiting = self.uploads(congress, now).await?;
        let Some(line) = waiting.into_iter().find(|line| line.id == id) else { return Ok(None) };
        let bytes: Vec<u8> = sql!(self, conn => sqlx::query_scalar("SELECT bytes FROM import_upload WHERE id = $1")
            .bind(Uuid::from(id))
            .fetch_one(conn)
            .await)?;
        Ok(Some((line, bytes)))
    }
}

impl UploadRow {
    fn parse(self) -> Result<UploadLine> {
        let at = At::new("import_upload", &self.id);
        Ok(UploadLine {
            id: self.id.into(),
            kind: at.parse("kind", &self.kind)?,
            size: at.number("size", self.size)?,
            file_name: self.file_name,
            by: self.uploaded_by.into(),
            by_name: self.by_name,
            at: Timestamp::from_micros(self.uploaded_at),
        })
    }
}
