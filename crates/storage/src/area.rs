//! A congress' list of enjeux: it edits it itself, and a file may lengthen it.

use domain::id::CongressId;
use std::collections::BTreeMap;
use uuid::Uuid;

use crate::congress::rank;
use crate::error::Result;
use crate::insert::insert_all;
use crate::work::{Reading, Work, sql};

impl Reading {
    /// The enjeux of a congress, in its order.
    pub async fn areas(&mut self, congress: CongressId) -> Result<Vec<String>> {
        let names: Vec<String> = sql!(self, conn => sqlx::query_scalar(
            "SELECT name FROM issue_area WHERE congress_id = $1 ORDER BY rank",
        )
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        Ok(names)
    }

    /// The rank of each enjeu by its name.
    pub(crate) async fn area_ranks(&mut self, congress: CongressId) -> Result<BTreeMap<String, i64>> {
        Ok(self.areas(congress).await?.into_iter().enumerate().map(|(i, name)| (name, rank(i))).collect())
    }
}

impl Work {
    /// Puts the enjeux that the congress doesn't know yet at the end of its list.
    pub async fn add_areas(&mut self, congress: CongressId, names: &[String]) -> Result<()> {
        let mut ranks = self.area_ranks(congress).await?;
        let mut new = Vec::new();
        for name in names {
            if !ranks.contains_key(name) {
                let rank = rank(ranks.len());
                ranks.insert(name.clone(), rank);
                new.push((rank, name));
            }
        }
        insert_all!(self, "issue_area (congress_id, rank, name)", new, (rank, name) => [
            Uuid::from(congress),
            *rank,
            name.as_str(),
        ]);
        Ok(())
    }
}
