//! How many themes: where several starts agree, and the themes stand apart.

use ndarray::{Array2, Axis};
use rayon::prelude::*;
use std::ops::RangeInclusive;

use super::kmeans::{one_run, stream};
use super::{Partition, ThemesError};
use crate::evaluate::adjusted_rand;

/// Rows that are looked at, evenly taken.
const SAMPLE: usize = 1_200;
/// Starts compared for each count.
const STARTS: u64 = 4;

/// The count of the highest score within `bounds` and what the number of rows allows.
///
/// The score of `k` is the mean agreement of starts (adjusted Rand index) plus the mean simplified silhouette of rows
/// (Hruschka et al. 2004: distances to centres rather than to all rows), both between 0 and 1. On a tie, the fewest.
pub(super) fn count(
    rows: &Array2<f64>,
    bounds: RangeInclusive<usize>,
    seed: u64,
) -> Result<usize, ThemesError> {
    let step = rows.nrows().div_ceil(SAMPLE).max(1);
    let sample = rows.select(Axis(0), &(0..rows.nrows()).step_by(step).collect::<Vec<_>>());
    let counts = candidates(rows.nrows(), bounds);
    let jobs: Vec<(usize, u64)> = counts.iter().flat_map(|&k| (0..STARTS).map(move |run| (k, run))).collect();
    let fits: Vec<Vec<usize>> = jobs
        .into_par_iter()
        .map(|(k, run)| one_run(&sample, k, stream(seed, run)).map(|(_, raw)| raw))
        .collect::<Result<_, _>>()?;
    let scores = fits.chunks(STARTS as usize).map(|starts| score(&sample, starts));
    let best = counts.iter().zip(scores).reduce(|best, next| if next.1 > best.1 { next } else { best });
    best.map(|(&k, _)| k).ok_or(ThemesError::NotComparable)
}

/// Half to all of what a corpus of that size may carry: `0.6 · √n` themes at the most. Agreement and silhouette alone
/// would nearly always take the fewest.
fn candidates(rows: usize, bounds: RangeInclusive<usize>) -> Vec<usize> {
    let most = ((0.6 * (rows as f64).sqrt()).round() as usize).clamp(*bounds.start(), *bounds.end());
    let least = most.div_ceil(2).max(*bounds.start());
    (least..=most).step_by(if most - least > 9 { 2 } else { 1 }).collect()
}

fn score(rows: &Array2<f64>, starts: &[Vec<usize>]) -> f64 {
    let pairs = (0..starts.len()).flat_map(|a| (a + 1..starts.len()).map(move |b| (a, b)));
    let agreements: Vec<f64> = pairs.map(|(a, b)| adjusted_rand(&starts[a], &starts[b])).collect();
    let agreement = agreements.iter().sum::<f64>() / agreements.len().max(1) as f64;
    let separation: f64 = starts.iter().map(|raw| silhouette(rows, &Partition::new(rows, raw))).sum();
    agreement + separation / starts.len().max(1) as f64
}

/// The mean of `(b - a) / max(a, b)`, with `a` and `b` the distances to the nearest and second nearest centres.
fn silhouette(rows: &Array2<f64>, found: &Partition) -> f64 {
    let each = rows.rows().into_iter().map(|row| {
        let (mut first, mut second) = (f64::INFINITY, f64::INFINITY);
        for centre in found.centres.rows() {
            let distance = row.iter().zip(centre).map(|(x, y)| (x - y) * (x - y)).sum::<f64>().sqrt();
            (first, second) = (first.min(distance), second.min(distance.max(first)));
        }
        if second.is_finite() && second > 0.0 { (second - first) / second } else { 0.0 }
    });
    each.sum::<f64>() / rows.nrows().max(1) as f64
}
