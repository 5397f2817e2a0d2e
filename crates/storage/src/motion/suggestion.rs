//! What « Pour … » may go on with.

use domain::id::{AnalysisId, MotionId};
use domain::motion::{Motion, Objective, Suggestion};
use domain::reading::Quote;
use sqlx_macros::FromRow;
use std::collections::BTreeMap;
use uuid::Uuid;

use crate::cell::stored;
use crate::error::Result;
use crate::insert::insert_all;
use crate::motion::save::each;
use crate::quote::{QuoteRow, quote_columns, quote_tables};
use crate::work::{Reading, Work, sql};

#[derive(FromRow)]
struct SuggestionRow {
    objective_id: Uuid,
    #[sqlx(flatten)]
    quote: QuoteRow,
}

impl Work {
    pub(super) async fn insert_suggestions(&mut self, motion: &Motion) -> Result<()> {
        let suggestions: Vec<(&Objective, i64, &Suggestion)> =
            each(motion, |objective| &objective.suggestions);
        insert_all!(
            self,
            "suggestion (objective_id, rank, verbatim_id, start_byte, end_byte)",
            suggestions,
            (objective, rank, suggestion) => [
                Uuid::from(objective.id),
                *rank,
                Uuid::from(suggestion.verbatim),
                stored(suggestion.span.start),
                stored(suggestion.span.end),
            ]
        );
        Ok(())
    }
}

impl Reading {
    /// The suggestions of each objective, in their order.
    pub(super) async fn suggestions(
        &mut self,
        run: AnalysisId,
        motion: MotionId,
    ) -> Result<BTreeMap<Uuid, Vec<Quote>>> {
        let rows: Vec<SuggestionRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT s.objective_id, ", quote_columns!("s"), " FROM ", quote_tables!(),
            "JOIN suggestion s ON s.verbatim_id = v.id
             JOIN objective o ON o.id = s.objective_id
             WHERE p.analysis_id = $1 AND o.motion_id = $2 ORDER BY o.rank, s.rank",
        ))
        .bind(Uuid::from(run))
        .bind(Uuid::from(motion))
        .fetch_all(conn)
        .await)?;
        let mut suggestions: BTreeMap<Uuid, Vec<Quote>> = BTreeMap::new();
        for row in rows {
            suggestions.entry(row.objective_id).or_default().push(row.quote.parse()?);
        }
        Ok(suggestions)
    }
}
