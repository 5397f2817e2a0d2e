//! What a theme says, what divides it, and which enjeux it is about.

use domain::analysis::Division;
use domain::contribution::Kind;
use domain::id::{AnalysisId, CongressId, VerbatimId};
use domain::reading::{Divide, Facet, Quote};
use sqlx_macros::FromRow;
use std::collections::BTreeMap;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::quote::{QuoteRow, quote_columns, quote_tables};
use crate::work::{Reading, sql};

#[derive(FromRow)]
struct AreaRow {
    rank: i64,
    name: String,
    verbatims: i64,
}

impl Reading {
    /// What the theme of that rank says, by kind, and what divides it.
    pub(crate) async fn theme_voices(
        &mut self,
        run: AnalysisId,
        rank: u32,
    ) -> Result<(Vec<(Kind, Vec<Quote>)>, Vec<Divide>)> {
        let rows: Vec<QuoteRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT ", quote_columns!("v"), " FROM ", quote_tables!(),
            "JOIN telling_verbatim y ON y.theme_id = t.id AND y.verbatim_id = v.id
             WHERE p.analysis_id = $1 AND t.rank = $2 ORDER BY y.rank",
        ))
        .bind(Uuid::from(run))
        .bind(i64::from(rank))
        .fetch_all(conn)
        .await)?;
        let mut says: BTreeMap<Kind, Vec<Quote>> = BTreeMap::new();
        for row in rows {
            let quote = row.parse()?;
            says.entry(quote.kind).or_default().push(quote);
        }
        let says = Kind::ALL.iter().filter_map(|kind| Some((*kind, says.remove(kind)?))).collect();
        Ok((says, self.divides(run).await?.remove(&rank).unwrap_or_default()))
    }

    /// What divides each theme of a run, by its rank.
    pub(crate) async fn divides(&mut self, run: AnalysisId) -> Result<BTreeMap<u32, Vec<Divide>>> {
        let found = self.divisions(run).await?;
        let named: Vec<VerbatimId> = found.values().flatten().flat_map(|of| [of.one, of.other]).collect();
        let quotes: BTreeMap<VerbatimId, Quote> =
            self.quotes(run, &named).await?.into_iter().map(|quote| (quote.verbatim, quote)).collect();
        let mut divides: BTreeMap<u32, Vec<Divide>> = BTreeMap::new();
        let quote = |id: VerbatimId| At::new("division", &id).some("one_id", quotes.get(&id).cloned());
        for (theme, found) in found {
            for Division { about, one, other } in found {
                let divide = Divide { about, one: quote(one)?, other: quote(other)? };
                divides.entry(theme).or_default().push(divide);
            }
        }
        Ok(divides)
    }

    /// Verbatims of a theme by enjeu, in the order of the congress' list, those without one last, as rank 0.
    pub(crate) async fn theme_areas(
        &mut self,
        congress: CongressId,
        run: AnalysisId,
        rank: u32,
    ) -> Result<Vec<Facet<u32>>> {
        let rows: Vec<AreaRow> = sql!(self, conn => sqlx::query_as(
            "SELECT COALESCE(i.rank, 0) AS rank, COALESCE(i.name, '') AS name, COUNT(*) AS verbatims
             FROM placement p
             JOIN verbatim v ON v.id = p.verbatim_id
             LEFT JOIN contribution_area a ON a.contribution_id = v.contribution_id
             LEFT JOIN issue_area i ON i.congress_id = $2 AND i.rank = a.area_rank
             WHERE p.analysis_id = $1 AND p.place = 'theme' AND p.theme_rank = $3
             GROUP BY i.rank, i.name ORDER BY CASE WHEN i.rank IS NULL THEN 1 ELSE 0 END, i.rank",
        )
        .bind(Uuid::from(run))
        .bind(Uuid::from(congress))
        .bind(i64::from(rank))
        .fetch_all(conn)
        .await)?;
        rows.into_iter()
            .map(|row| {
                let at = At::new("issue_area", &congress);
                Ok(Facet {
                    value: at.number("rank", row.rank)?,
                    label: row.name,
                    count: at.number("rank", row.verbatims)?,
                })
            })
            .collect()
    }
}
