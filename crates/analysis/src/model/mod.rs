//! What places a new contribution among the themes of a run, without another run.
//!
//! A run leaves its terms with their vectors, the centres of its themes, and for each comparable verbatim a vector of one
//! byte an axis, its terms and its point. A text is folded in as the analysis' own were: the sum of its terms' vectors.

mod bytes;
mod form;
mod near;
mod place;

use domain::analysis::Point;

use crate::corpus::Read;
use crate::describe::Described;
use crate::neighbours::rarities;
use crate::parameters::ValidParameters;
use crate::read::Language;
use crate::space::Space;
use crate::vectors::VectorKind;

pub use bytes::ModelError;
pub use place::{Guess, Placer};

/// The model, parsed.
#[derive(Clone, Debug, Default, PartialEq)]
struct Model {
    kind: VectorKind,
    min_words: u32,
    axes: usize,
    /// What the verbatims beside it weigh for each.
    context: f32,
    /// The stems of the terms, in the order of letters.
    stems: Vec<String>,
    /// What each term weighs when words are compared.
    rarities: Vec<f32>,
    /// The vectors of the terms, one after the other.
    terms: Vec<f32>,
    /// Fingerprints of the stems that aren't terms, rising.
    heard: Vec<u64>,
    /// The centres of the themes, of length 1, one after the other.
    centres: Vec<f32>,
    /// The comparable verbatims.
    rows: Vec<Row>,
    /// Their vectors, one after the other: 127 is 1.
    units: Vec<i8>,
}

/// A comparable verbatim of the run.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    /// Its index among the run's verbatims.
    verbatim: u32,
    theme: Option<u16>,
    point: Option<Point>,
    /// Its terms, rising.
    columns: Vec<u32>,
}

/// The bytes of a corpus without themes.
pub(crate) fn without_themes(read: &[Read<'_>], params: &ValidParameters) -> Vec<u8> {
    let model = Model {
        kind: params.vectors,
        min_words: params.min_words as u32,
        heard: heard(read, |_| false),
        ..Model::default()
    };
    form::write(&model)
}

/// The bytes of a run.
pub(crate) fn model(
    read: &[Read<'_>],
    space: &Space<'_>,
    described: &Described,
    theme_of: &[Option<usize>],
    points: &[Point],
    params: &ValidParameters,
) -> Vec<u8> {
    let presence = space.table.presence();
    let rows = (0..space.read.len()).map(|row| Row {
        verbatim: space.index[row] as u32,
        theme: theme_of[row].map(|theme| theme as u16),
        point: points.get(row).copied(),
        columns: presence.row(row).0.to_vec(),
    });
    let centres = described.centres.rows().into_iter().flat_map(|centre| {
        let norm = centre.dot(&centre).sqrt().max(f64::MIN_POSITIVE);
        centre.iter().map(|x| (x / norm) as f32).collect::<Vec<_>>()
    });
    let model = Model {
        kind: params.vectors,
        min_words: params.min_words as u32,
        axes: space.rows.ncols(),
        context: params.context as f32,
        stems: space.table.stems.clone(),
        rarities: rarities(&presence).into_iter().map(|x| x as f32).collect(),
        terms: space.terms.iter().map(|&x| x as f32).collect(),
        heard: heard(read, |stem| space.table.column(stem).is_some()),
        centres: centres.collect(),
        rows: rows.collect(),
        units: space.rows.iter().map(|&x| place::quantised(x)).collect(),
    };
    form::write(&model)
}

fn heard(read: &[Read<'_>], is_term: impl Fn(&str) -> bool) -> Vec<u64> {
    let french = read.iter().filter(|verbatim| verbatim.language == Language::French);
    let stems = french.flat_map(|verbatim| verbatim.terms.iter().map(|term| term.stem.as_str()));
    let mut heard: Vec<u64> =
        stems.filter(|stem| !is_term(stem)).map(|s| bytes::fingerprint(s.as_bytes())).collect();
    heard.sort_unstable();
    heard.dedup();
    heard
}
