//! The engine at work on a thread of its own, and its steps noted as they begin.

use analysis::{Outcome, Previous, PreviousTheme, PreviousVerbatim, Stage, ValidParameters};
use domain::analysis::{Analysis, Place};
use domain::contribution::Contribution;
use domain::id::{AnalysisId, ContributionId, ThemeId};
use std::collections::BTreeMap;
use storage::{Storage, StorageError};
use tokio::sync::mpsc;

use super::corpus::{author, items};
use super::{Progress, RunError, Told};

/// What a run is made from, in the engine's terms.
pub(super) struct Input {
    pub(super) contributions: Vec<Contribution>,
    pub(super) previous: Option<Analysis>,
    pub(super) parameters: ValidParameters,
    pub(super) seed: u64,
}

/// The engine's result, and the input back. `run` is the stored run whose progress is noted, if there is one.
pub(super) async fn compute(
    storage: &Storage,
    run: Option<AnalysisId>,
    input: Input,
    told: &mut Told<'_>,
) -> Result<(Input, Outcome), RunError> {
    let (begins, mut begun) = mpsc::unbounded_channel();
    let mut work = tokio::task::spawn_blocking(move || {
        // Nobody listens any more: whoever asked has gone, and so will the process.
        let outcome = find(&input, &mut |stage| {
            let _ = begins.send(stage);
        })?;
        Ok((input, outcome))
    });
    loop {
        tokio::select! {
            biased;
            Some(stage) = begun.recv() => note(storage, run, Progress::of(stage), told).await?,
            done = &mut work => return done?,
        }
    }
}

/// Tells that a step begins, here and to those who look at the stored run.
pub(super) async fn note(
    storage: &Storage,
    run: Option<AnalysisId>,
    progress: Progress,
    told: &mut Told<'_>,
) -> Result<(), StorageError> {
    told(progress);
    if let Some(run) = run {
        let mut work = storage.write().await?;
        work.progress(run, progress.step, progress.steps).await?;
        work.save().await?;
    }
    Ok(())
}

fn find(input: &Input, begins: &mut dyn FnMut(Stage)) -> Result<Outcome, RunError> {
    let authors: Vec<Option<String>> = input.contributions.iter().map(author).collect();
    let items = items(&input.contributions, &authors);
    let previous = input.previous.as_ref().map(|run| previous(run, &input.contributions));
    let mut observer = |stage: Stage| begins(stage);
    Ok(analysis::analyse(&items, previous.as_ref(), &input.parameters, input.seed, &mut observer)?)
}

/// The run before, seen from the contributions of this one.
fn previous(run: &Analysis, contributions: &[Contribution]) -> Previous {
    let places: BTreeMap<ContributionId, usize> =
        contributions.iter().enumerate().map(|(i, contribution)| (contribution.id, i)).collect();
    let themes: BTreeMap<ThemeId, usize> =
        run.themes.iter().enumerate().map(|(i, theme)| (theme.id, i)).collect();
    let verbatims = run.placements.iter().filter_map(|placement| {
        let verbatim = &placement.verbatim;
        // Of a text that its author changed since, no span is one of this corpus.
        let item = *places.get(&verbatim.contribution)?;
        (contributions[item].version == verbatim.version).then(|| PreviousVerbatim {
            item,
            span: verbatim.span.clone(),
            theme: Place::theme(placement.place).and_then(|id| themes.get(&id).copied()),
            point: placement.point,
        })
    });
    let theme =
        |theme: &domain::analysis::Theme| PreviousTheme { label: theme.label.clone(), hue: theme.hue };
    Previous { verbatims: verbatims.collect(), themes: run.themes.iter().map(theme).collect() }
}
