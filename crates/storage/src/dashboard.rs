//! When contributions came in, and what they are about.

use domain::id::CongressId;
use domain::reading::Received;
use domain::time::Timestamp;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::work::{Reading, sql};

/// Microseconds of an hour. Every offset of Paris since 1911 is of whole hours, so that hours make up its days.
const HOUR: i64 = 3_600_000_000;

impl Reading {
    /// Every contribution of a congress by the hour, and its enjeux with how many name each.
    pub async fn received(&mut self, congress: CongressId) -> Result<Received> {
        let hours: Vec<(i64, i64)> = sql!(self, conn => sqlx::query_as(
            "SELECT received_at / $2 AS hour, COUNT(*) FROM contribution
             WHERE congress_id = $1 GROUP BY received_at / $2 ORDER BY hour",
        )
        .bind(Uuid::from(congress))
        .bind(HOUR)
        .fetch_all(conn)
        .await)?;
        let areas: Vec<(String, i64)> = sql!(self, conn => sqlx::query_as(
            "SELECT a.name, COUNT(c.contribution_id) FROM issue_area a
             LEFT JOIN contribution_area c ON c.congress_id = a.congress_id AND c.area_rank = a.rank
             WHERE a.congress_id = $1 GROUP BY a.rank, a.name ORDER BY a.rank",
        )
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        let at = At::new("contribution", &congress);
        Ok(Received {
            hours: hours
                .into_iter()
                .map(|(hour, count)| {
                    Ok((Timestamp::from_micros(hour.saturating_mul(HOUR)), at.number("count", count)?))
                })
                .collect::<Result<_>>()?,
            areas: areas
                .into_iter()
                .map(|(name, count)| Ok((name, at.number("count", count)?)))
                .collect::<Result<_>>()?,
        })
    }
}
