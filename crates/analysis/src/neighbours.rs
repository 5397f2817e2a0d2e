//! The verbatims of other contributions that say the closest things.

use domain::analysis::NEIGHBOURS;
use rayon::prelude::*;
use std::collections::BTreeSet;

use crate::corpus::Read;
use crate::map;
use crate::outcome::Close;
use crate::space::Space;
use crate::vectors::Sparse;

/// Rows near in the space whose words are then compared.
const LOOKED_AT: usize = 24;
/// From this share of words and successions of words on, two verbatims are twins.
const TWIN: f64 = 0.7;
/// Words without which nothing is a twin.
const TWIN_WORDS: usize = 3;

/// What each term weighs when words are compared: the rarer, the more (`ln(1 + n / df)`).
pub(crate) fn rarities(presence: &Sparse) -> Vec<f64> {
    let n = presence.height() as f64;
    presence.sums().1.iter().map(|texts| (n / texts.max(1.0)).ln_1p()).collect()
}

/// The cosine of two sets of terms, rising, weighted by `rarities`.
pub(crate) fn shared(a: &[u32], b: &[u32], rarities: &[f64]) -> f64 {
    let square = |columns: &[u32]| columns.iter().map(|&c| rarities[c as usize].powi(2)).sum::<f64>();
    let both = a.iter().filter(|column| b.binary_search(column).is_ok());
    let both: f64 = both.map(|&c| rarities[c as usize].powi(2)).sum();
    let norm = (square(a) * square(b)).sqrt();
    if norm > 0.0 { both / norm } else { 0.0 }
}

/// For each row, at most [`NEIGHBOURS`] of other items, the closest first; the earliest on a tie.
pub(crate) fn neighbours(space: &Space<'_>) -> Vec<Vec<Close>> {
    let presence = space.table.presence();
    let rarities = rarities(&presence);
    let near = map::nearest(&space.rows, LOOKED_AT);
    let of = |(row, near): (usize, &Vec<(u32, f64)>)| {
        let others =
            near.iter().filter(|(other, _)| space.read[*other as usize].item != space.read[row].item);
        let mut close: Vec<(f64, usize)> = others
            .map(|&(other, cosine)| {
                let words = shared(presence.row(row).0, presence.row(other as usize).0, &rarities);
                (((cosine + words) / 2.0).clamp(0.0, 1.0), other as usize)
            })
            .collect();
        close.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        close.truncate(NEIGHBOURS);
        let found = close.into_iter().map(|(closeness, other)| Close {
            verbatim: space.index[other],
            closeness,
            twin: are_twins(space.read[row], space.read[other]),
        });
        found.collect()
    };
    near.par_iter().enumerate().map(of).collect()
}

/// Whether two verbatims have nearly the same words in nearly the same order: words and pairs of words in a row that
/// both hold, over those that one of them holds (Broder 1997, shingles).
fn are_twins(a: &Read<'_>, b: &Read<'_>) -> bool {
    let (left, right) = (shingles(a), shingles(b));
    let both = left.intersection(&right).count();
    let either = left.len() + right.len() - both;
    a.terms.len().min(b.terms.len()) >= TWIN_WORDS && both as f64 >= TWIN * either as f64
}

fn shingles<'a>(read: &'a Read<'_>) -> BTreeSet<(&'a str, &'a str)> {
    let stems: Vec<&str> = read.terms.iter().map(|term| term.stem.as_str()).collect();
    let pairs = stems.windows(2).map(|pair| (pair[0], pair[1]));
    pairs.chain(stems.iter().map(|stem| (*stem, ""))).collect()
}
