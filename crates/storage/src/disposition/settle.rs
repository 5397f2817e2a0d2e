//! What staff settles, for a few verbatims or for all that are left somewhere.

use domain::disposition::{LedgerPlace, Settled};
use domain::id::{CongressId, MemberId, VerbatimId};
use domain::line::Line;
use domain::time::Timestamp;
use uuid::Uuid;

use super::became;
use super::list::place_cells;
use crate::error::Result;
use crate::work::{Work, sql};

impl Work {
    /// Settles what becomes of verbatims of the run that pages show, or leaves them to be settled again. How many there are;
    /// others are passed over. The congress must be held.
    pub async fn settle_verbatims(
        &mut self,
        congress: CongressId,
        verbatims: &[VerbatimId],
        settled: Option<&Settled>,
        (at, by): (Timestamp, MemberId),
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
                self.settle_one(*verbatim, settled, (at, by)).await?;
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
        when: (Timestamp, MemberId),
    ) -> Result<u32> {
        let Some(shown) = self.shown(congress).await? else { return Ok(0) };
        let (place, rank) = place_cells(place);
        let left: Vec<Uuid> = sql!(self, conn => sqlx::query_scalar(concat!(
            "SELECT p.verbatim_id FROM placement p LEFT JOIN disposition d ON d.verbatim_id = p.verbatim_id
             WHERE p.analysis_id = $1 AND p.place = $4 AND (CAST($5 AS BIGINT) IS NULL OR p.theme_rank = $5)
               AND ", became!(), " = 'a-traiter'",
        ))
        .bind(Uuid::from(shown.id))
        .bind(Uuid::from(congress))
        .bind(None::<i64>)
        .bind(place)
        .bind(rank)
        .fetch_all(conn)
        .await)?;
        for verbatim in &left {
            self.settle_one((*verbatim).into(), Some(settled), when).await?;
        }
        Ok(u32::try_from(left.len()).unwrap_or(u32::MAX))
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
        let (near, reason, words) = match settled {
            Settled::TakenUp => (None, None, None),
            Settled::Near(number) => (Some(i64::from(number.get())), None, None),
            Settled::NotTaken(reason, words) => (None, Some(reason.code()), words.as_ref().map(Line::as_str)),
        };
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
