//! Where k-means begins: at Reinert's classes, or where the run before ended.

use ndarray::{Array2, Axis};
use rayon::prelude::*;

use super::descend::descend;
use super::kmeans::{Fit1, SAMPLE, from_centres, from_classes, one_run, sample, select, stream};
use super::{Partition, ThemesError};
use crate::vectors::Sparse;

/// Starts of k-means++ where the words can't be divided as often as asked.
const SPARE_STARTS: u64 = 5;
/// Rows of a theme before that must be there for it to live on.
const ALIVE: usize = 3;
/// Under this cosine with every centre, a new row belongs to none of the themes before.
const STRANGE: f64 = 0.33;
/// New rows that belong to none, as a share of a theme's mean size, from which they need one of their own.
const NEEDED: f64 = 0.5;

/// `k` themes from Reinert's classes of the words, without chance; from chance where there aren't so many.
pub(crate) fn fresh(
    rows: &Array2<f64>,
    presence: &Sparse,
    k: usize,
    seed: u64,
) -> Result<Partition, ThemesError> {
    let chosen = sample(rows.nrows(), SAMPLE);
    let some = select(rows, &chosen);
    let classes = descend(&presence.select(&chosen), k);
    let divided = classes.iter().max().map_or(0, |most| most + 1);
    let fit =
        if divided >= k.min(some.nrows()) { from_classes(&some, &classes)? } else { best(&some, k, seed)? };
    if chosen.len() == rows.nrows() {
        return Ok(Partition::new(rows, &fit.raw));
    }
    from(rows, Partition::new(&some, &fit.raw).centres)
}

/// From given centres.
pub(super) fn from(rows: &Array2<f64>, centres: Array2<f64>) -> Result<Partition, ThemesError> {
    Ok(Partition::new(rows, &from_centres(rows, centres)?.raw))
}

/// The best of some starts of k-means++; the first of them on a tie.
pub(super) fn best(rows: &Array2<f64>, k: usize, seed: u64) -> Result<Fit1, ThemesError> {
    let fits: Vec<Fit1> = (0..SPARE_STARTS)
        .into_par_iter()
        .map(|run| one_run(rows, k, stream(seed, run)))
        .collect::<Result<_, _>>()?;
    let best = fits.into_iter().reduce(|best, next| if next.inertia < best.inertia { next } else { best });
    best.ok_or(ThemesError::NotComparable)
}

/// The centres of the themes before that are still alive; `None` when there aren't two.
pub(super) fn warm(rows: &Array2<f64>, before: &[Option<usize>]) -> Option<Array2<f64>> {
    let themes = before.iter().flatten().max()? + 1;
    let mut sums = Array2::<f64>::zeros((themes, rows.ncols()));
    let mut sizes = vec![0_usize; themes];
    for (row, theme) in rows.rows().into_iter().zip(before) {
        if let Some(theme) = *theme {
            let mut sum = sums.row_mut(theme);
            sum += &row;
            sizes[theme] += 1;
        }
    }
    for (mut sum, &size) in sums.rows_mut().into_iter().zip(&sizes) {
        sum /= size.max(1) as f64;
    }
    let alive: Vec<usize> = (0..themes).filter(|&theme| sizes[theme] >= ALIVE).collect();
    (alive.len() >= 2).then(|| sums.select(Axis(0), &alive))
}

/// The centres before, and one more where many new rows stand far from all of them.
pub(super) fn grown(rows: &Array2<f64>, centres: Array2<f64>, before: &[Option<usize>]) -> Array2<f64> {
    let cosine = |row: usize, centre: usize| {
        let centre = centres.row(centre);
        rows.row(row).dot(&centre) / centre.dot(&centre).sqrt().max(f64::MIN_POSITIVE)
    };
    let strange = |row: &usize| {
        before[*row].is_none() && (0..centres.nrows()).all(|centre| cosine(*row, centre) < STRANGE)
    };
    let strangers: Vec<usize> = (0..rows.nrows()).filter(strange).collect();
    if (strangers.len() as f64) < NEEDED * rows.nrows() as f64 / centres.nrows() as f64 {
        return centres;
    }
    let mut grown = Array2::zeros((centres.nrows() + 1, centres.ncols()));
    grown.slice_mut(ndarray::s![..centres.nrows(), ..]).assign(&centres);
    if let Some(mean) = rows.select(Axis(0), &strangers).mean_axis(Axis(0)) {
        grown.row_mut(centres.nrows()).assign(&mean);
    }
    grown
}
