//! The trace of what staff did for people.

use domain::id::MemberId;
use domain::member::MemberEvent;
use domain::reading::MemberEventLine;
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::work::{Reading, Work, sql};

#[derive(FromRow)]
struct EventRow {
    id: Uuid,
    act: String,
    by_name: Option<String>,
    at: i64,
    detail: Option<String>,
}

impl Work {
    /// Writes down what was done for a person, in the unit of work that does it.
    pub async fn note_member_event(&mut self, event: &MemberEvent) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "INSERT INTO member_event (id, congress_id, member_id, act, by_id, at, detail)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(Uuid::from(event.id))
        .bind(Uuid::from(event.congress))
        .bind(Uuid::from(event.member))
        .bind(event.act.code())
        .bind(event.by.map(Uuid::from))
        .bind(event.at.micros())
        .bind(&event.detail)
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }
}

impl Reading {
    /// What was done for a person, the last first.
    pub async fn member_events(&mut self, member: MemberId) -> Result<Vec<MemberEventLine>> {
        let rows: Vec<EventRow> = sql!(self, conn => sqlx::query_as(
            "SELECT e.id, e.act, m.name AS by_name, e.at, e.detail
             FROM member_event e LEFT JOIN member m ON m.id = e.by_id
             WHERE e.member_id = $1 ORDER BY e.at DESC, e.id DESC",
        )
        .bind(Uuid::from(member))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(EventRow::parse).collect()
    }
}

impl EventRow {
    fn parse(self) -> Result<MemberEventLine> {
        Ok(MemberEventLine {
            act: At::new("member_event", &self.id).parse("act", &self.act)?,
            by: self.by_name,
            at: Timestamp::from_micros(self.at),
            detail: self.detail,
        })
    }
}
