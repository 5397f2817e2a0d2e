//! The themes and the tree of a finished run, read back.

use domain::analysis::{Branch, Division, Theme, TypicalWord};
use domain::id::{AnalysisId, VerbatimId};
use sqlx_macros::FromRow;
use std::collections::BTreeMap;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::region::region_of;
use crate::work::{Reading, sql};

#[derive(FromRow)]
struct ThemeRow {
    id: Uuid,
    rank: i64,
    label: String,
    hue: i64,
    continues_id: Option<Uuid>,
    region: Option<String>,
}

#[derive(FromRow)]
struct DivisionRow {
    theme_id: Uuid,
    rank: i64,
    about: String,
    one_id: Uuid,
    other_id: Uuid,
}

#[derive(FromRow)]
struct BranchRow {
    rank: i64,
    parent: Option<i64>,
    theme_rank: Option<i64>,
    label: String,
    hue: i64,
}

/// Verbatims that themes name, by theme.
type Named = BTreeMap<Uuid, Vec<VerbatimId>>;

impl Reading {
    /// The themes of a run by rank, as it found them.
    pub(crate) async fn stored_themes(&mut self, run: AnalysisId) -> Result<Vec<Theme>> {
        let rows: Vec<ThemeRow> = sql!(self, conn => sqlx::query_as(
            "SELECT id, rank, label, hue, continues_id, region FROM theme WHERE analysis_id = $1 ORDER BY rank",
        )
        .bind(Uuid::from(run))
        .fetch_all(conn)
        .await)?;
        let mut words = self.words(run, i64::MAX).await?;
        let mut typical = self
            .named(
                run,
                "SELECT y.theme_id, y.verbatim_id FROM theme t JOIN typical_verbatim y ON y.theme_id = t.id
                         WHERE t.analysis_id = $1 ORDER BY t.rank, y.rank",
            )
            .await?;
        let mut says = self
            .named(
                run,
                "SELECT y.theme_id, y.verbatim_id FROM theme t JOIN telling_verbatim y ON y.theme_id = t.id
                         WHERE t.analysis_id = $1 ORDER BY t.rank, y.rank",
            )
            .await?;
        let mut divides = self.divisions(run).await?;
        rows.into_iter()
            .map(|row| {
                let id = row.id;
                let divides = u32::try_from(row.rank).ok().and_then(|rank| divides.remove(&rank));
                row.parse(
                    words.remove(&id).unwrap_or_default(),
                    (typical.remove(&id).unwrap_or_default(), says.remove(&id).unwrap_or_default()),
                    divides.unwrap_or_default(),
                )
            })
            .collect()
    }

    async fn named(&mut self, run: AnalysisId, query: &'static str) -> Result<Named> {
        let rows: Vec<(Uuid, Uuid)> =
            sql!(self, conn => sqlx::query_as(query).bind(Uuid::from(run)).fetch_all(conn).await)?;
        let mut named = Named::new();
        for (theme, verbatim) in rows {
            named.entry(theme).or_default().push(verbatim.into());
        }
        Ok(named)
    }

    /// What divides each theme of a run, by the theme's rank, in its order.
    pub(crate) async fn divisions(&mut self, run: AnalysisId) -> Result<BTreeMap<u32, Vec<Division>>> {
        let rows: Vec<DivisionRow> = sql!(self, conn => sqlx::query_as(
            "SELECT d.theme_id, t.rank, d.about, d.one_id, d.other_id
             FROM theme t JOIN division d ON d.theme_id = t.id WHERE t.analysis_id = $1 ORDER BY t.rank, d.rank",
        )
        .bind(Uuid::from(run))
        .fetch_all(conn)
        .await)?;
        let mut divisions: BTreeMap<u32, Vec<Division>> = BTreeMap::new();
        for row in rows {
            let rank = At::new("theme", &row.theme_id).number("rank", row.rank)?;
            let division = Division { about: row.about, one: row.one_id.into(), other: row.other_id.into() };
            divisions.entry(rank).or_default().push(division);
        }
        Ok(divisions)
    }

    /// The tree of a run, the root first.
    pub(crate) async fn tree(&mut self, run: AnalysisId) -> Result<Vec<Branch>> {
        let rows: Vec<BranchRow> = sql!(self, conn => sqlx::query_as(
            "SELECT rank, parent, theme_rank, label, hue FROM branch WHERE analysis_id = $1 ORDER BY rank",
        )
        .bind(Uuid::from(run))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(|row| row.parse(run)).collect()
    }
}

impl ThemeRow {
    fn parse(
        self,
        words: Vec<TypicalWord>,
        (typical, says): (Vec<VerbatimId>, Vec<VerbatimId>),
        divides: Vec<Division>,
    ) -> Result<Theme> {
        let at = At::new("theme", &self.id);
        Ok(Theme {
            id: self.id.into(),
            rank: at.number("rank", self.rank)?,
            hue: at.number("hue", self.hue)?,
            region: region_of(self.region.as_deref(), at)?,
            label: self.label,
            words,
            typical,
            says,
            divides,
            continues: self.continues_id.map(Into::into),
        })
    }
}

impl BranchRow {
    fn parse(self, run: AnalysisId) -> Result<Branch> {
        let row = format!("{} of {run}", self.rank);
        let at = At::new("branch", &row);
        Ok(Branch {
            parent: self.parent.map(|n| at.number("parent", n)).transpose()?,
            theme: self.theme_rank.map(|n| at.number("theme_rank", n)).transpose()?,
            label: self.label,
            hue: at.number("hue", self.hue)?,
        })
    }
}
