//! Codes that staff dictates.

use domain::access::CODE_ATTEMPTS;
use domain::id::MemberId;
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use uuid::Uuid;

use super::SecretHash;
use crate::error::Result;
use crate::work::{Work, sql};

/// What became of a code that somebody typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeOutcome {
    /// It opened, and won't again.
    Opened,
    /// It isn't the one, or there is none, or it is too old, or it was mistyped too often: whoever types it isn't told which.
    Refused,
}

#[derive(FromRow)]
struct CodeRow {
    hash: Vec<u8>,
    attempts: i64,
}

impl Work {
    /// The code of a person, in the place of one drawn before.
    pub async fn set_code(
        &mut self,
        member: MemberId,
        hash: &SecretHash,
        (created_at, expires_at): (Timestamp, Timestamp),
        issued_by: MemberId,
    ) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "INSERT INTO access_code (member_id, hash, attempts, created_at, expires_at, issued_by)
             VALUES ($1, $2, 0, $3, $4, $5)
             ON CONFLICT (member_id) DO UPDATE SET hash = excluded.hash, attempts = 0,
                 created_at = excluded.created_at, expires_at = excluded.expires_at, issued_by = excluded.issued_by",
        )
        .bind(Uuid::from(member))
        .bind(&hash[..])
        .bind(created_at.micros())
        .bind(expires_at.micros())
        .bind(Uuid::from(issued_by))
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// Tries a code. The attempt counts whatever comes of it, so the unit must be saved in both cases.
    pub async fn try_code(
        &mut self,
        member: MemberId,
        hash: &SecretHash,
        now: Timestamp,
    ) -> Result<CodeOutcome> {
        let row: Option<CodeRow> = sql!(self, conn => sqlx::query_as(
            "UPDATE access_code SET attempts = attempts + 1 WHERE member_id = $1 AND expires_at > $2
             RETURNING hash, attempts",
        )
        .bind(Uuid::from(member))
        .bind(now.micros())
        .fetch_optional(conn)
        .await)?;
        let opens = |row: &CodeRow| row.attempts <= i64::from(CODE_ATTEMPTS) && row.hash == hash[..];
        if !row.as_ref().is_some_and(opens) {
            return Ok(CodeOutcome::Refused);
        }
        sql!(self, conn => sqlx::query("DELETE FROM access_code WHERE member_id = $1")
            .bind(Uuid::from(member))
            .execute(conn)
            .await
            .map(drop))?;
        Ok(CodeOutcome::Opened)
    }
}
