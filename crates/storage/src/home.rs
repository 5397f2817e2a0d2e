//! The first page of a congress.

use domain::analysis::Place;
use domain::contribution::ContributionNumber;
use domain::id::{AnalysisId, CongressId};
use domain::reading::{Dot, Home};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::place::PlaceRow;
use crate::work::{Reading, sql};

/// Voices on the first page.
const VOICES: usize = 3;

#[derive(FromRow)]
struct DotRow {
    number: i64,
    #[sqlx(flatten)]
    place: PlaceRow,
}

impl Reading {
    /// The first page of a congress. Contributions that the run doesn't cover have no dot: `run.behind` counts them.
    pub async fn home(&mut self, congress: CongressId) -> Result<Home> {
        let shown = self.shown(congress).await?;
        let figures = self.figures(congress, shown.as_ref()).await?;
        let (themes, dots, has_motion) = match &shown {
            Some(shown) => (
                self.theme_lines(shown.id).await?,
                self.dots(shown.id).await?,
                self.motion_shown(shown.id).await?.is_some(),
            ),
            None => (Vec::new(), Vec::new(), false),
        };
        let voices = themes.iter().filter_map(|line| line.voice.clone()).take(VOICES).collect();
        Ok(Home { figures, run: shown.map(|shown| shown.tag), themes, dots, voices, has_motion, kept: false })
    }

    /// Every contribution in the order of the *semis*; of more than [`Home::MAX_DOTS`], the `i × n ∕ MAX_DOTS`th ones.
    async fn dots(&mut self, analysis: AnalysisId) -> Result<Vec<Dot>> {
        let rows: Vec<DotRow> = sql!(self, conn => sqlx::query_as(
            "WITH ordered AS (
                 SELECT c.number, cp.place, cp.theme_rank, cp.reason, COUNT(*) OVER () AS n,
                        ROW_NUMBER() OVER (ORDER BY
                            CASE cp.place WHEN 'theme' THEN 0 WHEN 'faible' THEN 1 ELSE 2 END,
                            cp.theme_rank, c.number) - 1 AS i
                 FROM contribution_place cp JOIN contribution c ON c.id = cp.contribution_id
                 WHERE cp.analysis_id = $1)
             SELECT o.number, o.place, o.theme_rank, o.reason, t.label AS theme_label, t.hue AS theme_hue
             FROM ordered o LEFT JOIN theme t ON t.analysis_id = $1 AND t.rank = o.theme_rank
             -- Of each stretch of n ∕ most dots, the first.
             WHERE o.n <= $2 OR o.i = 0 OR o.i * $2 / o.n > (o.i - 1) * $2 / o.n
             ORDER BY o.i",
        )
        .bind(Uuid::from(analysis))
        .bind(i64::try_from(Home::MAX_DOTS).unwrap_or(i64::MAX))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(DotRow::parse).collect()
    }
}

impl DotRow {
    fn parse(self) -> Result<Dot> {
        let row = format!("C-{:04}", self.number);
        let at = At::new("contribution_place", &row);
        let number = ContributionNumber::new(at.number("contribution_id", self.number)?);
        let place: Place<u8> = self.place.parse_some(at)?.map(|tag| tag.hue);
        Ok(Dot { number, place })
    }
}
