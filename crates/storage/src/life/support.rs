//! « Moi aussi. »

use domain::id::{ContributionId, MemberId};
use domain::time::Timestamp;
use uuid::Uuid;

use crate::error::Result;
use crate::work::{Reading, Work, sql};

impl Work {
    /// A member's support of a text that is shown and isn't theirs; a second one changes nothing.
    pub async fn support(
        &mut self,
        contribution: ContributionId,
        member: MemberId,
        at: Timestamp,
    ) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "INSERT INTO support (contribution_id, member_id, given_at)
             SELECT c.id, $2, $3 FROM contribution c
             WHERE c.id = $1 AND c.state = 'publiee' AND (c.member_id IS NULL OR c.member_id <> $2)
             ON CONFLICT (contribution_id, member_id) DO NOTHING",
        )
        .bind(Uuid::from(contribution))
        .bind(Uuid::from(member))
        .bind(at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// Takes a support back; without one nothing changes.
    pub async fn take_support_back(&mut self, contribution: ContributionId, member: MemberId) -> Result<()> {
        sql!(self, conn => sqlx::query("DELETE FROM support WHERE contribution_id = $1 AND member_id = $2")
            .bind(Uuid::from(contribution))
            .bind(Uuid::from(member))
            .execute(conn)
            .await
            .map(drop))?;
        Ok(())
    }
}

impl Reading {
    /// Whether a member supports a contribution.
    pub async fn supports(&mut self, contribution: ContributionId, member: MemberId) -> Result<bool> {
        let found: Option<i64> = sql!(self, conn => sqlx::query_scalar(
            "SELECT given_at FROM support WHERE contribution_id = $1 AND member_id = $2",
        )
        .bind(Uuid::from(contribution))
        .bind(Uuid::from(member))
        .fetch_optional(conn)
        .await)?;
        Ok(found.is_some())
    }

    /// How many members support a contribution.
    pub(crate) async fn support_count(&mut self, contribution: ContributionId) -> Result<u32> {
        let count: i64 = sql!(self, conn => sqlx::query_scalar("SELECT COUNT(*) FROM support WHERE contribution_id = $1")
            .bind(Uuid::from(contribution))
            .fetch_one(conn)
            .await)?;
        crate::cell::At::new("support", &contribution).number("contribution_id", count)
    }
}
