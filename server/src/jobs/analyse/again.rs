//! A stored run made again from its recipe, and compared with what was stored: the same, or what differs.

use analysis::ValidParameters;
use domain::analysis::Analysis;
use domain::congress::Congress;
use domain::id::{Entropy, ThemeId, VerbatimId};
use domain::time::Clock;
use serde::Serialize;
use std::collections::BTreeMap;
use storage::Storage;

use super::compute::{Input, compute};
use super::corpus::corpus_hash;
use super::result::{Run, analysis_of};
use super::{RunError, Told, engine};

/// What making a run again came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// The run.
    pub number: u32,
    /// Its verbatims.
    pub verbatims: usize,
    /// What differs, for a person; nothing when the result is the same.
    pub differences: Vec<&'static str>,
    /// The engine that made it, where this one is another.
    pub other_engine: Option<String>,
}

/// Makes the run of that number again, and stores nothing.
///
/// # Errors
/// When there is no such run, its corpus isn't what it was, or its recipe can't be followed.
pub async fn again(
    storage: &Storage,
    congress: &Congress,
    number: u32,
    clock: &dyn Clock,
    entropy: &mut dyn Entropy,
    told: &mut Told<'_>,
) -> Result<Verdict, RunError> {
    let mut reading = storage.read().await?;
    let stored = reading.analysis(congress.id, number).await?.ok_or(RunError::NoResult(number))?;
    let before = reading.run(congress.id, number).await?.and_then(|(_, line)| line.predecessor);
    let previous = match before {
        Some(before) => reading.analysis(congress.id, before).await?,
        None => None,
    };
    let contributions = reading.contributions(congress.id).await?;
    drop(reading);
    if corpus_hash(&contributions) != stored.recipe.corpus {
        return Err(RunError::CorpusChanged(number));
    }
    let parameters: ValidParameters =
        serde_json::from_str(&stored.recipe.parameters).map_err(|_| RunError::OtherParameters(number))?;
    let input = Input { contributions, previous, parameters, seed: stored.recipe.seed };
    let (input, outcome) = compute(storage, None, input, told).await?;
    let run = Run { id: stored.id, number, recipe: stored.recipe.clone() };
    let found = analysis_of(run, &input, &outcome, clock.now(), entropy);
    Ok(Verdict {
        number,
        verbatims: stored.placements.len(),
        differences: differences(&stored, found),
        other_engine: (stored.recipe.engine != engine()).then_some(stored.recipe.engine),
    })
}

/// What differs, all of it: ids apart, which are drawn anew, and moments.
fn differences(stored: &Analysis, mut found: Analysis) -> Vec<&'static str> {
    let spans = |run: &Analysis| -> Vec<_> {
        run.placements.iter().map(|p| (p.verbatim.contribution, p.verbatim.span.clone())).collect()
    };
    if spans(stored) != spans(&found) {
        return vec!["le découpage en verbatims"];
    }
    rename(stored, &mut found);
    let of = |what: fn(&Analysis, &Analysis) -> bool| what(stored, &found);
    let parts = [
        ("les places des verbatims", of(|a, b| each(a, b, |p| (p.place, p.typicality.to_bits())))),
        ("les types", of(|a, b| each(a, b, |p| (p.kind, p.kind_suggested)))),
        ("la carte", of(|a, b| each(a, b, |p| p.point.map(|at| (at.x.to_bits(), at.y.to_bits()))))),
        ("les verbatims proches", of(|a, b| each(a, b, |p| p.neighbours.clone()))),
        ("les thèmes", of(|a, b| a.themes == b.themes)),
        ("le nombre de thèmes", of(|a, b| a.choice == b.choice)),
        ("l’arbre", of(|a, b| a.tree == b.tree)),
        ("les repères de la carte", of(|a, b| a.landmarks == b.landmarks)),
        ("le modèle qui place les nouvelles contributions", of(|a, b| a.model == b.model)),
    ];
    parts.into_iter().filter(|(_, same)| !same).map(|(part, _)| part).collect()
}

fn each<T: PartialEq>(one: &Analysis, other: &Analysis, part: fn(&domain::analysis::Placement) -> T) -> bool {
    one.placements.iter().map(part).eq(other.placements.iter().map(part))
}

/// Gives the verbatims and themes of `found` the ids of those that stand in their places in `stored`.
fn rename(stored: &Analysis, found: &mut Analysis) {
    let verbatims: BTreeMap<VerbatimId, VerbatimId> = ids(found, stored, |p| p.verbatim.id);
    let themes: BTreeMap<ThemeId, ThemeId> =
        found.themes.iter().map(|t| t.id).zip(stored.themes.iter().map(|t| t.id)).collect();
    let verbatim = |id: &mut VerbatimId| *id = verbatims[id];
    for placement in &mut found.placements {
        verbatim(&mut placement.verbatim.id);
        placement.place = placement.place.map(|id| themes.get(&id).copied().unwrap_or(id));
        placement.neighbours.iter_mut().for_each(|near| verbatim(&mut near.verbatim));
    }
    for theme in &mut found.themes {
        theme.id = themes.get(&theme.id).copied().unwrap_or(theme.id);
        theme.typical.iter_mut().chain(&mut theme.says).for_each(verbatim);
        for division in &mut theme.divides {
            verbatim(&mut division.one);
            verbatim(&mut division.other);
        }
    }
}

fn ids(
    from: &Analysis,
    to: &Analysis,
    id: fn(&domain::analysis::Placement) -> VerbatimId,
) -> BTreeMap<VerbatimId, VerbatimId> {
    from.placements.iter().map(id).zip(to.placements.iter().map(id)).collect()
}
