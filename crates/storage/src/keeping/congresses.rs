//! What a backup says of itself to people.

use serde::{Deserialize, Serialize};
use sqlx_macros::FromRow;

use crate::error::Result;
use crate::work::{Reading, sql};

/// A congress that a backup holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromRow)]
pub struct KeptCongress {
    /// Its address.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// How many contributions it has.
    pub contributions: i64,
}

impl Reading {
    /// The congresses of a database of any schema: of columns that the first one had.
    pub async fn kept_congresses(&mut self) -> Result<Vec<KeptCongress>> {
        Ok(sql!(self, conn => sqlx::query_as(
            "SELECT c.slug, c.title,
                    (SELECT COUNT(*) FROM contribution t WHERE t.congress_id = c.id) AS contributions
             FROM congress c ORDER BY c.id",
        )
        .fetch_all(conn)
        .await)?)
    }
}
