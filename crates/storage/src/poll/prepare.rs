//! Preparing polls, and reading them.

use domain::id::{CongressId, MemberId, PollId, SittingId};
use domain::time::Timestamp;
use domain::vote::{Poll, PollNumber};
use serde::Serialize;
use uuid::Uuid;

use super::row::{PollRow, polls};
use crate::cell::At;
use crate::error::{Result, StorageError};
use crate::work::{Reading, Work, sql};

fn written(of: &impl Serialize) -> Result<String> {
    serde_json::to_string(of).map_err(|_| StorageError::Inconsistent("a poll that can't be written as JSON"))
}

impl Work {
    /// Keeps a poll that is prepared, whatever its number says; gives the number. None when one of that id is there: the same form
    /// came before, and nothing is done.
    pub async fn add_poll(
        &mut self,
        congress: CongressId,
        poll: &Poll,
        (by, at): (Option<MemberId>, Timestamp),
    ) -> Result<Option<PollNumber>> {
        self.hold_congress(congress).await?;
        let (method, options, rule) =
            (written(&poll.question.method)?, written(&poll.question.options)?, written(&poll.rule)?);
        let number: Option<i64> = sql!(self, conn => sqlx::query_scalar(
            "INSERT INTO poll (id, congress_id, sitting_id, item_id, number, title, body, method, options, rule, secrecy, means,
                 college, is_test, state, prepared_at, prepared_by)
             SELECT $1, $2, $3, $4, (SELECT COALESCE(MAX(o.number), $16) + 1 FROM poll o
                     WHERE o.congress_id = $2 AND o.number > $16 AND o.number <= $16 + 1000000),
                 $5, $6, $7, $8, $9, $10, $11, $12, $13, 'prepare', $14, $15
             WHERE NOT EXISTS (SELECT 1 FROM poll o WHERE o.id = $1)
             RETURNING number",
        )
        .bind(Uuid::from(poll.id))
        .bind(Uuid::from(congress))
        .bind(Uuid::from(poll.sitting))
        .bind(poll.item.map(Uuid::from))
        .bind(poll.question.title.as_str())
        .bind(&poll.question.text)
        .bind(method)
        .bind(options)
        .bind(rule)
        .bind(poll.secrecy.code())
        .bind(poll.means.code())
        .bind(poll.college.code())
        .bind(poll.is_test)
        .bind(at.micros())
        .bind(by.map(Uuid::from))
        .bind(i64::from(if poll.is_test { PollNumber::REHEARSALS } else { 0 }))
        .fetch_optional(conn)
        .await)?;
        let at = At::new("poll", &poll.id);
        number.map(|number| Ok(PollNumber::new(at.number("number", number)?))).transpose()
    }
}

impl Reading {
    /// The polls of a sitting, in the order in which they were prepared.
    pub async fn polls(&mut self, sitting: SittingId) -> Result<Vec<Poll>> {
        let rows: Vec<PollRow> = sql!(self, conn => sqlx::query_as(polls!("WHERE p.sitting_id = $1 ORDER BY p.number"))
            .bind(Uuid::from(sitting))
            .fetch_all(conn)
            .await)?;
        rows.into_iter().map(PollRow::parse).collect()
    }

    /// That poll.
    pub async fn poll(&mut self, id: PollId) -> Result<Option<Poll>> {
        let row: Option<PollRow> = sql!(self, conn => sqlx::query_as(polls!("WHERE p.id = $1"))
            .bind(Uuid::from(id))
            .fetch_optional(conn)
            .await)?;
        row.map(PollRow::parse).transpose()
    }

    /// The poll of that number.
    pub async fn poll_numbered(&mut self, congress: CongressId, number: PollNumber) -> Result<Option<Poll>> {
        let row: Option<PollRow> = sql!(self, conn => sqlx::query_as(
            polls!("WHERE p.congress_id = $1 AND p.number = $2"),
        )
        .bind(Uuid::from(congress))
        .bind(i64::from(number.get()))
        .fetch_optional(conn)
        .await)?;
        row.map(PollRow::parse).transpose()
    }
}
