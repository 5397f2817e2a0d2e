//! One numbered run over a congress, and the first draft of its motion: stored whole, or not at all.

use std::future::{Future, pending};
use std::time::Instant;

use analysis::{AnalysisError, Outcome, ParamGuard, ParameterError, Parameters, ThemeCount, ValidParameters};
use domain::analysis::{Place, Recipe};
use domain::congress::Congress;
use domain::id::{AnalysisId, Entropy};
use domain::time::Clock;
use storage::{Storage, StorageError};

use crate::words;

mod again;
mod compute;
mod corpus;
mod draft;
mod progress;
mod result;

use compute::{Input, compute, note};
use result::{Run, analysis_of};

pub use again::{Verdict, again};
pub use corpus::corpus_hash;
pub use progress::{Progress, Told};

/// The engine of this program, as recipes name it.
pub fn engine() -> String {
    format!("analysis {}", analysis::VERSION)
}

/// What is asked of a run.
#[derive(Clone, Debug)]
pub struct RunOrder {
    /// The engine's parameters.
    pub parameters: ValidParameters,
    /// The seed of its random numbers.
    pub seed: u64,
    /// Starts from nothing: names, hues and places of the run before aren't kept.
    pub fresh: bool,
}

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
    /// There is no such run, or it has no result.
    #[error("l’analyse n° {0} n’existe pas, ou n’a pas de résultat")]
    NoResult(u32),
    /// The contributions aren't those that the run has read.
    #[error(
        "le corpus n’est plus celui que l’analyse n° {0} a lu : des contributions ont été ajoutées ou changées depuis ; son résultat reste enregistré tel quel, et une nouvelle analyse (pleniere analyse --congress ADRESSE) lira le corpus d’aujourd’hui"
    )]
    CorpusChanged(u32),
    /// The stored parameters aren't of this engine.
    #[error(
        "les paramètres de l’analyse n° {0} sont d’une autre version du moteur : elle ne peut pas être refaite par celui-ci"
    )]
    OtherParameters(u32),
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

/// Analyses a congress, from the run that pages show unless a fresh one is asked. Pages show the result once it is stored
/// whole; a run that fails is noted as such, and the one before stays in view.
///
/// # Errors
/// When there is nothing to analyse, the engine stops, or the database fails.
pub async fn analyse(
    storage: &Storage,
    congress: &Congress,
    order: RunOrder,
    clock: &dyn Clock,
    entropy: &mut dyn Entropy,
) -> Result<Account, RunError> {
    analyse_until(pending(), storage, congress, order, clock, entropy, &mut |_| ()).await
}

/// The same, its steps `told` as they begin, and ended without a result when `stop` comes while themes are looked for;
/// storing them is finished.
///
/// # Errors
/// As [`analyse`], and [`RunError::Stopped`].
pub async fn analyse_until(
    stop: impl Future<Output = ()>,
    storage: &Storage,
    congress: &Congress,
    order: RunOrder,
    clock: &dyn Clock,
    entropy: &mut dyn Entropy,
    told: &mut Told<'_>,
) -> Result<Account, RunError> {
    // On the heap: what is computed and stored on the way is more than a stack should hold for each caller.
    Box::pin(async move {
        let start = Instant::now();
        let input = input(storage, congress, order).await?;
        let recipe = recipe(&input);
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
            computed = compute(storage, Some(id), input, told) => computed,
        };
        let result = match computed {
            Ok((input, outcome)) => store(storage, run, &input, &outcome, clock, entropy, told)
                .await
                .map(|()| account(number, input.contributions.len(), &outcome, start)),
            Err(error) => Err(error),
        };
        if let Err(error) = &result {
            let mut work = storage.write().await?;
            work.fail_analysis(id, &error.to_string(), clock.now()).await?;
            work.save().await?;
        }
        result
    })
    .await
}

/// What the run reads, all of it as it was at one moment.
async fn input(storage: &Storage, congress: &Congress, order: RunOrder) -> Result<Input, RunError> {
    let mut reading = storage.read().await?;
    let contributions = reading.contributions(congress.id).await?;
    if contributions.is_empty() {
        return Err(RunError::NoContribution);
    }
    let previous = match reading.run_shown(congress.id).await? {
        Some((_, number)) if !order.fresh => reading.analysis(congress.id, number).await?,
        _ => None,
    };
    Ok(Input { contributions, previous, parameters: order.parameters, seed: order.seed })
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

/// What the run is made from: the same again gives the same result.
fn recipe(input: &Input) -> Recipe {
    Recipe {
        corpus: corpus_hash(&input.contributions),
        seed: input.seed,
        parameters: serde_json::to_string(&input.parameters).unwrap_or_default(),
        engine: engine(),
        predecessor: input.previous.as_ref().map(|run| run.id),
    }
}

async fn store(
    storage: &Storage,
    run: Run,
    input: &Input,
    outcome: &Outcome,
    clock: &dyn Clock,
    entropy: &mut dyn Entropy,
    told: &mut Told<'_>,
) -> Result<(), RunError> {
    note(storage, Some(run.id), Progress::STORING, told).await?;
    let analysis = analysis_of(run, input, outcome, clock.now(), entropy);
    let mut work = storage.write().await?;
    let analysis = work.finish_analysis(analysis).await?;
    let motion = draft::motion(&analysis, &input.contributions, outcome, clock.now(), entropy);
    work.save_motion(&motion).await?;
    work.save().await?;
    Ok(storage.take_stock().await?)
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
