//! One numbered run over a congress, and the first draft of its motion: stored whole, or not at all.

use std::future::{Future, pending};
use std::time::Instant;

use analysis::{
    AnalysisError, Item, Outcome, ParamGuard, ParameterError, Parameters, Stage, ThemeCount, ValidParameters,
};
use domain::analysis::{Analysis, Place, Placement, Recipe, Theme, Verbatim};
use domain::congress::Congress;
use domain::contribution::Contribution;
use domain::id::{AnalysisId, Entropy, ThemeId, VerbatimId};
use domain::time::Clock;
use sha2::{Digest, Sha256};
use storage::{Storage, StorageError};

use super::import::hex;
use crate::words;

mod draft;

/// What a run came to.
#[derive(Clone, Debug)]
pub struct Account {
    /// Its number in the congress.
    pub number: u32,
    /// Contributions read.
    pub contributions: usize,
    /// Verbatims found in them.
    pub verbatims: usize,
    /// Each theme's label and how many verbatims it holds; empty when the corpus is too small.
    pub themes: Vec<(String, usize)>,
    /// Weak signals.
    pub weak: usize,
    /// Unplaced verbatims.
    pub unplaced: usize,
    /// From reading the texts to having stored everything.
    pub seconds: f64,
}

/// Why a run has no result.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// There is nothing to analyse.
    #[error(
        "ce congrès n’a pas de contribution : importez-en d’abord (pleniere import FICHIER --congress ADRESSE)"
    )]
    NoContribution,
    /// The engine stopped.
    #[error("{}", words::engine(.0))]
    Engine(#[from] AnalysisError),
    /// The database refused.
    #[error("{}", words::storage(.0))]
    Storage(#[from] StorageError),
    /// The task that computed was ended.
    #[error("l’analyse s’est arrêtée d’elle-même ; c’est une erreur du logiciel (détail technique : {0})")]
    Interrupted(#[from] tokio::task::JoinError),
    /// Whoever asked wants it no more.
    #[error("l’analyse a été interrompue : les pages montrent toujours la précédente")]
    Stopped,
}

/// The engine's parameters; with `k`, so many themes.
///
/// # Errors
/// When `k` is out of bounds.
pub fn parameters(k: Option<usize>) -> Result<ValidParameters, ParameterError> {
    let parameters = Parameters::default();
    match k {
        Some(k) => parameters.themes(ThemeCount::Exactly(k)).check(),
        None => parameters.check(),
    }
}

/// Analyses a congress. Pages show the result once it is stored whole; a run that fails is noted as such.
///
/// # Errors
/// When there is nothing to analyse, the engine stops, or the database fails.
pub async fn analyse(
    storage: &Storage,
    congress: &Congress,
    parameters: ValidParameters,
    seed: u64,
    clock: &dyn Clock,
    entropy: &mut dyn Entropy,
) -> Result<Account, RunError> {
    analyse_until(pending(), storage, congress, parameters, seed, clock, entropy).await
}

/// The same, ended without a result when `stop` comes while themes are looked for; storing them is finished.
///
/// # Errors
/// As [`analyse`], and [`RunError::Stopped`].
pub async fn analyse_until(
    stop: impl Future<Output = ()>,
    storage: &Storage,
    congress: &Congress,
    parameters: ValidParameters,
    seed: u64,
    clock: &dyn Clock,
    entropy: &mut dyn Entropy,
) -> Result<Account, RunError> {
    let start = Instant::now();
    let contributions = storage.read().await?.contributions(congress.id).await?;
    if contributions.is_empty() {
        return Err(RunError::NoContribution);
    }
    let recipe = recipe(&contributions, &parameters, seed);
    let id = AnalysisId::new(clock.now(), entropy);
    // Should this process die, the next start sees that nobody works on the run any more.
    let _alive = storage.hold_run(id).await?;
    let mut work = storage.write().await?;
    let number = work.start_analysis(congress.id, id, &recipe, clock.now()).await?;
    work.save().await?;
    let run = Run { id, number, recipe };
    let computed = tokio::select! {
        biased;
        () = stop => Err(RunError::Stopped),
        computed = compute(contributions, parameters, seed) => computed,
    };
    let result = match computed {
        Ok((contributions, outcome)) => store(storage, run, &contributions, &outcome, clock, entropy)
            .await
            .map(|()| (contributions.len(), outcome))
            .map_err(RunError::from),
        Err(error) => Err(error),
    };
    match result {
        Ok((contributions, outcome)) => Ok(account(number, contributions, &outcome, start)),
        Err(error) => {
            let mut work = storage.write().await?;
            work.fail_analysis(id, &error.to_string(), clock.now()).await?;
            work.save().await?;
            Err(error)
        }
    }
}

/// Notes as failed the runs whose process died, in any congress. Called when a process starts that shows or makes runs;
/// those that another process computes at this moment are left alone: see [`Storage::abandon_runs`].
///
/// # Errors
/// When the database fails.
pub async fn abandon_dead_runs(storage: &Storage, clock: &dyn Clock) -> Result<(), StorageError> {
    let reason = "le programme s’est arrêté avant la fin";
    match storage.abandon_runs(reason, clock.now()).await? {
        0 => {}
        runs => tracing::warn!(runs, "runs whose process died are noted as failed"),
    }
    Ok(())
}

/// What is known of a run before it has a result.
struct Run {
    id: AnalysisId,
    number: u32,
    recipe: Recipe,
}

async fn compute(
    contributions: Vec<Contribution>,
    parameters: ValidParameters,
    seed: u64,
) -> Result<(Vec<Contribution>, Outcome), RunError> {
    let work = move || {
        let authors: Vec<Option<String>> = contributions.iter().map(author).collect();
        let items: Vec<Item<'_>> = contributions
            .iter()
            .zip(&authors)
            .map(|(contribution, author)| Item {
                body: contribution.body.as_str(),
                author: author.as_deref(),
                kind: contribution.kind,
            })
            .collect();
        let outcome = analysis::analyse(&items, &parameters, seed, &mut |stage: Stage| {
            tracing::debug!(?stage, "analysis");
        })?;
        Ok((contributions, outcome))
    };
    tokio::task::spawn_blocking(work).await?
}

/// What tells authors apart: name and territory together.
fn author(contribution: &Contribution) -> Option<String> {
    let signature = &contribution.signature;
    let name = signature.name.as_ref()?;
    let code = signature.territory.as_ref().map_or("", |territory| territory.code.as_str());
    Some(format!("{name}\n{code}"))
}

/// What the run is made from: the same again gives the same result.
fn recipe(contributions: &[Contribution], parameters: &ValidParameters, seed: u64) -> Recipe {
    let mut hash = Sha256::new();
    for contribution in contributions {
        hash.update(contribution.number.get().to_le_bytes());
        hash.update((contribution.body.as_str().len() as u64).to_le_bytes());
        hash.update(contribution.body.as_str());
    }
    Recipe {
        corpus: hex(&hash.finalize()),
        seed,
        parameters: serde_json::to_string(parameters).unwrap_or_default(),
        engine: format!("analysis {}", analysis::VERSION),
    }
}

async fn store(
    storage: &Storage,
    run: Run,
    contributions: &[Contribution],
    outcome: &Outcome,
    clock: &dyn Clock,
    entropy: &mut dyn Entropy,
) -> Result<(), StorageError> {
    let analysis = analysis_of(run, contributions, outcome, clock, entropy);
    let mut work = storage.write().await?;
    let analysis = work.finish_analysis(analysis).await?;
    let motion = draft::motion(&analysis, contributions, outcome, clock.now(), entropy);
    work.save_motion(&motion).await?;
    work.save().await
}

fn analysis_of(
    run: Run,
    contributions: &[Contribution],
    outcome: &Outcome,
    clock: &dyn Clock,
    entropy: &mut dyn Entropy,
) -> Analysis {
    let now = clock.now();
    let theme_ids: Vec<ThemeId> = outcome.themes.iter().map(|_| ThemeId::new(now, entropy)).collect();
    let placements: Vec<Placement> = outcome
        .verbatims
        .iter()
        .map(|found| Placement {
            verbatim: Verbatim {
                id: VerbatimId::new(now, entropy),
                contribution: contributions[found.item].id,
                span: found.span.clone(),
            },
            place: found.place.map(|theme| theme_ids[theme]),
            typicality: found.typicality,
            kind: found.kind,
            kind_suggested: found.kind_suggested,
        })
        .collect();
    let themes = outcome.themes.iter().zip(1_u32..).map(|(found, rank)| Theme {
        id: theme_ids[rank as usize - 1],
        rank,
        label: found.label.clone(),
        hue: found.hue,
        words: found.words.clone(),
        typical: found.typical.iter().map(|&at| placements[at].verbatim.id).collect(),
    });
    let themes = themes.collect();
    Analysis { id: run.id, number: run.number, recipe: run.recipe, finished_at: now, themes, placements }
}

fn account(number: u32, contributions: usize, outcome: &Outcome, start: Instant) -> Account {
    let count = |wanted: fn(&Place<usize>) -> bool| {
        outcome.verbatims.iter().filter(|verbatim| wanted(&verbatim.place)).count()
    };
    Account {
        number,
        contributions,
        verbatims: outcome.verbatims.len(),
        themes: outcome.themes.iter().map(|theme| (theme.label.clone(), theme.size)).collect(),
        weak: count(|place| matches!(place, Place::Weak(_))),
        unplaced: count(|place| matches!(place, Place::Unplaced(_))),
        seconds: start.elapsed().as_secs_f64(),
    }
}
