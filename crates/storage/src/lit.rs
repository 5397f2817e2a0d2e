//! The verbatims that words may light up.

use domain::contribution::ContributionNumber;
use domain::id::CongressId;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::quote::words_of;
use crate::search::{Search, bind_search, hits};
use crate::work::{Reading, sql};

/// A verbatim of a contribution that holds the words asked; whether it holds them itself is for the tokenizer to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldText {
    /// The contribution.
    pub number: ContributionNumber,
    /// The verbatim's rank within it, from 1.
    pub ordinal: u32,
    /// Its words.
    pub text: String,
}

#[derive(FromRow)]
struct HeldRow {
    id: Uuid,
    number: i64,
    ordinal: i64,
    start_byte: i64,
    end_byte: i64,
    body: String,
}

impl Reading {
    /// The verbatims, in the run shown, of the contributions that hold every one of `stems`, or one of them where none holds
    /// all; and the stems as they were looked for, the last being completed when the corpus doesn't know it.
    pub async fn verbatims_holding(
        &mut self,
        congress: CongressId,
        stems: &[String],
    ) -> Result<(Vec<String>, Vec<HeldText>)> {
        let mut stems = stems.to_vec();
        if let Some(last) = stems.last_mut() {
            *last = self.complete(congress, last).await?;
        }
        let Some(search) = self.weigh(congress, &stems).await? else { return Ok((stems, Vec::new())) };
        let mut held = self.held(congress, &search).await?;
        if held.is_empty() {
            held = self.held(congress, &search.any()).await?;
        }
        Ok((stems, held))
    }

    async fn held(&mut self, congress: CongressId, search: &Search) -> Result<Vec<HeldText>> {
        let Some(shown) = self.shown(congress).await? else { return Ok(Vec::new()) };
        let rows: Vec<HeldRow> = sql!(self, conn => {
            let asked = sqlx::query_as(concat!(
                hits!(),
                "SELECT v.id, c.number, p.ordinal, v.start_byte, v.end_byte, ", words_of!(), " AS body
                 FROM hit CROSS JOIN contribution c
                 JOIN verbatim v ON v.contribution_id = c.id
                 JOIN placement p ON p.analysis_id = $1 AND p.verbatim_id = v.id
                 WHERE c.congress_id = $20 AND c.number = hit.number ORDER BY c.number, p.ordinal",
            ))
            .bind(Uuid::from(shown.id));
            bind_search!(asked, search).bind(Uuid::from(congress)).fetch_all(conn).await
        })?;
        rows.into_iter()
            .map(|row| {
                let at = At::new("verbatim", &row.id);
                let span = at.span(&row.body, row.start_byte, row.end_byte)?;
                Ok(HeldText {
                    number: ContributionNumber::new(at.number("contribution_id", row.number)?),
                    ordinal: At::new("placement", &row.id).number("ordinal", row.ordinal)?,
                    text: row.body[span].to_owned(),
                })
            })
            .collect()
    }
}
