//! What search finds a contribution by, put in and taken out.

use domain::contribution::ContributionNumber;
use domain::id::CongressId;
use uuid::Uuid;

use crate::contribution::Postings;
use crate::error::Result;
use crate::work::{Work, sql};

impl Work {
    /// Search finds a contribution by these stems, each with how often it occurs, and by no others.
    pub(super) async fn index_by(
        &mut self,
        congress: CongressId,
        number: ContributionNumber,
        stems: &[(String, u32)],
    ) -> Result<()> {
        self.unindex(congress, number).await?;
        let words: i64 = stems.iter().map(|(_, occurrences)| i64::from(*occurrences)).sum();
        self.count_words(congress, words).await?;
        let mut postings = Postings::default();
        postings.add(i64::from(number.get()), stems);
        self.insert_postings(congress, postings).await
    }

    /// Search finds the contribution no more, and no stem is left that only it held.
    pub(super) async fn unindex(&mut self, congress: CongressId, number: ContributionNumber) -> Result<()> {
        let held: Vec<(i64, i64)> = sql!(self, conn => sqlx::query_as(
            "SELECT p.stem_id, p.words FROM stem s CROSS JOIN posting p
             WHERE s.congress_id = $1 AND p.stem_id = s.id AND p.number = $2",
        )
        .bind(Uuid::from(congress))
        .bind(i64::from(number.get()))
        .fetch_all(conn)
        .await)?;
        let Some((_, words)) = held.first() else { return Ok(()) };
        self.count_words(congress, -words).await?;
        for (stem, _) in held {
            for statement in [
                "DELETE FROM posting WHERE stem_id = $1 AND number = $2",
                "UPDATE stem SET contributions = contributions - 1 WHERE id = $1 AND $2 > 0",
                "DELETE FROM stem WHERE id = $1 AND contributions = 0 AND $2 > 0",
            ] {
                sql!(self, conn => sqlx::query(statement)
                    .bind(stem)
                    .bind(i64::from(number.get()))
                    .execute(conn)
                    .await
                    .map(drop))?;
            }
        }
        Ok(())
    }

    async fn count_words(&mut self, congress: CongressId, words: i64) -> Result<()> {
        sql!(self, conn => sqlx::query("UPDATE congress SET words = words + $2 WHERE id = $1")
            .bind(Uuid::from(congress))
            .bind(words)
            .execute(conn)
            .await
            .map(drop))?;
        Ok(())
    }
}
