//! Files that were read in.

use domain::id::{CongressId, ImportId, MemberId};
use domain::import::ImportKind;
use domain::reading::ImportLine;
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
    /// What it holds.
    pub kind: ImportKind,
    /// Who has it read in; None for a command on the server.
    pub by: Option<MemberId>,
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
    /// Contributions or people that it added.
    pub added: u32,
    /// Those that were there already.
    pub already_there: u32,
}

#[derive(FromRow)]
struct ImportRow {
    id: Uuid,
    kind: String,
    imported_by: Option<Uuid>,
    file_name: String,
    sha256: String,
    imported_at: i64,
    added: i64,
    already_there: i64,
    refused: i64,
}

#[derive(FromRow)]
struct LineRow {
    id: Uuid,
    kind: String,
    file_name: String,
    imported_at: i64,
    by_name: Option<String>,
    added: i64,
    already_there: i64,
    refused: i64,
}

impl Work {
    /// Notes a file, before what comes from it. A second one of that id is refused by the table’s key.
    pub async fn start_import(&mut self, congress: CongressId, import: &NewImport) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "INSERT INTO import (id, congress_id, file_name, sha256, imported_at, refused, kind, imported_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(Uuid::from(import.id))
        .bind(Uuid::from(congress))
        .bind(&import.file_name)
        .bind(&import.sha256)
        .bind(import.at.micros())
        .bind(i64::from(import.refused))
        .bind(import.kind.code())
        .bind(import.by.map(Uuid::from))
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// Adds to the counts of a file.
    pub async fn count_import(&mut self, import: ImportId, added: u32, already_there: u32) -> Result<()> {
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
    pub async fn import_of(
        &mut self,
        congress: CongressId,
        kind: ImportKind,
        sha256: &str,
    ) -> Result<Option<Import>> {
        self.hold_congress(congress).await?;
        self.earlier_import(congress, kind, sha256).await
    }
}

impl Reading {
    /// The earlier reading of the very same file, the one that took most of it.
    pub async fn earlier_import(
        &mut self,
        congress: CongressId,
        kind: ImportKind,
        sha256: &str,
    ) -> Result<Option<Import>> {
        let row: Option<ImportRow> = sql!(self, conn => sqlx::query_as(
            "SELECT id, kind, imported_by, file_name, sha256, imported_at, added, already_there, refused
             FROM import WHERE congress_id = $1 AND sha256 = $2 AND kind = $3
             ORDER BY added + already_there DESC, imported_at, id LIMIT 1",
        )
        .bind(Uuid::from(congress))
        .bind(sha256)
        .bind(kind.code())
        .fetch_optional(conn)
        .await)?;
        row.map(import).transpose()
    }

    /// The files read into a congress, the last one first.
    pub async fn imports(&mut self, congress: CongressId) -> Result<Vec<ImportLine>> {
        let rows: Vec<LineRow> = sql!(self, conn => sqlx::query_as(
            "SELECT i.id, i.kind, i.file_name, i.imported_at, m.name AS by_name, i.added, i.already_there, i.refused
             FROM import i LEFT JOIN member m ON m.id = i.imported_by
             WHERE i.congress_id = $1 ORDER BY i.imported_at DESC, i.id DESC",
        )
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(LineRow::parse).collect()
    }

    /// One of them.
    pub async fn import(&mut self, congress: CongressId, id: ImportId) -> Result<Option<ImportLine>> {
        // A congress reads dozens of files, not thousands.
        Ok(self.imports(congress).await?.into_iter().find(|line| line.id == id))
    }
}

impl LineRow {
    fn parse(self) -> Result<ImportLine> {
        let at = At::new("import", &self.id);
        Ok(ImportLine {
            id: self.id.into(),
            kind: at.parse("kind", &self.kind)?,
            added: at.number("added", self.added)?,
            already_there: at.number("already_there", self.already_there)?,
            refused: at.number("refused", self.refused)?,
            file_name: self.file_name,
            at: Timestamp::from_micros(self.imported_at),
            by: self.by_name,
        })
    }
}

fn import(row: ImportRow) -> Result<Import> {
    let at = At::new("import", &row.id);
    Ok(Import {
        added: at.number("added", row.added)?,
        already_there: at.number("already_there", row.already_there)?,
        file: NewImport {
            id: row.id.into(),
            kind: at.parse("kind", &row.kind)?,
            by: row.imported_by.map(MemberId::from),
            refused: at.number("refused", row.refused)?,
            file_name: row.file_name,
            sha256: row.sha256,
            at: Timestamp::from_micros(row.imported_at),
        },
    })
}
