//! Files that were read in.

use domain::id::{CongressId, ImportId};
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::work::{Reading, Work, sql};

/// A file that is being read in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewImport {
    /// Its id.
    pub id: ImportId,
    /// Its name, without folders.
    pub file_name: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// When.
    pub at: Timestamp,
    /// Lines that couldn't be read.
    pub refused: u32,
}

/// A file that was read in, and what became of its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// The file.
    pub file: NewImport,
    /// Contributions that it added.
    pub added: u32,
    /// Contributions that were there already.
    pub already_there: u32,
}

#[derive(FromRow)]
struct ImportRow {
    id: Uuid,
    file_name: String,
    sha256: String,
    imported_at: i64,
    added: i64,
    already_there: i64,
    refused: i64,
}

impl Work {
    /// Notes a file, before the contributions that come from it.
    pub async fn start_import(&mut self, congress: CongressId, import: &NewImport) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "INSERT INTO import (id, congress_id, file_name, sha256, imported_at, refused)
             VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .bind(Uuid::from(import.id))
        .bind(Uuid::from(congress))
        .bind(&import.file_name)
        .bind(&import.sha256)
        .bind(import.at.micros())
        .bind(i64::from(import.refused))
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// Adds to the counts of a file.
    pub(crate) async fn count_import(
        &mut self,
        import: ImportId,
        added: u32,
        already_there: u32,
    ) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "UPDATE import SET added = added + $2, already_there = already_there + $3 WHERE id = $1",
        )
        .bind(Uuid::from(import))
        .bind(i64::from(added))
        .bind(i64::from(already_there))
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }
}

impl Work {
    /// The earlier reading of the very same file, the one that took most of it. Whoever asks holds the congress until the
    /// unit of work ends, so that two readings of one file come one after the other.
    pub async fn import_of(&mut self, congress: CongressId, sha256: &str) -> Result<Option<Import>> {
        self.hold_congress(congress).await?;
        self.earlier_import(congress, sha256).await
    }
}

impl Reading {
    /// The earlier reading of the very same file, the one that took most of it.
    pub async fn earlier_import(&mut self, congress: CongressId, sha256: &str) -> Result<Option<Import>> {
        let row: Option<ImportRow> = sql!(self, conn => sqlx::query_as(
            "SELECT id, file_name, sha256, imported_at, added, already_there, refused
             FROM import WHERE congress_id = $1 AND sha256 = $2
             ORDER BY added + already_there DESC, imported_at, id LIMIT 1",
        )
        .bind(Uuid::from(congress))
        .bind(sha256)
        .fetch_optional(conn)
        .await)?;
        row.map(import).transpose()
    }

    /// The files read into a congress, the first one first.
    pub async fn imports(&mut self, congress: CongressId) -> Result<Vec<Import>> {
        let rows: Vec<ImportRow> = sql!(self, conn => sqlx::query_as(
            "SELECT id, file_name, sha256, imported_at, added, already_there, refused
             FROM import WHERE congress_id = $1 ORDER BY imported_at, id",
        )
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(import).collect()
    }
}

fn import(row: ImportRow) -> Result<Import> {
    let at = At::new("import", &row.id);
    Ok(Import {
        added: at.number("added", row.added)?,
        already_there: at.number("already_there", row.already_there)?,
        file: NewImport {
            id: row.id.into(),
            refused: at.number("refused", row.refused)?,
            file_name: row.file_name,
            sha256: row.sha256,
            at: Timestamp::from_micros(row.imported_at),
        },
    })
}
