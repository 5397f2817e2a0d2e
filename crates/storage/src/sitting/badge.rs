//! Badges: paper that the desk activates, and that then signs a phone in.

use domain::id::{MemberId, SittingId};
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::access::SecretHash;
use crate::error::Result;
use crate::work::{Reading, Work, sql};

/// A badge, without its secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Badge {
    /// For which sitting it was printed.
    pub sitting: SittingId,
    /// Whose.
    pub member: MemberId,
    /// When it was printed.
    pub drawn_at: Timestamp,
    /// When the desk activated it: before, it signs nobody in.
    pub activated_at: Option<Timestamp>,
    /// When it was taken back.
    pub revoked_at: Option<Timestamp>,
}

#[derive(FromRow)]
struct BadgeRow {
    sitting_id: Uuid,
    member_id: Uuid,
    drawn_at: i64,
    activated_at: Option<i64>,
    revoked_at: Option<i64>,
}

impl Work {
    /// A badge is printed; those that the person had for that sitting are taken back.
    pub async fn draw_badge(
        &mut self,
        hash: &SecretHash,
        (sitting, member): (SittingId, MemberId),
        at: Timestamp,
    ) -> Result<()> {
        self.revoke_badges(sitting, member, at).await?;
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

    /// The desk activates the badge of somebody, when it checks them in; whether there was one to activate.
    pub async fn activate_badge(
        &mut self,
        sitting: SittingId,
        member: MemberId,
        at: Timestamp,
    ) -> Result<bool> {
        let activated = sql!(self, conn => sqlx::query(
            "UPDATE badge SET activated_at = $3
             WHERE sitting_id = $1 AND member_id = $2 AND activated_at IS NULL AND revoked_at IS NULL",
        )
        .bind(Uuid::from(sitting))
        .bind(Uuid::from(member))
        .bind(at.micros())
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        Ok(activated > 0)
    }

    /// Takes the badges of somebody for a sitting back.
    pub async fn revoke_badges(&mut self, sitting: SittingId, member: MemberId, at: Timestamp) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "UPDATE badge SET revoked_at = $3 WHERE sitting_id = $1 AND member_id = $2 AND revoked_at IS NULL",
        )
        .bind(Uuid::from(sitting))
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
            "SELECT sitting_id, member_id, drawn_at, activated_at, revoked_at FROM badge WHERE hash = $1",
        )
        .bind(&hash[..])
        .fetch_optional(conn)
        .await)?;
        Ok(row.map(BadgeRow::parse))
    }

    /// The badges of a sitting that weren't taken back.
    pub async fn badges(&mut self, sitting: SittingId) -> Result<Vec<Badge>> {
        let rows: Vec<BadgeRow> = sql!(self, conn => sqlx::query_as(
            "SELECT sitting_id, member_id, drawn_at, activated_at, revoked_at FROM badge
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
            "SELECT sitting_id, member_id, drawn_at, activated_at, revoked_at FROM badge
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
        }
    }
}
