//! Letters as the table holds them.

use domain::mail::{LetterState, Recipient, Setback};
use domain::reading::LetterLine;
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;

/// The columns that a [`LetterState`] fills.
pub(super) struct Cells<'a> {
    pub state: &'static str,
    pub due_at: Option<i64>,
    pub ended_at: Option<i64>,
    /// None: as it was.
    pub attempts: Option<i64>,
    pub cause: Option<&'static str>,
    pub answer: Option<&'a str>,
}

impl<'a> Cells<'a> {
    pub(super) fn of(state: &'a LetterState) -> Self {
        let (code, due_at, ended_at, attempts) = match state {
            LetterState::Queued => ("en-attente", None, None, None),
            LetterState::Deferred { until, attempts, .. } => {
                ("differee", Some(*until), None, Some(i64::from(*attempts)))
            }
            LetterState::Sent { at } => ("envoyee", None, Some(*at), None),
            LetterState::Refused { at, .. } => ("refusee", None, Some(*at), None),
            LetterState::Bounced { at, .. } => ("revenue", None, Some(*at), None),
        };
        let why = state.why();
        Self {
            state: code,
            due_at: due_at.map(Timestamp::micros),
            ended_at: ended_at.map(Timestamp::micros),
            attempts,
            cause: why.map(|why| why.cause.code()),
            answer: why.map(|why| why.answer.as_str()),
        }
    }
}

/// The columns of a [`LetterLine`].
#[derive(FromRow)]
pub(super) struct LineRow {
    id: Uuid,
    recipient_name: String,
    recipient_address: String,
    purpose: String,
    subject: String,
    created_at: i64,
    state: String,
    due_at: Option<i64>,
    ended_at: Option<i64>,
    attempts: i64,
    cause: Option<String>,
    answer: Option<String>,
}

impl LineRow {
    pub(super) fn line(self) -> Result<LetterLine> {
        let state = self.state()?;
        Ok(LetterLine {
            purpose: At::new("letter", &self.id).parse("purpose", &self.purpose)?,
            id: self.id.into(),
            to: Recipient { name: self.recipient_name, address: self.recipient_address },
            subject: self.subject,
            created_at: Timestamp::from_micros(self.created_at),
            state,
        })
    }

    fn state(&self) -> Result<LetterState> {
        let at = At::new("letter", &self.id);
        let ended = || at.some("ended_at", self.ended_at.map(Timestamp::from_micros));
        let why = || -> Result<Setback> {
            let cause = at.parse_some("cause", self.cause.as_deref())?;
            Ok(Setback { cause: at.some("cause", cause)?, answer: at.some("answer", self.answer.clone())? })
        };
        Ok(match self.state.as_str() {
            "en-attente" => LetterState::Queued,
            "differee" => LetterState::Deferred {
                until: at.some("due_at", self.due_at.map(Timestamp::from_micros))?,
                attempts: at.number("attempts", self.attempts)?,
                why: why()?,
            },
            "envoyee" => LetterState::Sent { at: ended()? },
            "refusee" => LetterState::Refused { at: ended()?, why: why()? },
            "revenue" => LetterState::Bounced { at: ended()?, why: why()? },
            _ => return Err(at.corrupt("state")),
        })
    }
}
