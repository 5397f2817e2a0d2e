//! What staff settles, for a few verbatims or for all that are left somewhere.

use domain::disposition::{LedgerPlace, Settled};
use domain::id::{CongressId, MemberId, VerbatimId};
use domain::line::Line;
use domain::time::Timestamp;
use uuid::Uuid;

use super::is_cited;
use super::list::place_cells;
use crate::error::Result;
use crate::work::{Work, sql};

/// A settlement as the columns beside its kind: the number that it goes with, the reason, the words.
type Cells<'s> = (Option<i64>, Option<&'static str>, Option<&'s str>);

fn cells(settled: &Settled) -> Cells<'_> {
    match settled {
        Settled::TakenUp => (None, None, None),
        Settled::Near(number) => (Some(i64::from(number.get())), None, None),
        Settled::NotTaken(reason, words) => (None, Some(reason.code()), words.as_ref().map(Line::as_str)),
    }
}

impl Work {
    /// Settles what becomes of verbatims of the run that pages show, or leaves them to be settled again. How many there are;
    /// others are passed over. The congress must be held.
    pub async fn settle_verbatims(
        &mut self,
        congress: CongressId,
        verbatims: &[VerbatimId],
        settled: Option<&Settled>,
        when: (Timestamp, MemberId),
    ) -> Result<u32> {
        let Some(shown) = self.shown(congress).await? else { return Ok(0) };
        let mut done = 0;
        for verbatim in verbatims {
            let there: i64 = sql!(self, conn => sqlx::query_scalar(
                "SELECT COUNT(*) FROM placement WHERE analysis_id = $1 AND verbatim_id = $2",
            )
            .bind(Uuid::from(shown.id))
            .bind(Uuid::from(*verbatim))
            .fetch_one(conn)
            .await)?;
            if there > 0 {
                self.settle_one(*verbatim, settled, when).await?;
                done += 1;
            }
        }
        Ok(done)
    }

    /// Settles all that is left to be settled in a place, and says how many they were. The congress must be held.
    pub async fn settle_left(
        &mut self,
        congress: CongressId,
        place: LedgerPlace,
        settled: &Settled,
        (at, by): (Timestamp, MemberId),
    ) -> Result<u32> {
        let Some(shown) = self.shown(congress).await? else { return Ok(0) };
        let (place, rank) = place_cells(place);
        let (near, reason, words) = cells(settled);
        // What is left has no row yet: nothing is written over.
        let done = sql!(self, conn => sqlx::query(concat!(
            "INSERT INTO disposition (verbatim_id, kind, near, reason, words, settled_at, settled_by)
             SELECT p.verbatim_id, $6, CAST($7 AS BIGINT), CAST($8 AS TEXT), CAST($9 AS TEXT), $10, $11
             FROM placement p LEFT JOIN disposition d ON d.verbatim_id = p.verbatim_id
             WHERE p.analysis_id = $1 AND p.place = $4 AND (CAST($5 AS BIGINT) IS NULL OR p.theme_rank = $5)
               AND d.verbatim_id IS NULL AND NOT ", is_cited!(),
        ))
        .bind(Uuid::from(shown.id))
        .bind(Uuid::from(congress))
        .bind(None::<i64>)
        .bind(place)
        .bind(rank)
        .bind(settled.kind().code())
        .bind(near)
        .bind(reason)
        .bind(words)
        .bind(at.micros())
        .bind(Uuid::from(by))
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        Ok(u32::try_from(done).unwrap_or(u32::MAX))
    }

    async fn settle_one(
        &mut self,
        verbatim: VerbatimId,
        settled: Option<&Settled>,
        (at, by): (Timestamp, MemberId),
    ) -> Result<()> {
        sql!(self, conn => sqlx::query("DELETE FROM disposition WHERE verbatim_id = $1")
            .bind(Uuid::from(verbatim))
            .execute(conn)
            .await
            .map(drop))?;
        let Some(settled) = settled else { return Ok(()) };
        let (near, reason, words) = cells(settled);
        sql!(self, conn => sqlx::query(
            "INSERT INTO disposition (verbatim_id, kind, near, reason, words, settled_at, settled_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(Uuid::from(verbatim))
        .bind(settled.kind().code())
        .bind(near)
        .bind(reason)
        .bind(words)
        .bind(at.micros())
        .bind(Uuid::from(by))
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }
}
