//! The steps of an analysis, one after the other.

use domain::analysis::{Choice, Place, WeakReason};
use domain::contribution::Kind;
use std::collections::BTreeMap;

use crate::corpus::{self, Read};
use crate::describe::{self, Described};
use crate::draft::{self, Drafted};
use crate::neighbours;
use crate::outcome::{Item, Observer, Outcome, PlacedVerbatim, Stage};
use crate::parameters::ValidParameters;
use crate::previous::{Before, Previous};
use crate::space::{self, Space};
use crate::themes::{self, Partition, ThemesError};
use crate::{apart, kinds, map, model};

/// Why an analysis stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnalysisError {
    /// While looking for themes.
    #[error("themes: {0}")]
    Themes(#[from] ThemesError),
}

/// The themes of contributions, and where each of their verbatims stands, from where the run before left them if there
/// is one.
///
/// The same arguments give the same outcome, byte for byte, for any number of threads.
pub fn analyse(
    items: &[Item<'_>],
    previous: Option<&Previous>,
    params: &ValidParameters,
    seed: u64,
    observer: &mut dyn Observer,
) -> Result<Outcome, AnalysisError> {
    observer.begins(Stage::Segment);
    let spans = corpus::segment(items);
    observer.begins(Stage::Read);
    let read = corpus::read(&spans);
    let mut places = space::first_places(&read, params);
    observer.begins(Stage::Vectors);
    let Some(space) = space::space(&read, &mut places, params) else {
        let model = model::without_themes(&read, params);
        return Ok(Outcome { model, ..outcome(items, &read, places, &Described::default()) });
    };
    observer.begins(Stage::Themes);
    let before = Before::new(previous, &space.read);
    let found = themes::themes(&space.rows, &space.table.presence(), &before.theme_of, params, seed)?;
    place(&space, &found.partition, params, &mut places);
    observer.begins(Stage::Describe);
    let described = describe::describe(items, &read, &space, &found.partition, &before, &mut places);
    let choice = Choice { themes: described.themes.len() as u32, ..found.choice };
    observer.begins(Stage::Map);
    let theme_of = space.themes(&places);
    let keys: Vec<u64> = space.read.iter().map(|verbatim| map::key(verbatim.text)).collect();
    let layout = map::layout(&space.rows, &theme_of, &before.points, &keys, seed);
    let regions = map::regions(&layout.points, &theme_of, described.themes.len());
    let neighbours = neighbours::neighbours(&space);
    observer.begins(Stage::Draft);
    let Drafted { draft, says, divides } = draft::draft(items, &read, &places, &described, params.objectives);
    let model = model::model(&read, &space, &described, &theme_of, &layout.points, params);
    let mut outcome = outcome(items, &read, places, &described);
    for (row, close) in neighbours.into_iter().enumerate() {
        let verbatim = &mut outcome.verbatims[space.index[row]];
        verbatim.point = layout.points.get(row).copied();
        verbatim.neighbours = close;
    }
    outcome.themes = described.themes;
    for (theme, ((region, says), divides)) in
        outcome.themes.iter_mut().zip(regions.into_iter().zip(says).zip(divides))
    {
        (theme.region, theme.says, theme.divides) = (region, says, divides);
    }
    Ok(Outcome {
        tree: described.tree,
        choice: Some(choice),
        landmarks: layout.landmarks,
        model,
        draft,
        ..outcome
    })
}

/// Themes and weak signals.
pub(crate) fn place(
    space: &Space<'_>,
    found: &Partition,
    params: &ValidParameters,
    places: &mut [Place<usize>],
) {
    let weak_already =
        places.iter().filter(|place| matches!(place, Place::Weak(WeakReason::RareWords))).count();
    let most = (params.weak_share * places.len() as f64) as usize;
    let most = most.saturating_sub(weak_already);
    let weak = apart::weak(space, found, most);
    for (row, &i) in space.index.iter().enumerate() {
        places[i] = weak.get(&row).map_or(Place::Theme(found.theme_of[row]), |&reason| Place::Weak(reason));
    }
}

/// Every verbatim in its place.
fn outcome(
    items: &[Item<'_>],
    read: &[Read<'_>],
    places: Vec<Place<usize>>,
    described: &Described,
) -> Outcome {
    let verbatims = read.iter().zip(places).enumerate().map(|(i, (verbatim, place))| {
        let given: Option<Kind> = items[verbatim.item].kind;
        PlacedVerbatim {
            item: verbatim.item,
            span: verbatim.span.clone(),
            place,
            typicality: described.typicality.get(&i).copied().unwrap_or_default(),
            kind: given.unwrap_or_else(|| kinds::overall(&verbatim.sentences)),
            kind_suggested: given.is_none(),
            point: None,
            neighbours: Vec::new(),
        }
    });
    Outcome {
        verbatims: verbatims.collect(),
        themes: Vec::new(),
        tree: Vec::new(),
        choice: None,
        landmarks: None,
        model: Vec::new(),
        draft: draft::Draft::default(),
    }
}

/// A number for each author of `items`; an item without one is an author of its own.
pub(crate) fn authors(items: &[Item<'_>]) -> Vec<usize> {
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    let numbers = items.iter().enumerate().map(|(index, item)| match item.author {
        Some(name) => *known.entry(name).or_insert(index),
        None => index,
    });
    numbers.collect()
}
