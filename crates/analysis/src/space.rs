//! The space of verbatims that can be compared.

use domain::analysis::{Place, WeakReason};
use ndarray::Array2;

use crate::apart;
use crate::corpus::Read;
use crate::parameters::ValidParameters;
use crate::themes;
use crate::vectors::{Table, Vectors, vectors};

/// Verbatims in a small corpus, where a word used twice already ties two texts.
const SMALL: usize = 150;

/// Verbatims that could be compared, and their vectors.
pub(crate) struct Space<'a> {
    /// The verbatims, in order.
    pub read: Vec<&'a Read<'a>>,
    /// Their indices among all verbatims.
    pub index: Vec<usize>,
    /// Their words.
    pub table: Table,
    /// Their unit vectors.
    pub rows: Array2<f64>,
    /// Those of their terms.
    pub terms: Array2<f64>,
}

impl Space<'_> {
    /// The theme of each row.
    pub fn themes(&self, places: &[Place<usize>]) -> Vec<Option<usize>> {
        self.index.iter().map(|&i| places[i].theme()).collect()
    }
}

/// Verbatims of a unit of context at the most.
const UNIT: usize = 6;

/// The unit of context of each verbatim: so many in a row of one contribution (the *unités de contexte* of Reinert's
/// method), so that a contribution of a few lines is one, and a book many.
pub(crate) fn units_of(items: impl IntoIterator<Item = usize>) -> Vec<usize> {
    let mut units: Vec<usize> = Vec::new();
    let (mut last, mut inside) = (None, 0);
    for item in items {
        let next = last != Some(item) || inside == UNIT;
        inside = if next { 1 } else { inside + 1 };
        last = Some(item);
        units.push(units.last().map_or(0, |unit| unit + usize::from(next)));
    }
    units
}

fn units(index: &[usize], read: &[Read<'_>]) -> Vec<usize> {
    units_of(index.iter().map(|&i| read[i].item))
}

/// Comparable verbatims wait as weak signals of a small corpus until themes are found.
pub(crate) fn first_places(read: &[Read<'_>], params: &ValidParameters) -> Vec<Place<usize>> {
    let first = |verbatim: &Read<'_>| {
        apart::unplaced(verbatim.language, &verbatim.terms, params.min_words)
            .map_or(Place::Weak(WeakReason::SmallCorpus), Place::Unplaced)
    };
    read.iter().map(first).collect()
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
    let min_texts = if index.len() < SMALL { params.min_texts.min(2) } else { params.min_texts };
    let stems = |index: &[usize]| index.iter().map(|&i| read[i].stems()).collect::<Vec<_>>();
    let table = Table::new(&stems(&index), min_texts);
    let uses = apart::uses(read);
    let (blank, full): (Vec<usize>, Vec<usize>) = (0..index.len()).partition(|&row| table.is_blank(row));
    for row in blank {
        let shared = read[index[row]].terms.iter().any(|term| uses.get(term.stem.as_str()) > Some(&1));
        places[index[row]] = apart::blank(shared);
    }
    index = full.iter().map(|&row| index[row]).collect();
    // Blank rows hold no word of the table, so that it stays what it is without them.
    let table = table.select(&full);
    let units = units(&index, read);
    let Vectors { rows, terms } = vectors(&table, &units, params);
    let enough = index.len() >= params.smallest_corpus && !themes::has_fewer_distinct(&rows, 3);
    enough.then(|| Space { read: index.iter().map(|&i| &read[i]).collect(), index, table, rows, terms })
}
