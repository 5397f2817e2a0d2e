//! Voices that are simulated, in polls for practice. No statement here can touch a vote that counts: each asks for `is_test`.

use domain::id::PollId;
use domain::sitting::SeatKey;
use domain::vote::{Choice, Part, Secrecy};
use uuid::Uuid;

use super::cast::SealedBallot;
use crate::error::{Result, StorageError};
use crate::work::{Work, sql};

/// What a simulated voice gives.
#[derive(Clone, PartialEq, Eq)]
pub enum Rehearsed {
    /// A choice, in a public poll.
    Public(Choice),
    /// A sealed ballot, in a secret one.
    Secret(SealedBallot),
}

impl Work {
    /// Gives a voice that nobody gave yet, in a poll for practice that is open; false when it isn't one, or somebody did.
    pub async fn rehearse(&mut self, (poll, seat): (PollId, &SeatKey), given: &Rehearsed) -> Result<bool> {
        let (secrecy, choice) = match given {
            Rehearsed::Public(choice) => (Secrecy::Public, Some(written(choice)?)),
            Rehearsed::Secret(_) => (Secrecy::Secret, None),
        };
        let signed = sql!(self, conn => sqlx::query(
            "UPDATE poll_seat SET part = $3, choice = $4 WHERE poll_id = $1 AND seat = $2 AND part = 'attendu'
               AND EXISTS (SELECT 1 FROM poll p WHERE p.id = $1 AND p.is_test = $5 AND p.state = 'ouvert' AND p.secrecy = $6)",
        )
        .bind(Uuid::from(poll))
        .bind(seat.to_string())
        .bind(Part::Simulated.code())
        .bind(choice)
        .bind(true)
        .bind(secrecy.code())
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        if signed == 1
            && let Rehearsed::Secret(ballot) = given
        {
            sql!(self, conn => sqlx::query("INSERT INTO poll_box (poll_id, tag, sealed) VALUES ($1, $2, $3)")
                .bind(Uuid::from(poll))
                .bind(&ballot.tag)
                .bind(&ballot.sealed)
                .execute(conn)
                .await
                .map(drop))?;
        }
        Ok(signed == 1)
    }
}

fn written(choice: &Choice) -> Result<String> {
    serde_json::to_string(choice)
        .map_err(|_| StorageError::Inconsistent("a choice that can't be written as JSON"))
}
