//! Badges: paper that the desk activates, and that then signs a phone in.

use domain::id::{MemberId, SessionId, SittingId};
use domain::sitting::{BADGE_HOURS, Badge};
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::access::SecretHash;
use crate::error::Result;
use crate::work::{Reading, Work, sql};

#[derive(FromRow)]
struct BadgeRow {
    sitting_id: Uuid,
    member_id: Uuid,
    drawn_at: i64,
    activated_at: Option<i64>,
    revoked_at: Option<i64>,
    session_id: Option<Uuid>,
}

impl Work {
    /// Whoever prints badges of a sitting waits for whoever printed before: a person has one that opens.
    pub async fn hold_badges(&mut self, sitting: SittingId) -> Result<()> {
        sql!(self, conn => sqlx::query("UPDATE sitting SET id = id WHERE id = $1")
            .bind(Uuid::from(sitting))
            .execute(conn)
            .await
            .map(drop))?;
        Ok(())
    }

    /// A badge is printed; the one that the person had for that sitting is taken back.
    pub async fn draw_badge(
        &mut self,
        hash: &SecretHash,
        (sitting, member): (SittingId, MemberId),
        at: Timestamp,
    ) -> Result<()> {
        self.revoke_badge(sitting, member, at).await?;
        sql!(self, conn => sqlx::query(
            "INSERT INTO badge (hash, sitting_id, member_id, drawn_at) VALUES ($1, $2, $3, $4)",
        )
        .bind(&hash[..])
        .bind(Uuid::from(sitting))
        .bind(Uuid::from(member))
        .bind(at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// The desk activates the badge of somebody, for the day; false when there is none, or it is active already.
    pub async fn activate_badge(
        &mut self,
        sitting: SittingId,
        member: MemberId,
        at: Timestamp,
    ) -> Result<bool> {
        let activated = sql!(self, conn => sqlx::query(
            "UPDATE badge SET activated_at = $3
             WHERE sitting_id = $1 AND member_id = $2 AND revoked_at IS NULL AND (activated_at IS NULL OR activated_at <= $4)",
        )
        .bind(Uuid::from(sitting))
        .bind(Uuid::from(member))
        .bind(at.micros())
        .bind(at.plus_seconds(-BADGE_HOURS * 60 * 60).micros())
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        Ok(activated > 0)
    }

    /// Notes what a badge signed in; what it had signed in before is ended.
    pub async fn note_badge_used(
        &mut self,
        hash: &SecretHash,
        (member, session): (MemberId, SessionId),
        at: Timestamp,
    ) -> Result<()> {
        let before: Option<Option<Uuid>> = sql!(self, conn => sqlx::query_scalar(
            "SELECT session_id FROM badge WHERE hash = $1",
        )
        .bind(&hash[..])
        .fetch_optional(conn)
        .await)?;
        if let Some(before) = before.flatten() {
            self.end_session(member, before.into(), at).await?;
        }
        sql!(self, conn => sqlx::query("UPDATE badge SET session_id = $2 WHERE hash = $1")
            .bind(&hash[..])
            .bind(Uuid::from(session))
            .execute(conn)
            .await
            .map(drop))?;
        Ok(())
    }

    /// Ends what badges of somebody for a sitting signed in, those taken back included.
    pub async fn end_badge_sessions(
        &mut self,
        sitting: SittingId,
        member: MemberId,
        at: Timestamp,
    ) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "UPDATE session SET ended_at = $3 WHERE ended_at IS NULL AND id IN
               (SELECT session_id FROM badge WHERE sitting_id = $1 AND member_id = $2)",
        )
        .bind(Uuid::from(sitting))
        .bind(Uuid::from(member))
        .bind(at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// Takes the badge of somebody for a sitting back; false when they have none.
    pub async fn revoke_badge(
        &mut self,
        sitting: SittingId,
        member: MemberId,
        at: Timestamp,
    ) -> Result<bool> {
        let revoked = sql!(self, conn => sqlx::query(
            "UPDATE badge SET revoked_at = $3 WHERE sitting_id = $1 AND member_id = $2 AND revoked_at IS NULL",
        )
        .bind(Uuid::from(sitting))
        .bind(Uuid::from(member))
        .bind(at.micros())
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        Ok(revoked > 0)
    }

    /// Takes back every badge of a person.
    pub async fn revoke_badges(&mut self, member: MemberId, at: Timestamp) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "UPDATE badge SET revoked_at = $2 WHERE member_id = $1 AND revoked_at IS NULL",
        )
        .bind(Uuid::from(member))
        .bind(at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }
}

impl Reading {
    /// The badge with that secret.
    pub async fn badge(&mut self, hash: &SecretHash) -> Result<Option<Badge>> {
        let row: Option<BadgeRow> = sql!(self, conn => sqlx::query_as(
            "SELECT sitting_id, member_id, drawn_at, activated_at, revoked_at, session_id FROM badge WHERE hash = $1",
        )
        .bind(&hash[..])
        .fetch_optional(conn)
        .await)?;
        Ok(row.map(BadgeRow::parse))
    }

    /// The badges of a sitting that weren't taken back.
    pub async fn badges(&mut self, sitting: SittingId) -> Result<Vec<Badge>> {
        let rows: Vec<BadgeRow> = sql!(self, conn => sqlx::query_as(
            "SELECT sitting_id, member_id, drawn_at, activated_at, revoked_at, session_id FROM badge
             WHERE sitting_id = $1 AND revoked_at IS NULL ORDER BY member_id",
        )
        .bind(Uuid::from(sitting))
        .fetch_all(conn)
        .await)?;
        Ok(rows.into_iter().map(BadgeRow::parse).collect())
    }

    /// All badges of one person, those taken back included.
    pub async fn badges_of(&mut self, member: MemberId) -> Result<Vec<Badge>> {
        let rows: Vec<BadgeRow> = sql!(self, conn => sqlx::query_as(
            "SELECT sitting_id, member_id, drawn_at, activated_at, revoked_at, session_id FROM badge
             WHERE member_id = $1 ORDER BY drawn_at, hash",
        )
        .bind(Uuid::from(member))
        .fetch_all(conn)
        .await)?;
        Ok(rows.into_iter().map(BadgeRow::parse).collect())
    }
}

impl BadgeRow {
    fn parse(self) -> Badge {
        Badge {
            sitting: self.sitting_id.into(),
            member: self.member_id.into(),
            drawn_at: Timestamp::from_micros(self.drawn_at),
            activated_at: self.activated_at.map(Timestamp::from_micros),
            revoked_at: self.revoked_at.map(Timestamp::from_micros),
            session: self.session_id.map(SessionId::from),
        }
    }
}
