//! Sessions.

use domain::access::Session;
use domain::id::{MemberId, SessionId};
use domain::member::Member;
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use uuid::Uuid;

use super::SecretHash;
use crate::error::Result;
use crate::member::{MemberRow, member_columns};
use crate::work::{Reading, Work, sql};

/// Who is signed in, and since when they were last noted as seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// The person, with what they may do now.
    pub member: Member,
    /// The session.
    pub session: SessionId,
    /// When it was last noted as seen.
    pub seen_at: Timestamp,
}

#[derive(FromRow)]
struct SignedInRow {
    #[sqlx(flatten)]
    member: MemberRow,
    session_id: Uuid,
    seen_at: i64,
}

#[derive(FromRow)]
struct SessionRow {
    id: Uuid,
    device: String,
    opened_at: i64,
    seen_at: i64,
    expires_at: i64,
}

impl Reading {
    /// Who holds that secret, if the session goes on at `now`.
    pub async fn signed_in(&mut self, hash: &SecretHash, now: Timestamp) -> Result<Option<SignedIn>> {
        let row: Option<SignedInRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT s.id AS session_id, s.seen_at, ", member_columns!(),
            " FROM session s JOIN member m ON m.id = s.member_id
              WHERE s.hash = $1 AND s.ended_at IS NULL AND s.expires_at > $2",
        ))
        .bind(&hash[..])
        .bind(now.micros())
        .fetch_optional(conn)
        .await)?;
        let parse = |row: SignedInRow| {
            Ok(SignedIn {
                member: row.member.parse()?,
                session: row.session_id.into(),
                seen_at: Timestamp::from_micros(row.seen_at),
            })
        };
        row.map(parse).transpose()
    }

    /// The sessions of a person that go on at `now`, the last seen first.
    pub async fn sessions(&mut self, member: MemberId, now: Timestamp) -> Result<Vec<Session>> {
        let rows: Vec<SessionRow> = sql!(self, conn => sqlx::query_as(
            "SELECT id, device, opened_at, seen_at, expires_at FROM session
             WHERE member_id = $1 AND ended_at IS NULL AND expires_at > $2 ORDER BY seen_at DESC, id",
        )
        .bind(Uuid::from(member))
        .bind(now.micros())
        .fetch_all(conn)
        .await)?;
        let moment = Timestamp::from_micros;
        let parse = |row: SessionRow| Session {
            id: row.id.into(),
            device: row.device,
            opened_at: moment(row.opened_at),
            seen_at: moment(row.seen_at),
            expires_at: moment(row.expires_at),
        };
        Ok(rows.into_iter().map(parse).collect())
    }
}

impl Work {
    /// A new session of a person; `hash` is of the secret that the browser keeps.
    pub async fn open_session(
        &mut self,
        member: MemberId,
        session: &Session,
        hash: &SecretHash,
    ) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "INSERT INTO session (id, hash, member_id, device, opened_at, seen_at, expires_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(Uuid::from(session.id))
        .bind(&hash[..])
        .bind(Uuid::from(member))
        .bind(&session.device)
        .bind(session.opened_at.micros())
        .bind(session.seen_at.micros())
        .bind(session.expires_at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// Notes that a session was seen.
    pub async fn note_seen(&mut self, session: SessionId, at: Timestamp) -> Result<()> {
        sql!(self, conn => sqlx::query("UPDATE session SET seen_at = $2 WHERE id = $1")
            .bind(Uuid::from(session))
            .bind(at.micros())
            .execute(conn)
            .await
            .map(drop))?;
        Ok(())
    }

    /// Ends a session of that person. False when they have none with that id, or it ended before.
    pub async fn end_session(&mut self, member: MemberId, session: SessionId, at: Timestamp) -> Result<bool> {
        let ended = sql!(self, conn => sqlx::query(
            "UPDATE session SET ended_at = $3 WHERE id = $1 AND member_id = $2 AND ended_at IS NULL",
        )
        .bind(Uuid::from(session))
        .bind(Uuid::from(member))
        .bind(at.micros())
        .execute(conn)
        .await
        .map(|done| done.rows_affected() == 1))?;
        Ok(ended)
    }

    /// Ends every session of that person.
    pub async fn end_sessions(&mut self, member: MemberId, at: Timestamp) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "UPDATE session SET ended_at = $2 WHERE member_id = $1 AND ended_at IS NULL",
        )
        .bind(Uuid::from(member))
        .bind(at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// Ends every session of that person but one.
    pub async fn end_other_sessions(
        &mut self,
        member: MemberId,
        kept: SessionId,
        at: Timestamp,
    ) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "UPDATE session SET ended_at = $3 WHERE member_id = $1 AND id <> $2 AND ended_at IS NULL",
        )
        .bind(Uuid::from(member))
        .bind(Uuid::from(kept))
        .bind(at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }
}
