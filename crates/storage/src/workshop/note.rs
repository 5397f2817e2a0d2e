//! Taking down what somebody else said or wrote.

use domain::id::{CongressId, MemberId, TableId};
use uuid::Uuid;

use crate::error::Result;
use crate::life::{NewText, Posted};
use crate::work::{Work, sql};

/// A line to take down.
#[derive(Clone, Debug, PartialEq)]
pub struct NewNote {
    /// The text that it becomes; its fingerprint makes it the same when it is sent twice.
    pub text: NewText,
    /// The table; none for a paper form.
    pub table: Option<TableId>,
    /// What stands on the paper form.
    pub paper: Option<String>,
    /// Who is said to have said it.
    pub speaker: Option<MemberId>,
    /// Who notes it, where they are signed in.
    pub by: Option<MemberId>,
}

impl Work {
    /// Takes a line down once: a second one with the same fingerprint answers what became of the first. What is said at a
    /// table is reported; a paper form is in its author's own words.
    pub async fn take_note(&mut self, congress: CongressId, new: NewNote) -> Result<Posted> {
        let at = new.text.contribution.received_at;
        let posted = self.post_text(congress, new.text).await?;
        if posted.already_there {
            return Ok(posted);
        }
        sql!(self, conn => sqlx::query("UPDATE contribution SET reported = $2 WHERE id = $1")
            .bind(Uuid::from(posted.id))
            .bind(new.table.is_some())
            .execute(conn)
            .await
            .map(drop))?;
        sql!(self, conn => sqlx::query(
            "INSERT INTO note (contribution_id, table_id, paper, speaker_id, noted_at, noted_by) VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .bind(Uuid::from(posted.id))
        .bind(new.table.map(Uuid::from))
        .bind(&new.paper)
        .bind(new.speaker.map(Uuid::from))
        .bind(at.micros())
        .bind(new.by.map(Uuid::from))
        .execute(conn)
        .await
        .map(drop))?;
        Ok(posted)
    }
}
