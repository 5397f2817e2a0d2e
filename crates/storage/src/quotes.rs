//! Quotes asked by verbatim.

use domain::contribution::ContributionNumber;
use domain::id::{AnalysisId, CongressId, VerbatimId};
use domain::reading::{NeighbourLine, Quote};
use sqlx_macros::FromRow;
use std::collections::BTreeMap;
use uuid::Uuid;

use crate::error::Result;
use crate::quote::{QuoteRow, quote_columns, quote_tables};
use crate::work::{Reading, sql};

#[derive(FromRow)]
struct NearRow {
    of_id: Uuid,
    closeness: f64,
    twin: bool,
    #[sqlx(flatten)]
    quote: QuoteRow,
}

impl Reading {
    /// The verbatims of those ranks in their contributions, in the run shown and in the order asked; those that it doesn't
    /// hold are left out.
    pub async fn verbatim_quotes(
        &mut self,
        congress: CongressId,
        asked: &[(ContributionNumber, u32)],
    ) -> Result<Vec<Quote>> {
        let Some(shown) = self.shown(congress).await? else { return Ok(Vec::new()) };
        let mut quotes = Vec::with_capacity(asked.len());
        for (number, ordinal) in asked {
            let row: Option<QuoteRow> = sql!(self, conn => sqlx::query_as(concat!(
                "SELECT ", quote_columns!("v"), " FROM ", quote_tables!(),
                "WHERE p.analysis_id = $1 AND c.congress_id = $2 AND c.number = $3 AND p.ordinal = $4",
            ))
            .bind(Uuid::from(shown.id))
            .bind(Uuid::from(congress))
            .bind(i64::from(number.get()))
            .bind(i64::from(*ordinal))
            .fetch_optional(conn)
            .await)?;
            quotes.extend(row.map(QuoteRow::parse).transpose()?);
        }
        Ok(quotes)
    }

    /// The neighbours of the verbatims of a contribution, the closest first.
    pub(crate) async fn neighbours_in(
        &mut self,
        run: AnalysisId,
        contribution: Uuid,
    ) -> Result<BTreeMap<VerbatimId, Vec<NeighbourLine>>> {
        let rows: Vec<NearRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT n.verbatim_id AS of_id, n.closeness, n.twin, ", quote_columns!("v"),
            " FROM verbatim o
              JOIN neighbour n ON n.analysis_id = $1 AND n.verbatim_id = o.id
              JOIN placement p ON p.analysis_id = $1 AND p.verbatim_id = n.neighbour_id
              JOIN verbatim v ON v.id = n.neighbour_id
              JOIN contribution c ON c.id = v.contribution_id
              LEFT JOIN theme t ON t.analysis_id = p.analysis_id AND t.rank = p.theme_rank
              WHERE o.contribution_id = $2 ORDER BY n.verbatim_id, n.rank",
        ))
        .bind(Uuid::from(run))
        .bind(contribution)
        .fetch_all(conn)
        .await)?;
        let mut neighbours: BTreeMap<VerbatimId, Vec<NeighbourLine>> = BTreeMap::new();
        for row in rows {
            let line = NeighbourLine { closeness: row.closeness, twin: row.twin, quote: row.quote.parse()? };
            neighbours.entry(row.of_id.into()).or_default().push(line);
        }
        Ok(neighbours)
    }

    /// The quote of each verbatim in a run, in the order asked; those that the run doesn't hold are left out.
    pub(crate) async fn quotes(&mut self, run: AnalysisId, verbatims: &[VerbatimId]) -> Result<Vec<Quote>> {
        let mut quotes = Vec::with_capacity(verbatims.len());
        for verbatim in verbatims {
            let row: Option<QuoteRow> = sql!(self, conn => sqlx::query_as(concat!(
                "SELECT ", quote_columns!("v"), " FROM ", quote_tables!(),
                "WHERE p.analysis_id = $1 AND p.verbatim_id = $2",
            ))
            .bind(Uuid::from(run))
            .bind(Uuid::from(*verbatim))
            .fetch_optional(conn)
            .await)?;
            quotes.extend(row.map(QuoteRow::parse).transpose()?);
        }
        Ok(quotes)
    }

    /// The verbatims that a text no run has read stands nearest to, as lines; whether they are twins is for the caller to say.
    pub async fn nearest_lines(
        &mut self,
        run: AnalysisId,
        nearest: &[(VerbatimId, f64)],
    ) -> Result<Vec<NeighbourLine>> {
        let ids: Vec<VerbatimId> = nearest.iter().map(|(id, _)| *id).collect();
        let quotes = self.quotes(run, &ids).await?;
        let closeness: BTreeMap<VerbatimId, f64> = nearest.iter().copied().collect();
        Ok(quotes
            .into_iter()
            .map(|quote| NeighbourLine { closeness: closeness[&quote.verbatim], quote, twin: false })
            .collect())
    }
}
