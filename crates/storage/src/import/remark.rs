//! What is told of the lines of a file that was read in.

use domain::id::ImportId;
use domain::reading::ImportRemark;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::{At, stored};
use crate::error::Result;
use crate::insert::insert_all;
use crate::work::{Reading, Work, sql};

#[derive(FromRow)]
struct RemarkRow {
    line: Option<i64>,
    refused: bool,
    words: String,
}

impl Work {
    /// Keeps what is told of a file, once it was [started](Work::start_import).
    pub async fn note_remarks(&mut self, import: ImportId, remarks: &[ImportRemark]) -> Result<()> {
        let ranked: Vec<(usize, &ImportRemark)> = remarks.iter().enumerate().collect();
        insert_all!(self, "import_remark (import_id, rank, line, refused, words)", ranked, (rank, remark) => [
            Uuid::from(import),
            stored(*rank),
            remark.line.map(|line| i64::try_from(line).unwrap_or(i64::MAX)),
            remark.refused,
            remark.words.as_str(),
        ]);
        Ok(())
    }
}

impl Reading {
    /// What is told of a file, in the order of its lines.
    pub async fn remarks(&mut self, import: ImportId) -> Result<Vec<ImportRemark>> {
        let rows: Vec<RemarkRow> = sql!(self, conn => sqlx::query_as(
            "SELECT line, refused, words FROM import_remark WHERE import_id = $1 ORDER BY rank",
        )
        .bind(Uuid::from(import))
        .fetch_all(conn)
        .await)?;
        let at = At::new("import_remark", &import);
        rows.into_iter()
            .map(|row| {
                let line = row.line.map(|line| at.number("line", line)).transpose()?;
                Ok(ImportRemark { line, refused: row.refused, words: row.words })
            })
            .collect()
    }
}
