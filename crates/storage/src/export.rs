//! Everything, for open data and documents.

use domain::analysis::{Place, Point};
use domain::id::{AnalysisId, CongressId};
use domain::reading::{Card, Quote, ThemeTag};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::analysis::point;
use crate::contribution::row::{CardRow, card_columns, card_tables};
use crate::error::Result;
use crate::place::PlaceCells;
use crate::quote::{Cut, QuoteRow, quote_columns, quote_tables};
use crate::work::{Reading, sql};

/// A verbatim with its exact span.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedVerbatim {
    /// Where it was cut.
    pub cut: Cut,
    /// Words, signature, kind and place.
    pub quote: Quote,
    /// Where it is on the map.
    pub point: Option<Point>,
}

#[derive(FromRow)]
struct PlacedRow {
    x: Option<f64>,
    y: Option<f64>,
    #[sqlx(flatten)]
    quote: QuoteRow,
}

impl Reading {
    /// Every contribution by number, with its kind and main place in the run shown.
    pub async fn all_cards(&mut self, congress: CongressId) -> Result<Vec<Card>> {
        let run = self.shown(congress).await?.map(|shown| shown.id);
        let rows: Vec<CardRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT ", card_columns!(), " FROM contribution c ", card_tables!(),
            "WHERE c.congress_id = $2 ORDER BY c.number",
        ))
        .bind(run.map(Uuid::from))
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(CardRow::parse).collect()
    }

    /// Every verbatim of the run shown, in the order of contributions; none before a first run.
    pub async fn all_verbatims(&mut self, congress: CongressId) -> Result<Vec<PlacedVerbatim>> {
        let Some(shown) = self.shown(congress).await? else { return Ok(Vec::new()) };
        let rows: Vec<PlacedRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT p.x, p.y, ", quote_columns!("v"), " FROM ", quote_tables!(),
            "WHERE p.analysis_id = $1 ORDER BY c.number, p.ordinal",
        ))
        .bind(Uuid::from(shown.id))
        .fetch_all(conn)
        .await)?;
        rows.into_iter()
            .map(|row| {
                let (cut, quote) = row.quote.parse_spanned()?;
                Ok(PlacedVerbatim { cut, quote, point: point(row.x, row.y) })
            })
            .collect()
    }

    /// Every verbatim of one place (the reason apart), in the order of contributions.
    pub(crate) async fn verbatims_at(
        &mut self,
        run: AnalysisId,
        place: &Place<ThemeTag>,
    ) -> Result<Vec<Quote>> {
        let cells = PlaceCells::from(place.clone().map(|tag| i64::from(tag.rank)));
        let rows: Vec<QuoteRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT ", quote_columns!("v"), " FROM ", quote_tables!(),
            "WHERE p.analysis_id = $1 AND p.place = $2 AND COALESCE(p.theme_rank, 0) = $3
             ORDER BY c.number, p.ordinal",
        ))
        .bind(Uuid::from(run))
        .bind(cells.place)
        .bind(cells.theme_rank.unwrap_or_default())
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(QuoteRow::parse).collect()
    }
}
