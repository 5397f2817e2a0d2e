//! How many themes: where several starts agree, and the themes stand apart.

use domain::analysis::{Choice, Confidence};
use ndarray::Array2;
use rayon::prelude::*;
use std::ops::RangeInclusive;

use super::kmeans::{one_run, sample, select, stream};
use super::{Partition, ThemesError};
use crate::evaluate::adjusted_rand;

/// Rows that are looked at, evenly taken.
const SAMPLE: usize = 1_200;
/// From these agreements on, the division is sure, or fairly so: what Steinley (*Properties of the Hubert-Arabie adjusted
/// Rand index*, Psychological Methods 9, 2004) calls good and moderate recovery.
const SURE: f64 = 0.80;
const FAIR: f64 = 0.65;

/// The count of the highest score among `counts`, and how sure it is, from `starts` starts of each (at least two).
///
/// The score of `k` is the mean agreement of starts (adjusted Rand index) plus the mean simplified silhouette of rows
/// (Hruschka et al. 2004: distances to centres rather than to all rows), both between 0 and 1. On a tie, the fewest.
/// Confidence is the mean of two agreements: of starts at that count, and of its themes with those at the counts beside
/// it; a start at the count above and below is compared when `counts` has none.
pub(super) fn choice(
    rows: &Array2<f64>,
    counts: &[usize],
    starts: usize,
    seed: u64,
) -> Result<Choice, ThemesError> {
    let rows = select(rows, &sample(rows.nrows(), SAMPLE));
    let starts = starts.max(2) as u64;
    let jobs: Vec<(usize, u64)> = counts.iter().flat_map(|&k| (0..starts).map(move |run| (k, run))).collect();
    let fits = fit(&rows, &jobs, seed)?;
    let tried: Vec<&[Vec<usize>]> = fits.chunks(starts as usize).collect();
    let agreements: Vec<f64> = tried.iter().map(|fits| agreement(fits)).collect();
    let scores: Vec<f64> =
        tried.iter().zip(&agreements).map(|(fits, agreement)| agreement + separation(&rows, fits)).collect();
    let best = (0..counts.len()).reduce(|best, next| if scores[next] > scores[best] { next } else { best });
    let at = best.ok_or(ThemesError::NotComparable)?;
    let beside = fit(&rows, &[(counts[at] + 1, 0), (counts[at].saturating_sub(1).max(1), 0)], seed)?;
    let close = beside.iter().flat_map(|other| tried[at].iter().map(move |fit| adjusted_rand(fit, other)));
    let close = close.sum::<f64>() / (beside.len() * tried[at].len()) as f64;
    Ok(Choice {
        themes: counts[at] as u32,
        confidence: confidence((agreements[at] + close) / 2.0),
        agreement: agreements[at],
        compared: counts.iter().map(|&k| k as u32).zip(scores).collect(),
    })
}

fn confidence(agreement: f64) -> Confidence {
    match agreement {
        a if a >= SURE => Confidence::High,
        a if a >= FAIR => Confidence::Fair,
        _ => Confidence::Low,
    }
}

/// Half to all of what a corpus of that size may carry: `0.6 · √n` themes at the most. Agreement and silhouette alone
/// would nearly always take the fewest.
pub(super) fn candidates(rows: usize, bounds: RangeInclusive<usize>) -> Vec<usize> {
    let most = ((0.6 * (rows as f64).sqrt()).round() as usize).clamp(*bounds.start(), *bounds.end());
    let least = most.div_ceil(2).max(*bounds.start());
    (least..=most).step_by(if most - least > 9 { 2 } else { 1 }).collect()
}

fn fit(rows: &Array2<f64>, jobs: &[(usize, u64)], seed: u64) -> Result<Vec<Vec<usize>>, ThemesError> {
    let one = |&(k, run): &(usize, u64)| one_run(rows, k, stream(seed, run)).map(|fit| fit.raw);
    jobs.par_iter().map(one).collect()
}

/// The mean agreement of every two.
fn agreement(fits: &[Vec<usize>]) -> f64 {
    let pairs = (0..fits.len()).flat_map(|a| (a + 1..fits.len()).map(move |b| (a, b)));
    let each: Vec<f64> = pairs.map(|(a, b)| adjusted_rand(&fits[a], &fits[b])).collect();
    each.iter().sum::<f64>() / each.len().max(1) as f64
}

fn separation(rows: &Array2<f64>, fits: &[Vec<usize>]) -> f64 {
    let each: f64 = fits.iter().map(|raw| silhouette(rows, &Partition::new(rows, raw))).sum();
    each / fits.len().max(1) as f64
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
