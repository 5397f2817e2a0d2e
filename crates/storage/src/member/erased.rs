//! What is kept of somebody who was erased: prints that recognise them, so that nobody brings them back without their asking.

use domain::id::{CongressId, MemberId};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::error::Result;
use crate::work::{Reading, Work, sql};

/// The print of a key: of its congress too, so that those of two congresses tell nothing of one another.
fn print(congress: CongressId, key: &str) -> Vec<u8> {
    Sha256::new().chain_update(Uuid::from(congress).as_bytes()).chain_update(key).finalize().to_vec()
}

impl Reading {
    /// Whether somebody whom `key` recognises asked to be erased from a congress, and didn't come back since.
    pub async fn was_erased(&mut self, congress: CongressId, key: &str) -> Result<bool> {
        let found: Option<Uuid> = sql!(self, conn => sqlx::query_scalar("SELECT member_id FROM erased_key WHERE print = $1 LIMIT 1")
                .bind(print(congress, key))
                .fetch_optional(conn)
                .await)?;
        Ok(found.is_some())
    }
}

impl Work {
    /// Keeps the prints of what recognises somebody who is being erased.
    pub(super) async fn keep_prints(
        &mut self,
        congress: CongressId,
        member: MemberId,
        keys: &[&str],
    ) -> Result<()> {
        for key in keys {
            sql!(self, conn => sqlx::query(
                "INSERT INTO erased_key (member_id, print) VALUES ($1, $2) ON CONFLICT (member_id, print) DO NOTHING",
            )
            .bind(Uuid::from(member))
            .bind(print(congress, key))
            .execute(conn)
            .await
            .map(drop))?;
        }
        Ok(())
    }

    /// Somebody whom `key` recognises asks to be a member again: the prints of their erasure go.
    pub async fn let_back(&mut self, congress: CongressId, key: &str) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "DELETE FROM erased_key WHERE member_id IN (SELECT member_id FROM erased_key WHERE print = $1)",
        )
        .bind(print(congress, key))
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }
}
