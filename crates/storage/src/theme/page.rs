//! The page of one theme.

use domain::contribution::Kind;
use domain::id::{AnalysisId, CongressId};
use domain::member::College;
use domain::reading::{Facet, QuotePage, ThemePage, ThemeTag};
use sqlx_macros::FromRow;
use std::collections::BTreeMap;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::quote::{QuoteRow, offset, page_of, quote_columns, quote_page, quote_tables};
use crate::work::{Reading, sql};

/// Typical verbatims shown.
const TYPICAL: i64 = 8;

/// Verbatims of a theme that share kind, college and département.
#[derive(FromRow)]
struct GroupRow {
    kind: String,
    college: String,
    departement: Option<String>,
    verbatims: i64,
}

#[derive(Default)]
struct Counts {
    kinds: BTreeMap<Kind, u32>,
    colleges: BTreeMap<College, u32>,
    departements: BTreeMap<String, u32>,
}

impl Reading {
    /// The theme of that rank in the run shown, and a page of its verbatims. None without such a theme.
    pub async fn theme_page(
        &mut self,
        congress: CongressId,
        rank: u32,
        page: u32,
    ) -> Result<Option<ThemePage>> {
        let Some(shown) = self.shown(congress).await? else { return Ok(None) };
        let lines = self.theme_lines_with(shown.id, i64::MAX).await?;
        let tag_at = |wanted: Option<u32>| -> Option<ThemeTag> {
            lines.iter().find(|line| Some(line.tag.rank) == wanted).map(|line| line.tag.clone())
        };
        let (previous, next) = (tag_at(rank.checked_sub(1)), tag_at(rank.checked_add(1)));
        let Some(line) = lines.into_iter().find(|line| line.tag.rank == rank) else { return Ok(None) };
        let counts = self.theme_counts(shown.id, rank).await?;
        let (says, divides) = self.theme_voices(shown.id, rank).await?;
        Ok(Some(ThemePage {
            says,
            divides,
            path: self.paths(shown.id).await?.remove(&rank).unwrap_or_default(),
            areas: self.theme_areas(congress, shown.id, rank).await?,
            typical: self.typical(shown.id, TYPICAL).await?.remove(&rank).unwrap_or_default(),
            kinds: facets(Kind::ALL, &counts.kinds, Kind::code),
            colleges: facets(College::ALL, &counts.colleges, College::code),
            departements: most_first(counts.departements),
            verbatims: self.theme_verbatims(shown.id, rank, page, line.verbatims).await?,
            objectives: self.objectives_of_theme(shown.id, rank).await?,
            run: shown.tag,
            line,
            previous,
            next,
        }))
    }

    async fn theme_verbatims(
        &mut self,
        run: AnalysisId,
        rank: u32,
        page: u32,
        total: u32,
    ) -> Result<QuotePage> {
        let (page, _) = page_of(page, total, QuotePage::SIZE);
        let rows: Vec<QuoteRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT ", quote_columns!("v"), " FROM ", quote_tables!(),
            "WHERE p.analysis_id = $1 AND p.place = 'theme' AND p.theme_rank = $2
             ORDER BY p.typicality DESC, c.number, p.ordinal LIMIT $3 OFFSET $4",
        ))
        .bind(Uuid::from(run))
        .bind(i64::from(rank))
        .bind(i64::from(QuotePage::SIZE))
        .bind(offset(page, QuotePage::SIZE))
        .fetch_all(conn)
        .await)?;
        quote_page(page, total, rows)
    }

    async fn theme_counts(&mut self, run: AnalysisId, rank: u32) -> Result<Counts> {
        let rows: Vec<GroupRow> = sql!(self, conn => sqlx::query_as(
            "SELECT p.kind, c.college, c.territory_departement AS departement, COUNT(*) AS verbatims
             FROM placement p
             JOIN verbatim v ON v.id = p.verbatim_id
             JOIN contribution c ON c.id = v.contribution_id
             WHERE p.analysis_id = $1 AND p.place = 'theme' AND p.theme_rank = $2
             GROUP BY p.kind, c.college, c.territory_departement",
        )
        .bind(Uuid::from(run))
        .bind(i64::from(rank))
        .fetch_all(conn)
        .await)?;
        let mut counts = Counts::default();
        for row in rows {
            counts.add(row, run)?;
        }
        Ok(counts)
    }
}

impl Counts {
    fn add(&mut self, row: GroupRow, run: AnalysisId) -> Result<()> {
        let at = At::new("placement", &run);
        let verbatims: u32 = at.number("verbatim_id", row.verbatims)?;
        *self.kinds.entry(at.parse("kind", &row.kind)?).or_default() += verbatims;
        *self.colleges.entry(at.parse("college", &row.college)?).or_default() += verbatims;
        *self.departements.entry(row.departement.unwrap_or_default()).or_default() += verbatims;
        Ok(())
    }
}

fn facets<T: Copy + Ord>(all: &[T], counts: &BTreeMap<T, u32>, code: fn(T) -> &'static str) -> Vec<Facet<T>> {
    all.iter()
        .filter_map(|value| {
            Some(Facet { value: *value, label: code(*value).to_owned(), count: *counts.get(value)? })
        })
        .collect()
}

fn most_first(counts: BTreeMap<String, u32>) -> Vec<Facet<String>> {
    let mut facets: Vec<Facet<String>> =
        counts.into_iter().map(|(value, count)| Facet { label: value.clone(), value, count }).collect();
    facets.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
    facets
}
