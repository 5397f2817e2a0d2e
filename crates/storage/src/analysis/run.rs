//! The lifecycle of a run: under way, then finished or failed, once.

use domain::analysis::Recipe;
use domain::id::{AnalysisId, CongressId};
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::error::{Result, StorageError};
use crate::work::{Reading, Work, sql};

/// One numbered run, however it went.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Its id.
    pub id: AnalysisId,
    /// Its number in the congress, from 1.
    pub number: u32,
    /// What it is made from.
    pub recipe: Recipe,
    /// When it began.
    pub started_at: Timestamp,
    /// Where it is.
    pub state: RunState,
}

/// Where a run is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RunState {
    /// Under way, or its process died: [`Storage::abandon_runs`](crate::Storage::abandon_runs) tells them apart.
    Running,
    /// Finished; the last one is what pages show.
    Finished {
        /// When.
        at: Timestamp,
    },
    /// It ended without a result.
    Failed {
        /// When.
        at: Timestamp,
        /// Why, for whoever looks after the machine.
        reason: String,
    },
}

#[derive(FromRow)]
struct RunRow {
    id: Uuid,
    number: i64,
    corpus: String,
    seed: i64,
    parameters: String,
    engine: String,
    state: String,
    started_at: i64,
    ended_at: Option<i64>,
    failure: Option<String>,
}

impl Work {
    /// Gives a run the congress' next number. No page shows it before [`Work::finish_analysis`].
    pub async fn start_analysis(
        &mut self,
        congress: CongressId,
        id: AnalysisId,
        recipe: &Recipe,
        at: Timestamp,
    ) -> Result<u32> {
        let number = self.next_analysis_number(congress).await?;
        sql!(self, conn => sqlx::query(
            "INSERT INTO analysis (id, congress_id, number, corpus, seed, parameters, engine, started_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(Uuid::from(id))
        .bind(Uuid::from(congress))
        .bind(number)
        .bind(&recipe.corpus)
        .bind(recipe.seed.cast_signed())
        .bind(&recipe.parameters)
        .bind(&recipe.engine)
        .bind(at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        At::new("congress", &congress).number("analyses", number)
    }

    async fn next_analysis_number(&mut self, congress: CongressId) -> Result<i64> {
        let number = sql!(self, conn => sqlx::query_scalar(
            "UPDATE congress SET analyses = analyses + 1 WHERE id = $1 RETURNING analyses",
        )
        .bind(Uuid::from(congress))
        .fetch_optional(conn)
        .await)?;
        number.ok_or(StorageError::Missing("congress"))
    }

    /// Notes that a run ended without a result. [`StorageError::RunEnded`] when it isn't under way.
    pub async fn fail_analysis(&mut self, id: AnalysisId, reason: &str, at: Timestamp) -> Result<()> {
        let failed: Option<i64> = sql!(self, conn => sqlx::query_scalar(
            "UPDATE analysis SET state = 'echouee', ended_at = $2, failure = $3
             WHERE id = $1 AND state = 'en-cours' RETURNING number",
        )
        .bind(Uuid::from(id))
        .bind(at.micros())
        .bind(reason)
        .fetch_optional(conn)
        .await)?;
        failed.map(drop).ok_or(StorageError::RunEnded)
    }
}

impl Reading {
    /// Every run of a congress by number.
    pub async fn runs(&mut self, congress: CongressId) -> Result<Vec<Run>> {
        let rows: Vec<RunRow> = sql!(self, conn => sqlx::query_as(
            "SELECT id, number, corpus, seed, parameters, engine, state, started_at, ended_at, failure
             FROM analysis WHERE congress_id = $1 ORDER BY number",
        )
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(RunRow::parse).collect()
    }
}

impl RunRow {
    fn parse(self) -> Result<Run> {
        let at = At::new("analysis", &self.id);
        let ended_at = self.ended_at.map(Timestamp::from_micros);
        let state = match self.state.as_str() {
            "en-cours" => RunState::Running,
            "finie" => RunState::Finished { at: at.some("ended_at", ended_at)? },
            "echouee" => RunState::Failed {
                at: at.some("ended_at", ended_at)?,
                reason: at.some("failure", self.failure)?,
            },
            _ => return Err(at.corrupt("state")),
        };
        Ok(Run {
            id: self.id.into(),
            number: at.number("number", self.number)?,
            started_at: Timestamp::from_micros(self.started_at),
            state,
            recipe: Recipe {
                corpus: self.corpus,
                seed: self.seed.cast_unsigned(),
                parameters: self.parameters,
                engine: self.engine,
            },
        })
    }
}
