//! Which stem occurs in which contribution, gathered in memory and written in the order of the table.

use domain::id::CongressId;
use sqlx::AssertSqlSafe;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use uuid::Uuid;

use crate::error::{Result, StorageError};
use crate::insert::insert_all;
use crate::work::{Work, sql};

/// Stems asked for in one query.
const STEMS: usize = 200;

/// A stem in a contribution. Twelve bytes, so millions fit.
#[derive(Clone, Copy)]
struct Posting {
    number: u32,
    occurrences: u32,
    /// Stems of the whole contribution.
    words: u32,
}

/// The postings of each stem, by number.
#[derive(Default)]
pub(crate) struct Postings {
    by_stem: BTreeMap<String, Vec<Posting>>,
}

impl Postings {
    pub(crate) fn add(&mut self, number: i64, stems: &[(String, u32)]) {
        // Numbers are u32 in the domain.
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        let words = stems.iter().map(|(_, occurrences)| occurrences).sum();
        for (stem, occurrences) in stems {
            if !self.by_stem.contains_key(stem) {
                self.by_stem.insert(stem.clone(), Vec::new());
            }
            let Some(list) = self.by_stem.get_mut(stem) else { continue };
            match list.last_mut() {
                // A stem given twice is still one posting.
                Some(last) if last.number == number => last.occurrences += occurrences,
                _ => list.push(Posting { number, occurrences: *occurrences, words }),
            }
        }
    }
}

impl Work {
    pub(crate) async fn insert_postings(&mut self, congress: CongressId, postings: Postings) -> Result<()> {
        let lists: Vec<(String, Vec<Posting>)> = postings.by_stem.into_iter().collect();
        for chunk in lists.chunks(STEMS) {
            let ids = self.count_stems(congress, chunk).await?;
            let mut rows = Vec::new();
            for (stem, list) in chunk {
                let id = *ids.get(stem).ok_or(StorageError::Inconsistent("a stem was lost"))?;
                rows.extend(list.iter().map(|posting| (id, *posting)));
            }
            rows.sort_unstable_by_key(|(id, posting)| (*id, posting.number));
            insert_all!(self, "posting (stem_id, number, occurrences, words)", rows, (id, posting) => [
                *id,
                i64::from(posting.number),
                i64::from(posting.occurrences),
                i64::from(posting.words),
            ]);
        }
        Ok(())
    }

    /// Adds each stem, or to the count of its contributions, and gives their ids.
    async fn count_stems(
        &mut self,
        congress: CongressId,
        lists: &[(String, Vec<Posting>)],
    ) -> Result<BTreeMap<String, i64>> {
        let mut text = "INSERT INTO stem (congress_id, stem, contributions) VALUES ".to_owned();
        for i in 0..lists.len() {
            // Writing to a string can't fail.
            let _ = write!(text, "{}($1, ${}, ${})", if i == 0 { "" } else { ", " }, 2 * i + 2, 2 * i + 3);
        }
        text.push_str(
            " ON CONFLICT (congress_id, stem) DO UPDATE SET contributions = stem.contributions + excluded.contributions
             RETURNING stem, id",
        );
        let ids: Vec<(String, i64)> = sql!(self, conn => {
            let mut query = sqlx::query_as(AssertSqlSafe(text)).bind(Uuid::from(congress));
            for (stem, list) in lists {
                query = query.bind(stem.as_str()).bind(crate::cell::stored(list.len()));
            }
            query.fetch_all(conn).await
        })?;
        Ok(ids.into_iter().collect())
    }
}
