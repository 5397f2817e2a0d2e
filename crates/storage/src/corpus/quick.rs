//! Search as you type, and how many contributions there are to search.

use domain::id::CongressId;
use domain::reading::{Card, CorpusQuery};
use uuid::Uuid;

use crate::cell::At;
use crate::error::{Result, StorageError};
use crate::search::Search;
use crate::work::{Reading, sql};

impl Reading {
    /// The `limit` best answers to words that are being typed: the last stem, if the corpus doesn't know it, is taken
    /// for the beginning of one. Without a stem there is no answer.
    pub async fn quick_search(
        &mut self,
        congress: CongressId,
        stems: &[String],
        limit: u32,
    ) -> Result<Vec<Card>> {
        let mut stems = stems.to_vec();
        if let Some(last) = stems.last_mut() {
            *last = self.complete(congress, last).await?;
        }
        let Some(search) = self.weigh(congress, &stems).await? else { return Ok(Vec::new()) };
        let run = self.shown(congress).await?.map(|shown| shown.id);
        let all = CorpusQuery::default();
        let cards = self.cards(congress, run, &all, Some(&search), (1, limit)).await?;
        if !cards.is_empty() {
            return Ok(cards);
        }
        self.cards(congress, run, &all, Some(&Search::any(search)), (1, limit)).await
    }

    /// Contributions of a congress.
    pub(crate) async fn corpus_size(&mut self, congress: CongressId) -> Result<u32> {
        let size: Option<i64> = sql!(self, conn => sqlx::query_scalar(
            "SELECT contributions FROM congress WHERE id = $1",
        )
        .bind(Uuid::from(congress))
        .fetch_optional(conn)
        .await)?;
        At::new("congress", &congress).number("contributions", size.ok_or(StorageError::Missing("congress"))?)
    }
}
