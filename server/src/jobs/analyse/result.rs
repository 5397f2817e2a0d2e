//! The engine's result as the domain says it.

use analysis::{Close, Divide, FoundTheme, Outcome, PlacedVerbatim};
use domain::analysis::{Analysis, Division, Neighbour, Placement, Recipe, Theme, Verbatim};
use domain::id::{AnalysisId, Entropy, ThemeId, VerbatimId};
use domain::time::Timestamp;

use super::compute::Input;

/// What is known of a run before it has a result.
pub(super) struct Run {
    pub(super) id: AnalysisId,
    pub(super) number: u32,
    pub(super) recipe: Recipe,
}

/// The run whole, its new verbatims and themes with new ids.
pub(super) fn analysis_of(
    run: Run,
    input: &Input,
    outcome: &Outcome,
    now: Timestamp,
    entropy: &mut dyn Entropy,
) -> Analysis {
    let themes: Vec<ThemeId> = outcome.themes.iter().map(|_| ThemeId::new(now, entropy)).collect();
    let verbatims: Vec<VerbatimId> =
        outcome.verbatims.iter().map(|_| VerbatimId::new(now, entropy)).collect();
    let ids = Ids { themes: &themes, verbatims: &verbatims };
    let before: Vec<ThemeId> =
        input.previous.iter().flat_map(|run| &run.themes).map(|theme| theme.id).collect();
    let found = outcome.themes.iter().zip(1_u32..);
    Analysis {
        id: run.id,
        number: run.number,
        recipe: run.recipe,
        finished_at: now,
        themes: found.map(|(found, rank)| ids.theme(found, rank, &before)).collect(),
        placements: outcome
            .verbatims
            .iter()
            .zip(&verbatims)
            .map(|(found, id)| ids.placement(found, *id, input))
            .collect(),
        choice: outcome.choice.clone(),
        tree: outcome.tree.clone(),
        landmarks: outcome.landmarks,
        model: outcome.model.clone(),
    }
}

/// The ids that the engine's indices stand for.
struct Ids<'a> {
    themes: &'a [ThemeId],
    verbatims: &'a [VerbatimId],
}

impl Ids<'_> {
    fn placement(&self, found: &PlacedVerbatim, id: VerbatimId, input: &Input) -> Placement {
        let neighbour = |near: &Close| Neighbour {
            verbatim: self.verbatims[near.verbatim],
            closeness: near.closeness,
            twin: near.twin,
        };
        Placement {
            verbatim: Verbatim {
                id,
                contribution: input.contributions[found.item].id,
                version: input.contributions[found.item].version,
                span: found.span.clone(),
            },
            place: found.place.map(|theme| self.themes[theme]),
            typicality: found.typicality,
            kind: found.kind,
            kind_suggested: found.kind_suggested,
            point: found.point,
            neighbours: found.neighbours.iter().map(neighbour).collect(),
        }
    }

    fn theme(&self, found: &FoundTheme, rank: u32, before: &[ThemeId]) -> Theme {
        let all = |indices: &[usize]| indices.iter().map(|&at| self.verbatims[at]).collect();
        let division = |found: &Divide| Division {
            about: found.about.clone(),
            one: self.verbatims[found.one],
            other: self.verbatims[found.other],
        };
        Theme {
            id: self.themes[rank as usize - 1],
            rank,
            label: found.label.clone(),
            hue: found.hue,
            words: found.words.clone(),
            typical: all(&found.typical),
            says: all(&found.says),
            divides: found.divides.iter().map(division).collect(),
            continues: found.continues.and_then(|theme| before.get(theme).copied()),
            region: found.region.clone(),
        }
    }
}
