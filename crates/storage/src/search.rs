//! Words to weights: the stems asked for, and what each is worth.
//!
//! BM25 (Robertson and Zaragoza 2009, « The Probabilistic Relevance Framework », with k₁ = 1.2 and b = 0.75). The weight
//! of a stem, ln(1 + (N − n + ½) ∕ (n + ½)), is computed here; the rest in SQL, over the posting table.

use domain::id::CongressId;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::error::{Result, StorageError};
use crate::work::{Reading, sql};

/// Stems a search looks at; those beyond are passed over.
pub(crate) const MOST_STEMS: usize = 8;

/// A search ready for SQL.
#[derive(Clone, Debug)]
pub(crate) struct Search {
    /// Ids and weights of the stems, filled up with stems that no contribution holds.
    pub(crate) stems: [(i64, f64); MOST_STEMS],
    /// How many of them a contribution must hold.
    pub(crate) needed: i64,
    /// Mean number of stems of a contribution.
    pub(crate) mean_words: f64,
}

impl Search {
    /// The same words, one of them being enough.
    pub(crate) fn any(self) -> Self {
        Self { needed: 1, ..self }
    }
}

#[derive(FromRow)]
struct StemRow {
    id: i64,
    contributions: i64,
}

#[derive(FromRow)]
struct LengthRow {
    contributions: i64,
    words: i64,
}

/// `WITH hit (number, score)`, and its parameters: `$2` to `$19` as [`bind_search`] binds them.
///
/// SQLite reads the tables of a `CROSS JOIN` in the order written: the few stems first, never the whole corpus.
macro_rules! hits {
    () => {
        "WITH asked (stem_id, weight) AS (VALUES
             (CAST($4 AS BIGINT), CAST($5 AS DOUBLE PRECISION)), ($6, $7), ($8, $9), ($10, $11),
             ($12, $13), ($14, $15), ($16, $17), ($18, $19)),
         hit (number, score) AS (
             SELECT p.number, SUM(q.weight * p.occurrences * 2.2
                 / (p.occurrences + 1.2 * (0.25 + 0.75 * p.words / CAST($3 AS DOUBLE PRECISION))))
             FROM asked q CROSS JOIN posting p WHERE p.stem_id = q.stem_id
             GROUP BY p.number HAVING COUNT(*) >= CAST($2 AS BIGINT)) "
    };
}
pub(crate) use hits;

/// Binds `$2` to `$19` of [`hits`].
macro_rules! bind_search {
    ($query:expr, $search:expr) => {{
        let mut query = $query.bind($search.needed).bind($search.mean_words);
        for (id, weight) in $search.stems {
            query = query.bind(id).bind(weight);
        }
        query
    }};
}
pub(crate) use bind_search;

impl Reading {
    /// What `stems` are worth in a congress, all of them needed. None when there is no stem to look for.
    pub(crate) async fn weigh(&mut self, congress: CongressId, stems: &[String]) -> Result<Option<Search>> {
        let mut asked: Vec<&str> = Vec::new();
        for stem in stems {
            if !asked.contains(&stem.as_str()) && asked.len() < MOST_STEMS {
                asked.push(stem);
            }
        }
        if asked.is_empty() {
            return Ok(None);
        }
        let length = self.corpus_length(congress).await?;
        let mut search = Search {
            // No stem has an id below 1.
            stems: [(0, 0.0); MOST_STEMS],
            needed: crate::cell::stored(asked.len()),
            mean_words: (length.words as f64 / length.contributions.max(1) as f64).max(1.0),
        };
        for (slot, stem) in search.stems.iter_mut().zip(asked) {
            if let Some(row) = self.stem(congress, stem).await? {
                *slot = (row.id, weight(length.contributions, row.contributions));
            }
        }
        Ok(Some(search))
    }

    async fn stem(&mut self, congress: CongressId, stem: &str) -> Result<Option<StemRow>> {
        let row = sql!(self, conn => sqlx::query_as(
            "SELECT id, contributions FROM stem WHERE congress_id = $1 AND stem = $2",
        )
        .bind(Uuid::from(congress))
        .bind(stem)
        .fetch_optional(conn)
        .await)?;
        Ok(row)
    }

    async fn corpus_length(&mut self, congress: CongressId) -> Result<LengthRow> {
        let row: Option<LengthRow> = sql!(self, conn => sqlx::query_as(
            "SELECT contributions, words FROM congress WHERE id = $1",
        )
        .bind(Uuid::from(congress))
        .fetch_optional(conn)
        .await)?;
        row.ok_or(StorageError::Missing("congress"))
    }

    /// A stem that is still being typed, completed to the most frequent one that begins like it, if it isn't one itself.
    pub(crate) async fn complete(&mut self, congress: CongressId, begun: &str) -> Result<String> {
        let stem: Option<String> = sql!(self, conn => sqlx::query_scalar(
            "SELECT stem FROM stem WHERE congress_id = $1 AND stem >= $2 AND stem < $3
             ORDER BY CASE WHEN stem = $2 THEN 0 ELSE 1 END, contributions DESC, stem LIMIT 1",
        )
        .bind(Uuid::from(congress))
        .bind(begun)
        .bind(format!("{begun}\u{10ffff}"))
        .fetch_optional(conn)
        .await)?;
        Ok(stem.unwrap_or_else(|| begun.to_owned()))
    }
}

/// ln(1 + (N − n + ½) ∕ (n + ½)): never negative, greater for rarer stems.
fn weight(contributions: i64, holding: i64) -> f64 {
    let (all, holding) = (contributions as f64, holding as f64);
    ((all - holding + 0.5) / (holding + 0.5)).ln_1p()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rarer_stems_weigh_more_and_none_weighs_less_than_nothing() {
        assert!(weight(1_000, 1) > weight(1_000, 500));
        assert!(weight(1_000, 1_000) > 0.0);
    }
}
