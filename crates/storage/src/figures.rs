//! The run that pages show, and the figures of a congress.

use domain::contribution::State;
use domain::id::{AnalysisId, CongressId};
use domain::reading::{Figures, RunTag, Withheld};
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::error::{Result, StorageError};
use crate::work::{Reading, sql};

/// The last finished run with its figures.
pub(crate) struct Shown {
    pub(crate) id: AnalysisId,
    pub(crate) tag: RunTag,
    in_themes: u32,
    weak: u32,
    unplaced: u32,
}

#[derive(FromRow)]
struct ShownRow {
    id: Uuid,
    number: i64,
    ended_at: Option<i64>,
    behind: i64,
    in_themes: i64,
    weak: i64,
    unplaced: i64,
}

#[derive(FromRow)]
struct CongressFigures {
    contributions: i64,
    signatories: i64,
    departements: i64,
}

impl Reading {
    /// The run that pages show. Behind it are the contributions that it doesn't place, but for those among them whose words
    /// aren't shown.
    pub(crate) async fn shown(&mut self, congress: CongressId) -> Result<Option<Shown>> {
        let row: Option<ShownRow> = sql!(self, conn => sqlx::query_as(
            "SELECT a.id, a.number, a.ended_at,
                    c.contributions - a.contributions
                    - (SELECT COUNT(*) FROM contribution w WHERE w.congress_id = c.id AND w.state <> 'publiee'
                       AND NOT EXISTS (SELECT 1 FROM contribution_place p
                                       WHERE p.analysis_id = a.id AND p.contribution_id = w.id)) AS behind,
                    a.in_themes, a.weak, a.unplaced
             FROM analysis a JOIN congress c ON c.id = a.congress_id
             WHERE a.congress_id = $1 AND a.state = 'finie' ORDER BY a.number DESC LIMIT 1",
        )
        .bind(Uuid::from(congress))
        .fetch_optional(conn)
        .await)?;
        row.map(ShownRow::parse).transpose()
    }

    /// The run that pages show, and the figures beside it; none without a run.
    pub async fn run_figures(&mut self, congress: CongressId) -> Result<Option<(RunTag, Figures)>> {
        let Some(shown) = self.shown(congress).await? else { return Ok(None) };
        let figures = self.figures(congress, Some(&shown)).await?;
        Ok(Some((shown.tag, figures)))
    }

    /// The figures of a congress, with those of the run shown.
    pub(crate) async fn figures(&mut self, congress: CongressId, shown: Option<&Shown>) -> Result<Figures> {
        let row: Option<CongressFigures> = sql!(self, conn => sqlx::query_as(
            "SELECT c.contributions,
                    (SELECT COUNT(DISTINCT signatory) FROM contribution WHERE congress_id = c.id) AS signatories,
                    (SELECT COUNT(DISTINCT territory_departement)
                         FROM contribution WHERE congress_id = c.id) AS departements
             FROM congress c WHERE c.id = $1",
        )
        .bind(Uuid::from(congress))
        .fetch_optional(conn)
        .await)?;
        let row = row.ok_or(StorageError::Missing("congress"))?;
        let withheld = self.withheld(congress).await?;
        let at = At::new("congress", &congress);
        let (in_themes, weak, unplaced) = shown.map_or((0, 0, 0), |s| (s.in_themes, s.weak, s.unplaced));
        Ok(Figures {
            contributions: at.number("contributions", row.contributions)?,
            withheld,
            signatories: at.number("contributions", row.signatories)?,
            departements: at.number("contributions", row.departements)?,
            verbatims: in_themes + weak + unplaced,
            in_themes,
            weak,
            unplaced,
        })
    }
}

impl Reading {
    /// Contributions whose words aren't shown, by state.
    pub async fn withheld(&mut self, congress: CongressId) -> Result<Withheld> {
        let rows: Vec<(String, i64)> = sql!(self, conn => sqlx::query_as(
            "SELECT state, COUNT(*) FROM contribution
             WHERE congress_id = $1 AND state <> 'publiee' GROUP BY state",
        )
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        let (mut withheld, at) = (Withheld::default(), At::new("contribution", &congress));
        for (state, count) in rows {
            let count = at.number("state", count)?;
            match at.parse("state", &state)? {
                State::Published => {}
                State::Waiting => withheld.waiting = count,
                State::Hidden => withheld.hidden = count,
                State::Withdrawn => withheld.withdrawn = count,
                State::Erased => withheld.erased = count,
            }
        }
        Ok(withheld)
    }
}

impl ShownRow {
    fn parse(self) -> Result<Shown> {
        let at = At::new("analysis", &self.id);
        Ok(Shown {
            id: self.id.into(),
            tag: RunTag {
                number: at.number("number", self.number)?,
                finished_at: Timestamp::from_micros(at.some("ended_at", self.ended_at)?),
                behind: at.number("contributions", self.behind)?,
            },
            in_themes: at.number("in_themes", self.in_themes)?,
            weak: at.number("weak", self.weak)?,
            unplaced: at.number("unplaced", self.unplaced)?,
        })
    }
}
