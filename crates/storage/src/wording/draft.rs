//! Where the sentences of the draft were cut: what a motion that begins with it rests on.

use domain::id::{CongressId, VerbatimId};
use sqlx_macros::FromRow;
use std::collections::BTreeMap;
use std::ops::Range;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::work::{Reading, sql};

/// Where a sentence was cut, by the rank of its objective and its number in it.
type CutAt = ((u32, u32), (VerbatimId, Range<usize>));

#[derive(FromRow)]
struct SpanRow {
    id: Uuid,
    rank: i64,
    number: i64,
    verbatim_id: Uuid,
    start_byte: i64,
    end_byte: i64,
}

impl Reading {
    /// The span of each sentence of the draft shown, by the rank of its objective and its number in it.
    pub async fn draft_spans(
        &mut self,
        congress: CongressId,
    ) -> Result<BTreeMap<(u32, u32), (VerbatimId, Range<usize>)>> {
        let Some(motion) = self.motion_id(congress).await? else { return Ok(BTreeMap::new()) };
        let rows: Vec<SpanRow> = sql!(self, conn => sqlx::query_as(
            "SELECT s.id, o.rank, s.number, s.verbatim_id, s.start_byte, s.end_byte
             FROM objective o JOIN paragraph g ON g.objective_id = o.id JOIN sentence s ON s.paragraph_id = g.id
             WHERE o.motion_id = $1",
        )
        .bind(Uuid::from(motion))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(SpanRow::parse).collect()
    }
}

impl SpanRow {
    fn parse(self) -> Result<CutAt> {
        let at = At::new("sentence", &self.id);
        let key = (at.number("paragraph_id", self.rank)?, at.number("number", self.number)?);
        let span = at.number("start_byte", self.start_byte)?..at.number("end_byte", self.end_byte)?;
        Ok((key, (self.verbatim_id.into(), span)))
    }
}
