//! Polls as rows.

use domain::id::{AgendaItemId, SittingId};
use domain::time::Timestamp;
use domain::vote::{Outcome, Poll, PollNumber, PollState, Question, Roll, Stage};
use serde::de::DeserializeOwned;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;

/// A poll's row; what follows says which.
macro_rules! polls {
    ($rest:literal) => {
        concat!(
            "SELECT p.id, p.sitting_id, p.item_id, p.number, p.title, p.body, p.method, p.options, p.rule, p.secrecy, p.means,
                 p.college, p.is_test, p.state, p.opened_at, p.closed_at, p.proclaimed_at, p.cancelled_at, p.cancelled_from,
                 p.reason, p.entitled, p.present, p.represented, p.still_there, p.outcome FROM poll p ",
            $rest
        )
    };
}
pub(super) use polls;

#[derive(FromRow)]
pub(super) struct PollRow {
    id: Uuid,
    sitting_id: Uuid,
    item_id: Option<Uuid>,
    number: i64,
    title: String,
    body: String,
    method: String,
    options: String,
    rule: String,
    secrecy: String,
    means: String,
    college: String,
    is_test: bool,
    state: String,
    opened_at: Option<i64>,
    closed_at: Option<i64>,
    proclaimed_at: Option<i64>,
    cancelled_at: Option<i64>,
    cancelled_from: Option<String>,
    reason: Option<String>,
    entitled: Option<i64>,
    present: Option<i64>,
    represented: Option<i64>,
    still_there: Option<i64>,
    outcome: Option<String>,
}

/// What a column holds as JSON.
pub(super) fn json<T: DeserializeOwned>(at: At<'_>, column: &'static str, text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|_| at.corrupt(column))
}

impl PollRow {
    pub(super) fn parse(self) -> Result<Poll> {
        let at = At::new("poll", &self.id);
        Ok(Poll {
            id: self.id.into(),
            number: PollNumber::new(at.number("number", self.number)?),
            sitting: SittingId::from(self.sitting_id),
            item: self.item_id.map(AgendaItemId::from),
            question: Question {
                title: at.parse("title", &self.title)?,
                text: self.body.clone(),
                method: json(at, "method", &self.method)?,
                options: json(at, "options", &self.options)?,
            },
            rule: json(at, "rule", &self.rule)?,
            secrecy: at.parse("secrecy", &self.secrecy)?,
            means: at.parse("means", &self.means)?,
            college: at.parse("college", &self.college)?,
            is_test: self.is_test,
            stage: self.stage(at)?,
        })
    }

    fn stage(&self, at: At<'_>) -> Result<Stage> {
        let moment = |column, micros: Option<i64>| at.some(column, micros.map(Timestamp::from_micros));
        let opened = || moment("opened_at", self.opened_at);
        let closed = || moment("closed_at", self.closed_at);
        Ok(match at.parse("state", &self.state)? {
            PollState::Prepared => Stage::Prepared,
            PollState::Open => Stage::Open { since: opened()?, roll: self.roll(at)? },
            PollState::Closed => {
                Stage::Closed { opened_at: opened()?, closed_at: closed()?, roll: self.roll(at)? }
            }
            PollState::Proclaimed => Stage::Proclaimed {
                opened_at: opened()?,
                closed_at: closed()?,
                proclaimed_at: moment("proclaimed_at", self.proclaimed_at)?,
                outcome: self.outcome(at)?,
            },
            PollState::Cancelled => Stage::Cancelled {
                at: moment("cancelled_at", self.cancelled_at)?,
                reason: at.parse("reason", self.reason.as_deref().unwrap_or_default())?,
                from: at.parse("cancelled_from", self.cancelled_from.as_deref().unwrap_or_default())?,
            },
        })
    }

    fn outcome(&self, at: At<'_>) -> Result<Outcome> {
        json(at, "outcome", self.outcome.as_deref().unwrap_or_default())
    }

    fn roll(&self, at: At<'_>) -> Result<Roll> {
        let count = |column, value: Option<i64>| at.number(column, at.some(column, value)?);
        Ok(Roll {
            entitled: count("entitled", self.entitled)?,
            present: count("present", self.present)?,
            represented: count("represented", self.represented)?,
            still_there: count("still_there", self.still_there)?,
        })
    }
}
