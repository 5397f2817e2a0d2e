//! Personal links.

use domain::id::MemberId;
use domain::member::Member;
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use uuid::Uuid;

use super::SecretHash;
use crate::error::Result;
use crate::member::{MemberRow, member_columns};
use crate::work::{Reading, Work, sql};

/// A personal link, and whom it lets in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Whom.
    pub member: Member,
    /// Until when.
    pub expires_at: Timestamp,
    /// When it was taken back.
    pub revoked_at: Option<Timestamp>,
}

impl Link {
    /// Whether it opens at `now`.
    pub fn opens(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none() && now < self.expires_at
    }
}

#[derive(FromRow)]
struct LinkRow {
    #[sqlx(flatten)]
    member: MemberRow,
    expires_at: i64,
    revoked_at: Option<i64>,
}

impl Reading {
    /// The link of that secret, whether it still opens or not.
    pub async fn link(&mut self, hash: &SecretHash) -> Result<Option<Link>> {
        let row: Option<LinkRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT l.expires_at, l.revoked_at, ", member_columns!(),
            " FROM access_link l JOIN member m ON m.id = l.member_id WHERE l.hash = $1",
        ))
        .bind(&hash[..])
        .fetch_optional(conn)
        .await)?;
        row.map(LinkRow::parse).transpose()
    }
}

impl LinkRow {
    fn parse(self) -> Result<Link> {
        Ok(Link {
            member: self.member.parse()?,
            expires_at: Timestamp::from_micros(self.expires_at),
            revoked_at: self.revoked_at.map(Timestamp::from_micros),
        })
    }
}

impl Work {
    /// A new link for a person; those that they have stay.
    pub async fn add_link(
        &mut self,
        member: MemberId,
        hash: &SecretHash,
        created_at: Timestamp,
        expires_at: Timestamp,
    ) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "INSERT INTO access_link (hash, member_id, created_at, expires_at) VALUES ($1, $2, $3, $4)",
        )
        .bind(&hash[..])
        .bind(Uuid::from(member))
        .bind(created_at.micros())
        .bind(expires_at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// Notes that a link let somebody in.
    pub async fn note_link_used(&mut self, hash: &SecretHash, at: Timestamp) -> Result<()> {
        sql!(self, conn => sqlx::query("UPDATE access_link SET used_at = $2 WHERE hash = $1")
            .bind(&hash[..])
            .bind(at.micros())
            .execute(conn)
            .await
            .map(drop))?;
        Ok(())
    }

    /// Takes back every link of a person.
    pub async fn revoke_links(&mut self, member: MemberId, at: Timestamp) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "UPDATE access_link SET revoked_at = $2 WHERE member_id = $1 AND revoked_at IS NULL",
        )
        .bind(Uuid::from(member))
        .bind(at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }
}
