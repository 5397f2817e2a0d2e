//! Runs as lines: what each was made from, and how it stands.

use domain::analysis::{Choice, Recipe};
use domain::id::{AnalysisId, CongressId};
use domain::reading::{RunLine, RunState};
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use std::collections::BTreeMap;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::work::{Reading, sql};

/// Columns of [`RunRow`], of the table called `a`.
const RUNS: &str = "SELECT a.id, a.number, a.corpus, a.seed, a.parameters, a.engine, a.predecessor_id,
        (SELECT p.number FROM analysis p WHERE p.id = a.predecessor_id) AS predecessor,
        a.state, a.started_at, a.ended_at, a.failure, a.step, a.steps,
        a.contributions, a.in_themes, a.weak, a.unplaced, a.chosen, a.confidence, a.agreement
 FROM analysis a WHERE a.congress_id = $1 AND ($2 = 0 OR a.number = $2) ORDER BY a.number DESC";

#[derive(FromRow)]
struct RunRow {
    id: Uuid,
    number: i64,
    #[sqlx(flatten)]
    recipe: RecipeRow,
    predecessor: Option<i64>,
    state: String,
    started_at: i64,
    ended_at: Option<i64>,
    failure: Option<String>,
    step: i64,
    steps: i64,
    contributions: i64,
    in_themes: i64,
    weak: i64,
    unplaced: i64,
    #[sqlx(flatten)]
    choice: ChoiceRow,
}

#[derive(FromRow)]
struct RecipeRow {
    corpus: String,
    seed: i64,
    parameters: String,
    engine: String,
    predecessor_id: Option<Uuid>,
}

#[derive(FromRow)]
struct ChoiceRow {
    chosen: Option<i64>,
    confidence: Option<String>,
    agreement: Option<f64>,
}

#[derive(FromRow)]
struct ComparedRow {
    analysis_id: Uuid,
    themes: i64,
    score: f64,
}

impl Reading {
    /// Every run of a congress, the latest first.
    pub async fn runs(&mut self, congress: CongressId) -> Result<Vec<RunLine>> {
        Ok(self.runs_with_ids(congress, None).await?.into_iter().map(|(_, line)| line).collect())
    }

    /// The run of that number with its id. None without such a one.
    pub async fn run(&mut self, congress: CongressId, number: u32) -> Result<Option<(AnalysisId, RunLine)>> {
        Ok(self.runs_with_ids(congress, Some(number)).await?.pop())
    }

    async fn runs_with_ids(
        &mut self,
        congress: CongressId,
        number: Option<u32>,
    ) -> Result<Vec<(AnalysisId, RunLine)>> {
        let rows: Vec<RunRow> = sql!(self, conn => sqlx::query_as(RUNS)
            .bind(Uuid::from(congress))
            .bind(number.map_or(0, i64::from))
            .fetch_all(conn)
            .await)?;
        let mut compared = self.compared(congress).await?;
        rows.into_iter()
            .map(|row| {
                let id = row.id;
                Ok((id.into(), row.parse(compared.remove(&id).unwrap_or_default())?))
            })
            .collect()
    }

    /// The counts that each run of a congress compared, in its order.
    async fn compared(&mut self, congress: CongressId) -> Result<BTreeMap<Uuid, Vec<(u32, f64)>>> {
        let rows: Vec<ComparedRow> = sql!(self, conn => sqlx::query_as(
            "SELECT k.analysis_id, k.themes, k.score
             FROM analysis a JOIN compared_count k ON k.analysis_id = a.id
             WHERE a.congress_id = $1 ORDER BY k.analysis_id, k.rank",
        )
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        let mut compared: BTreeMap<Uuid, Vec<(u32, f64)>> = BTreeMap::new();
        for row in rows {
            let themes = At::new("compared_count", &row.analysis_id).number("themes", row.themes)?;
            compared.entry(row.analysis_id).or_default().push((themes, row.score));
        }
        Ok(compared)
    }
}

impl RunRow {
    fn parse(self, compared: Vec<(u32, f64)>) -> Result<RunLine> {
        let at = At::new("analysis", &self.id);
        let ended_at = self.ended_at.map(Timestamp::from_micros);
        let state = match self.state.as_str() {
            "en-cours" => RunState::Running {
                step: at.number("step", self.step)?,
                steps: at.number("steps", self.steps)?,
            },
            "finie" => RunState::Finished {
                at: at.some("ended_at", ended_at)?,
                contributions: at.number("contributions", self.contributions)?,
                choice: self.choice.parse(at, compared)?,
                in_themes: at.number("in_themes", self.in_themes)?,
                weak: at.number("weak", self.weak)?,
                unplaced: at.number("unplaced", self.unplaced)?,
            },
            "echouee" => RunState::Failed {
                at: at.some("ended_at", ended_at)?,
                why: at.some("failure", self.failure)?,
            },
            _ => return Err(at.corrupt("state")),
        };
        Ok(RunLine {
            number: at.number("number", self.number)?,
            predecessor: self.predecessor.map(|number| at.number("predecessor_id", number)).transpose()?,
            started_at: Timestamp::from_micros(self.started_at),
            recipe: self.recipe.parse(),
            state,
        })
    }
}

impl RecipeRow {
    fn parse(self) -> Recipe {
        Recipe {
            corpus: self.corpus,
            seed: self.seed.cast_unsigned(),
            parameters: self.parameters,
            engine: self.engine,
            predecessor: self.predecessor_id.map(AnalysisId::from),
        }
    }
}

impl ChoiceRow {
    fn parse(self, at: At<'_>, compared: Vec<(u32, f64)>) -> Result<Option<Choice>> {
        let Some(chosen) = self.chosen else { return Ok(None) };
        Ok(Some(Choice {
            themes: at.number("chosen", chosen)?,
            confidence: at.parse("confidence", &at.some("confidence", self.confidence)?)?,
            agreement: at.some("agreement", self.agreement)?,
            compared,
        }))
    }
}
