//! The steps of an analysis, one after the other.

use domain::analysis::{Place, WeakReason};
use domain::contribution::Kind;
use ndarray::Array2;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::corpus::{self, Read};
use crate::describe::{self, Described};
use crate::draft::{self, Draft};
use crate::outcome::{Item, Observer, Outcome, PlacedVerbatim, Stage};
use crate::parameters::ValidParameters;
use crate::themes::{self, Partition, ThemesError};
use crate::vectors::{Table, vectors};
use crate::{apart, kinds};

/// Why an analysis stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnalysisError {
    /// While looking for themes.
    #[error("themes: {0}")]
    Themes(#[from] ThemesError),
}

/// Verbatims that could be compared, their vectors and their themes.
pub(crate) struct Space<'a> {
    /// The verbatims, in order.
    pub read: Vec<&'a Read<'a>>,
    /// Their indices among all verbatims.
    pub index: Vec<usize>,
    /// Their words.
    pub table: Table,
    /// Their unit vectors.
    pub rows: Array2<f64>,
}

/// The themes of contributions, and where each of their verbatims stands.
///
/// The same items, parameters and seed give the same outcome, byte for byte, for any number of threads.
pub fn analyse(
    items: &[Item<'_>],
    params: &ValidParameters,
    seed: u64,
    observer: &mut dyn Observer,
) -> Result<Outcome, AnalysisError> {
    observer.begins(Stage::Segment);
    let spans = corpus::segment(items);
    observer.begins(Stage::Read);
    let read = corpus::read(&spans);
    let mut places: Vec<Place<usize>> = read.iter().map(|verbatim| first_place(verbatim, params)).collect();
    observer.begins(Stage::Vectors);
    let Some(space) = space(&read, &mut places, params) else {
        return Ok(small(items, &read, places));
    };
    observer.begins(Stage::Themes);
    let found = themes::themes(&space.rows, params, seed)?;
    place(&space, &found, params, &mut places);
    observer.begins(Stage::Describe);
    let described = describe::describe(items, &read, &space, &found, &mut places);
    observer.begins(Stage::Draft);
    let draft = draft::draft(items, &read, &places, &described, params.objectives);
    Ok(outcome(items, &read, places, described, draft))
}

/// Comparable verbatims wait as weak signals of a small corpus until themes are found.
fn first_place(verbatim: &Read<'_>, params: &ValidParameters) -> Place<usize> {
    apart::unplaced(verbatim, params).map_or(Place::Weak(WeakReason::SmallCorpus), Place::Unplaced)
}

/// The space of comparable verbatims; `None` when they are too few, or too much the same, for themes.
pub(crate) fn space<'a>(
    read: &'a [Read<'a>],
    places: &mut [Place<usize>],
    params: &ValidParameters,
) -> Option<Space<'a>> {
    let mut index: Vec<usize> =
        (0..read.len()).filter(|&i| places[i] == Place::Weak(WeakReason::SmallCorpus)).collect();
    if index.len() < params.smallest_corpus {
        return None;
    }
    // In a small corpus a word used twice already ties two texts.
    let min_texts = if index.len() < 150 { params.min_texts.min(2) } else { params.min_texts };
    let stems = |index: &[usize]| index.iter().map(|&i| read[i].stems()).collect::<Vec<_>>();
    let table = Table::new(&stems(&index), min_texts);
    let uses = apart::uses(read);
    let blank: Vec<usize> = (0..index.len()).filter(|&row| table.is_blank(row)).collect();
    for &row in &blank {
        places[index[row]] = apart::blank(&read[index[row]], &uses);
    }
    let mut row = 0;
    index.retain(|_| {
        row += 1;
        blank.binary_search(&(row - 1)).is_err()
    });
    let table = Table::new(&stems(&index), min_texts);
    let rows = vectors(params.vectors, &table, params.axes, i32::from(params.time));
    let enough = index.len() >= params.smallest_corpus && !themes::has_fewer_distinct(&rows, 3);
    enough.then(|| Space { read: index.iter().map(|&i| &read[i]).collect(), index, table, rows })
}

/// Where each verbatim stands, without describing the themes.
pub(crate) fn places(
    spans: &[(usize, Range<usize>, &str)],
    params: &ValidParameters,
    seed: u64,
) -> Result<Vec<Place<usize>>, AnalysisError> {
    let read = corpus::read(spans);
    let mut places: Vec<Place<usize>> = read.iter().map(|verbatim| first_place(verbatim, params)).collect();
    if let Some(space) = space(&read, &mut places, params) {
        let found = themes::themes(&space.rows, params, seed)?;
        place(&space, &found, params, &mut places);
        describe::rank(&space, &mut places);
    }
    Ok(places)
}

/// Themes and weak signals.
fn place(space: &Space<'_>, found: &Partition, params: &ValidParameters, places: &mut [Place<usize>]) {
    let weak_already =
        places.iter().filter(|place| matches!(place, Place::Weak(WeakReason::RareWords))).count();
    let most = (params.weak_share * places.len() as f64) as usize;
    let most = most.saturating_sub(weak_already);
    let weak = apart::weak(&space.read, &space.table, &space.rows, found, most);
    for (row, &i) in space.index.iter().enumerate() {
        places[i] = weak.get(&row).map_or(Place::Theme(found.theme_of[row]), |&reason| Place::Weak(reason));
    }
}

fn small(items: &[Item<'_>], read: &[Read<'_>], places: Vec<Place<usize>>) -> Outcome {
    outcome(items, read, places, Described::default(), Draft::default())
}

fn outcome(
    items: &[Item<'_>],
    read: &[Read<'_>],
    places: Vec<Place<usize>>,
    described: Described,
    draft: Draft,
) -> Outcome {
    let verbatims = read.iter().zip(places).enumerate().map(|(i, (verbatim, place))| {
        let given: Option<Kind> = items[verbatim.item].kind;
        PlacedVerbatim {
            item: verbatim.item,
            span: verbatim.span.clone(),
            place,
            typicality: described.typicality.get(&i).copied().unwrap_or_default(),
            kind: given.unwrap_or_else(|| kinds::suggest(verbatim.text)),
            kind_suggested: given.is_none(),
        }
    });
    Outcome { verbatims: verbatims.collect(), themes: described.themes, draft }
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

/// Only the rows of a partition that themes keep.
pub(crate) fn rows_of(theme_of: &[Option<usize>], theme: usize) -> Vec<usize> {
    theme_of.iter().enumerate().filter(|(_, t)| **t == Some(theme)).map(|(row, _)| row).collect()
}
