//! The letters of a congress, as staff reads them.

use domain::id::{CongressId, LetterId, MemberId};
use domain::reading::{LetterCounts, LetterLine, LetterPage, OutboxPage};
use sqlx_macros::FromRow;
use uuid::Uuid;

use super::row::LineRow;
use crate::cell::At;
use crate::error::Result;
use crate::work::{Reading, sql};

/// Letters a page.
const PER_PAGE: u32 = 50;

#[derive(FromRow)]
struct CountRow {
    state: String,
    letters: i64,
}

#[derive(FromRow)]
struct BodyRow {
    #[sqlx(flatten)]
    line: LineRow,
    text_body: String,
    html_body: String,
}

impl Reading {
    /// A page of the outbox, from 1; beyond the last one, the last one.
    pub async fn outbox(&mut self, congress: CongressId, page: u32) -> Result<OutboxPage> {
        let counts = self.letter_counts(congress).await?;
        let pages = counts.all().div_ceil(PER_PAGE).max(1);
        let page = page.clamp(1, pages);
        let letters: Vec<LineRow> = sql!(self, conn => sqlx::query_as(
            "SELECT id, recipient_name, recipient_address, purpose, subject, created_at, state, due_at, ended_at, attempts,
                    cause, answer
             FROM letter WHERE congress_id = $1 ORDER BY created_at DESC, id DESC LIMIT $2 OFFSET $3",
        )
        .bind(Uuid::from(congress))
        .bind(i64::from(PER_PAGE))
        .bind(i64::from(PER_PAGE) * i64::from(page - 1))
        .fetch_all(conn)
        .await)?;
        Ok(OutboxPage {
            counts,
            to_mend: self.letters_to_mend(congress).await?,
            letters: letters.into_iter().map(LineRow::line).collect::<Result<_>>()?,
            page,
            pages,
        })
    }

    /// How many letters of a congress stand where.
    pub async fn letter_counts(&mut self, congress: CongressId) -> Result<LetterCounts> {
        let rows: Vec<CountRow> = sql!(self, conn => sqlx::query_as(
            "SELECT state, COUNT(*) AS letters FROM letter WHERE congress_id = $1 GROUP BY state",
        )
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        let mut counts = LetterCounts::default();
        for row in rows {
            let at = At::new("letter", &row.state);
            let count = match row.state.as_str() {
                "en-attente" => &mut counts.queued,
                "differee" => &mut counts.deferred,
                "envoyee" => &mut counts.sent,
                "refusee" => &mut counts.refused,
                "revenue" => &mut counts.bounced,
                _ => return Err(at.corrupt("state")),
            };
            *count = at.number("state", row.letters)?;
        }
        Ok(counts)
    }

    /// Letters that didn't arrive, one for each address, the latest first. A later letter to the same address or the same
    /// member that was taken mends it.
    pub async fn letters_to_mend(&mut self, congress: CongressId) -> Result<Vec<LetterLine>> {
        let rows: Vec<LineRow> = sql!(self, conn => sqlx::query_as(
            "SELECT id, recipient_name, recipient_address, purpose, subject, created_at, state, due_at, ended_at, attempts,
                    cause, answer
             FROM letter WHERE congress_id = $1 AND state IN ('refusee', 'revenue')
             AND NOT EXISTS (SELECT 1 FROM letter AS later
                 WHERE later.congress_id = letter.congress_id AND later.recipient_address = letter.recipient_address
                 AND later.id > letter.id AND later.state IN ('envoyee', 'refusee', 'revenue'))
             AND NOT EXISTS (SELECT 1 FROM letter AS later
                 WHERE later.member_id = letter.member_id AND later.id > letter.id AND later.state = 'envoyee')
             ORDER BY ended_at DESC, id DESC",
        )
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(LineRow::line).collect()
    }

    /// Letters to a member, the latest first.
    pub(crate) async fn letters_to(&mut self, member: MemberId) -> Result<Vec<LetterLine>> {
        let rows: Vec<LineRow> = sql!(self, conn => sqlx::query_as(
            "SELECT id, recipient_name, recipient_address, purpose, subject, created_at, state, due_at, ended_at, attempts,
                    cause, answer
             FROM letter WHERE member_id = $1 ORDER BY id DESC",
        )
        .bind(Uuid::from(member))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(LineRow::line).collect()
    }

    /// One letter of a congress, with its bodies.
    pub async fn letter(&mut self, congress: CongressId, id: LetterId) -> Result<Option<LetterPage>> {
        let row: Option<BodyRow> = sql!(self, conn => sqlx::query_as(
            "SELECT id, recipient_name, recipient_address, purpose, subject, created_at, state, due_at, ended_at, attempts,
                    cause, answer, text_body, html_body
             FROM letter WHERE congress_id = $1 AND id = $2",
        )
        .bind(Uuid::from(congress))
        .bind(Uuid::from(id))
        .fetch_optional(conn)
        .await)?;
        row.map(|row| Ok(LetterPage { line: row.line.line()?, text: row.text_body, html: row.html_body }))
            .transpose()
    }
}
