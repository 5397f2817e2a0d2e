//! The verbatims that say best what a theme says: central, full of its words, different from one another.

use ndarray::Array2;
use std::collections::BTreeSet;

use crate::corpus::Read;
use crate::vectors::Table;
use crate::words::Weight;

/// How much a choice weighs being typical against being new.
const TYPICAL: f64 = 0.7;
/// From this likeness on, two verbatims say the same.
const SAME: f64 = 0.75;
/// Rows looked at, the most typical first.
const SHORTLIST: usize = 60;

/// How full of its theme's words a row is, from 0 to 1 within the theme once divided by the most.
pub(crate) fn fullness(table: &Table, row: usize, chi2: &[f64]) -> f64 {
    let columns = table.counts.row(row).0;
    let sum: f64 = columns.iter().map(|&column| chi2[column as usize].sqrt()).sum();
    sum / (columns.len().max(4) as f64).sqrt()
}

/// χ² by column; 0 for words that the theme doesn't over-use.
pub(crate) fn by_column(weights: &[Weight], width: usize) -> Vec<f64> {
    let mut chi2 = vec![0.0; width];
    for weight in weights {
        chi2[weight.column] = weight.chi2;
    }
    chi2
}

/// Up to `most` of `members`, one an author at most, by maximal marginal relevance (Carbonell and Goldstein 1998).
/// `merit` is between 0 and 1, for each member.
pub(crate) fn typical(
    members: &[usize],
    merit: &[f64],
    read: &[&Read<'_>],
    rows: &Array2<f64>,
    author_of: impl Fn(usize) -> usize,
    most: usize,
) -> Vec<usize> {
    let mut pool: Vec<(f64, usize)> = merit.iter().copied().zip(members.iter().copied()).collect();
    pool.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    pool.truncate(SHORTLIST);
    let mut chosen: Vec<usize> = Vec::new();
    let mut authors = BTreeSet::new();
    while chosen.len() < most {
        let open = pool.iter().filter(|(_, row)| !authors.contains(&author_of(*row)));
        let valued = open.filter_map(|&(merit, row)| {
            let near = chosen.iter().map(|&other| likeness(read, rows, row, other)).fold(0.0, f64::max);
            (near < SAME).then_some((TYPICAL * merit - (1.0 - TYPICAL) * near, row))
        });
        let best = valued.reduce(|best, next| if next.0 > best.0 { next } else { best });
        let Some((_, row)) = best else { break };
        authors.insert(author_of(row));
        chosen.push(row);
    }
    chosen
}

/// Shared words over the words of each (Dice); near-duplicates in the vector space alone don't read as such.
fn likeness(read: &[&Read<'_>], rows: &Array2<f64>, a: usize, b: usize) -> f64 {
    let stems =
        |row: usize| -> BTreeSet<&str> { read[row].terms.iter().map(|term| term.stem.as_str()).collect() };
    let (left, right) = (stems(a), stems(b));
    let shared = left.intersection(&right).count() as f64;
    let dice = 2.0 * shared / (left.len() + right.len()).max(1) as f64;
    0.7 * dice + 0.3 * rows.row(a).dot(&rows.row(b)).max(0.0)
}
