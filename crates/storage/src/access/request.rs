//! Links that were asked for at the door.

use domain::id::{CongressId, LinkRequestId};
use domain::time::Timestamp;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::work::{Reading, Work, sql};

impl Work {
    /// Writes down that a link was asked for, and how many letters went: none where nobody has that address. The row is
    /// written in both cases, so that the answer to a stranger takes as long as another.
    pub async fn note_link_request(
        &mut self,
        id: LinkRequestId,
        congress: CongressId,
        asked_at: Timestamp,
        letters: usize,
    ) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "INSERT INTO link_request (id, congress_id, asked_at, letters) VALUES ($1, $2, $3, $4)",
        )
        .bind(Uuid::from(id))
        .bind(Uuid::from(congress))
        .bind(asked_at.micros())
        .bind(crate::cell::stored(letters))
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }
}

impl Reading {
    /// How many links were asked for since `from` with an address that nobody has.
    pub async fn unknown_link_requests(&mut self, congress: CongressId, from: Timestamp) -> Result<u32> {
        let count: i64 = sql!(self, conn => sqlx::query_scalar(
            "SELECT COUNT(*) FROM link_request WHERE congress_id = $1 AND asked_at >= $2 AND letters = 0",
        )
        .bind(Uuid::from(congress))
        .bind(from.micros())
        .fetch_one(conn)
        .await)?;
        At::new("link_request", &congress).number("count", count)
    }
}
