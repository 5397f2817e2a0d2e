//! What was taken down, for those who took it and those who are said to have said it.

use domain::contribution::ContributionNumber;
use domain::id::{CongressId, MemberId, TableId};
use domain::reading::NoteLine;
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::life::{OwnRow, own_columns};
use crate::work::{Reading, sql};

/// A note with its contribution; what follows says which.
macro_rules! notes {
    ($rest:literal) => {
        concat!(
            "SELECT ",
            own_columns!(),
            ", n.table_id, n.paper, n.speaker_id, n.answer, n.noted_at, m.name AS speaker_name
             FROM note n JOIN contribution c ON c.id = n.contribution_id LEFT JOIN member m ON m.id = n.speaker_id ",
            $rest
        )
    };
}

#[derive(FromRow)]
struct NoteRow {
    #[sqlx(flatten)]
    own: OwnRow,
    table_id: Option<Uuid>,
    paper: Option<String>,
    speaker_id: Option<Uuid>,
    speaker_name: Option<String>,
    answer: Option<String>,
    noted_at: i64,
}

impl Reading {
    /// The last lines noted at a table, the last first.
    pub async fn notes_of_table(&mut self, table: TableId, most: u32) -> Result<Vec<NoteLine>> {
        let rows: Vec<NoteRow> = sql!(self, conn => sqlx::query_as(
            notes!("WHERE n.table_id = $1 ORDER BY n.noted_at DESC, c.number DESC LIMIT $2"),
        )
        .bind(Uuid::from(table))
        .bind(i64::from(most))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(NoteRow::parse).collect()
    }

    /// The last lines noted at the tables of a congress that are shown, the last first.
    pub async fn notes_shown(&mut self, congress: CongressId, most: u32) -> Result<Vec<NoteLine>> {
        let rows: Vec<NoteRow> = sql!(self, conn => sqlx::query_as(
            notes!("WHERE c.congress_id = $1 AND n.table_id IS NOT NULL AND c.state = 'publiee'
                    ORDER BY n.noted_at DESC, c.number DESC LIMIT $2"),
        )
        .bind(Uuid::from(congress))
        .bind(i64::from(most))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(NoteRow::parse).collect()
    }

    /// The last paper forms typed in a congress, the last first.
    pub async fn notes_from_paper(&mut self, congress: CongressId, most: u32) -> Result<Vec<NoteLine>> {
        let rows: Vec<NoteRow> = sql!(self, conn => sqlx::query_as(
            notes!("WHERE c.congress_id = $1 AND n.table_id IS NULL ORDER BY n.noted_at DESC, c.number DESC LIMIT $2"),
        )
        .bind(Uuid::from(congress))
        .bind(i64::from(most))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(NoteRow::parse).collect()
    }

    /// The note that a contribution was, if it was one.
    pub async fn note(
        &mut self,
        congress: CongressId,
        number: ContributionNumber,
    ) -> Result<Option<NoteLine>> {
        let row: Option<NoteRow> = sql!(self, conn => sqlx::query_as(
            notes!("WHERE c.congress_id = $1 AND c.number = $2"),
        )
        .bind(Uuid::from(congress))
        .bind(i64::from(number.get()))
        .fetch_optional(conn)
        .await)?;
        row.map(NoteRow::parse).transpose()
    }

    /// What was noted as a member's words and waits for their answer, the last first.
    pub async fn notes_to_confirm(&mut self, speaker: MemberId) -> Result<Vec<NoteLine>> {
        let rows: Vec<NoteRow> = sql!(self, conn => sqlx::query_as(
            notes!("WHERE n.speaker_id = $1 AND n.answer IS NULL AND c.reported = $2
                    AND c.state IN ('publiee', 'en-attente') ORDER BY n.noted_at DESC, c.number DESC"),
        )
        .bind(Uuid::from(speaker))
        .bind(true)
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(NoteRow::parse).collect()
    }

    /// All that was noted at tables as a member's words, whatever became of it, the first first.
    pub(crate) async fn notes_of_speaker(&mut self, speaker: MemberId) -> Result<Vec<NoteLine>> {
        let rows: Vec<NoteRow> = sql!(self, conn => sqlx::query_as(
            notes!("WHERE n.speaker_id = $1 AND n.table_id IS NOT NULL ORDER BY n.noted_at, c.number"),
        )
        .bind(Uuid::from(speaker))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(NoteRow::parse).collect()
    }
}

impl NoteRow {
    fn parse(self) -> Result<NoteLine> {
        let own = self.own.parse()?;
        let at = At::new("note", &own.contribution.id);
        let answer = at.parse_some("answer", self.answer.as_deref())?;
        Ok(NoteLine {
            table: self.table_id.map(TableId::from),
            paper: self.paper,
            speaker: self.speaker_id.map(MemberId::from).zip(self.speaker_name),
            answer,
            noted_at: Timestamp::from_micros(self.noted_at),
            own,
        })
    }
}
