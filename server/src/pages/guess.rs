//! Where a contribution that no run has read yet would stand: provisional, and said so.

use std::sync::Arc;

use analysis::Placer;
use domain::analysis::{Place, Point, main_place};
use domain::id::{AnalysisId, CongressId, VerbatimId};
use domain::reading::{Guess, NeighbourLine};
use storage::Reading;

use super::Refusal;
use crate::state::AppState;

/// Neighbours shown.
const NEAREST: usize = domain::analysis::NEIGHBOURS;

/// What places a new contribution among the themes of one run.
#[derive(Debug)]
pub struct RunPlacer {
    placer: Placer,
    /// The verbatims of the run, as the engine counts them.
    verbatims: Vec<VerbatimId>,
}

/// The guess for a text that the run shown doesn't cover; none without a run, or with one that can't place.
pub(super) async fn guess(
    state: &AppState,
    reading: &mut Reading,
    congress: CongressId,
    words: &str,
) -> Result<Option<Guess>, Refusal> {
    placed(state, reading, congress, words, NEAREST).await
}

/// The verbatims of the run shown that say the closest things to a text, the closest first, at most so many.
pub(super) async fn nearest(
    state: &AppState,
    reading: &mut Reading,
    congress: CongressId,
    words: &str,
    most: usize,
) -> Result<Vec<NeighbourLine>, Refusal> {
    Ok(placed(state, reading, congress, words, most).await?.map(|guess| guess.nearest).unwrap_or_default())
}

async fn placed(
    state: &AppState,
    reading: &mut Reading,
    congress: CongressId,
    words: &str,
    most: usize,
) -> Result<Option<Guess>, Refusal> {
    let Some((run, _)) = reading.run_shown(congress).await? else { return Ok(None) };
    let Some(placer) = placer(state, reading, run).await? else { return Ok(None) };
    let body = words.to_owned();
    let worker = Arc::clone(&placer);
    let placed = move || {
        let found = worker.placer.place(&body);
        (body, found)
    };
    let (body, found) = tokio::task::spawn_blocking(placed).await.map_err(Refusal::broken)?;
    let tags = reading.theme_tags(run).await?;
    let places: Vec<Place<usize>> = found.iter().map(|guess| guess.place).collect();
    let place = match main_place(&places) {
        Place::Theme(theme) => match tags.into_iter().nth(theme) {
            Some(tag) => Place::Theme(tag),
            None => return Err(Refusal::Broken("the placer names a theme that the run doesn't have".into())),
        },
        Place::Weak(reason) => Place::Weak(reason),
        Place::Unplaced(reason) => Place::Unplaced(reason),
    };
    let mut nearest: Vec<(VerbatimId, f64)> = found
        .iter()
        .flat_map(|guess| &guess.nearest)
        .filter_map(|(at, closeness)| Some((*placer.verbatims.get(*at)?, *closeness)))
        .collect();
    nearest.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut seen = Vec::new();
    nearest.retain(|(id, _)| {
        !seen.contains(id) && {
            seen.push(*id);
            seen.len() <= most
        }
    });
    let mut nearest = reading.nearest_lines(run, &nearest).await?;
    for line in &mut nearest {
        let spans = found.iter().filter_map(|guess| body.get(guess.span.clone()));
        line.twin = spans.into_iter().any(|own| same_words(own, &line.quote.text));
    }
    Ok(Some(Guess { place, nearest }))
}

/// Where each of those texts would stand on the map of a run: the point of every verbatim that has one, with its rank in the
/// text, from 1, and its theme's rank in the run; none with a run that can't place.
pub(super) async fn on_map(
    state: &AppState,
    reading: &mut Reading,
    run: AnalysisId,
    texts: Vec<String>,
) -> Result<Vec<Vec<(u32, Point, Option<u32>)>>, Refusal> {
    let Some(placer) = placer(state, reading, run).await? else { return Ok(Vec::new()) };
    let tags = reading.theme_tags(run).await?;
    let found = move || texts.iter().map(|text| placer.placer.place(text)).collect::<Vec<_>>();
    let found = tokio::task::spawn_blocking(found).await.map_err(Refusal::broken)?;
    let standing = |(ordinal, guess): (u32, analysis::Guess)| {
        let theme = match guess.place {
            Place::Theme(theme) => Some(tags.get(theme)?.rank),
            _ => None,
        };
        Some((ordinal, guess.point?, theme))
    };
    Ok(found.into_iter().map(|of| (1..).zip(of).filter_map(standing).collect()).collect())
}

async fn placer(
    state: &AppState,
    reading: &mut Reading,
    run: AnalysisId,
) -> Result<Option<Arc<RunPlacer>>, Refusal> {
    if let Some(known) = state.memory.placers.get(&run) {
        return Ok(Some(known));
    }
    // Runs of before models were kept have none.
    let Some(model) = reading.model(run).await?.filter(|model| !model.is_empty()) else { return Ok(None) };
    let verbatims = reading.in_order(run).await?;
    match tokio::task::spawn_blocking(move || Placer::read(&model)).await.map_err(Refusal::broken)? {
        Ok(placer) => Ok(Some(state.memory.placers.put(run, RunPlacer { placer, verbatims }))),
        Err(error) => {
            // Another version of the engine made it: the next run makes one that this version reads.
            tracing::warn!(%run, error = &error as &dyn std::error::Error, "a run's model can't be read");
            Ok(None)
        }
    }
}

/// Whether two texts are the same but for case, spaces and punctuation.
fn same_words(one: &str, other: &str) -> bool {
    let letters = |text: &str| {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    letters(one) == letters(other)
}

#[cfg(test)]
mod tests {
    use super::same_words;

    #[test]
    fn a_copy_is_known_whatever_its_marks() {
        assert!(same_words("La fibre, enfin !", "la fibre enfin"));
        assert!(!same_words("La fibre", "La fibre enfin"));
    }
}
