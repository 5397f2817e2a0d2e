//! Where k-means begins: at Reinert's classes, or where the run before ended.

use ndarray::{Array2, Axis};
use rayon::prelude::*;

use super::descend::descend;
use super::kmeans::{Fit1, SAMPLE, from_centres, from_classes, one_run, sample, select, stream};
use super::refine::refine;
use super::{Partition, ThemesError};
use crate::vectors::Sparse;

/// Starts of k-means++ where the words can't be divided as often as asked.
const SPARE_STARTS: u64 = 5;
/// By how much another centre's cosine must be better for a verbatim to leave the theme it was in.
const STAY: f64 = 0.15;
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
    spread(rows, &some, &refine(&some, fit)?)
}

/// `k` themes from the best of some starts of k-means++.
pub(super) fn chance(rows: &Array2<f64>, k: usize, seed: u64) -> Result<Partition, ThemesError> {
    let chosen = sample(rows.nrows(), SAMPLE);
    let some = select(rows, &chosen);
    let fit = best(&some, k, seed)?;
    spread(rows, &some, &fit)
}

/// From a fit of some rows, which may be all of them, to all.
fn spread(rows: &Array2<f64>, some: &Array2<f64>, fit: &Fit1) -> Result<Partition, ThemesError> {
    let found = Partition::new(some, &fit.raw);
    if some.nrows() == rows.nrows() {
        return Ok(found);
    }
    Ok(Partition::new(rows, &from_centres(rows, found.centres)?.raw))
}

/// The best of some starts of k-means++; the first of them on a tie.
fn best(rows: &Array2<f64>, k: usize, seed: u64) -> Result<Fit1, ThemesError> {
    let fits: Vec<Fit1> = (0..SPARE_STARTS)
        .into_par_iter()
        .map(|run| one_run(rows, k, stream(seed, run)))
        .collect::<Result<_, _>>()?;
    let best = fits.into_iter().reduce(|best, next| if next.inertia < best.inertia { next } else { best });
    best.ok_or(ThemesError::NotComparable)
}

/// The themes of the run before, in the space of this one.
pub(super) struct Warm {
    /// The centres of those that are still alive.
    centres: Array2<f64>,
    /// The centre of each row that had one.
    home: Vec<Option<usize>>,
}

/// The themes before that are still alive; `None` when there aren't two.
pub(super) fn warm(rows: &Array2<f64>, before: &[Option<usize>]) -> Option<Warm> {
    let themes = before.iter().flatten().max()? + 1;
    let mut sizes = vec![0_usize; themes];
    before.iter().flatten().for_each(|&theme| sizes[theme] += 1);
    let alive: Vec<usize> = (0..themes).filter(|&theme| sizes[theme] >= ALIVE).collect();
    let home: Vec<Option<usize>> =
        before.iter().map(|theme| theme.and_then(|theme| alive.binary_search(&theme).ok())).collect();
    let centres = means(rows, &home, alive.len());
    (alive.len() >= 2).then_some(Warm { centres, home })
}

/// The means of the rows of each class.
fn means(rows: &Array2<f64>, class_of: &[Option<usize>], classes: usize) -> Array2<f64> {
    let mut sums = Array2::<f64>::zeros((classes, rows.ncols()));
    let mut sizes = vec![0_usize; classes];
    for (row, class) in rows.rows().into_iter().zip(class_of) {
        if let Some(class) = *class {
            let mut sum = sums.row_mut(class);
            sum += &row;
            sizes[class] += 1;
        }
    }
    for (mut sum, &size) in sums.rows_mut().into_iter().zip(&sizes) {
        sum /= size.max(1) as f64;
    }
    sums
}

impl Warm {
    /// How many themes.
    pub fn len(&self) -> usize {
        self.centres.nrows()
    }

    /// Every row in a theme: new ones in the closest, others where they were unless another is clearly closer. Twice, the
    /// centres following; k-means to its end would carry the old ones away with the axes.
    pub fn settle(mut self, rows: &Array2<f64>) -> Partition {
        let mut raw = Vec::new();
        for _ in 0..2 {
            let norms: Vec<f64> =
                self.centres.rows().into_iter().map(|c| c.dot(&c).sqrt().max(f64::MIN_POSITIVE)).collect();
            let place = |row: usize| {
                let close = |centre: usize| {
                    let stays = if self.home[row] == Some(centre) { STAY } else { 0.0 };
                    (rows.row(row).dot(&self.centres.row(centre)) / norms[centre] + stays, centre)
                };
                let best = (0..norms.len())
                    .map(close)
                    .reduce(|best, next| if next.0 > best.0 { next } else { best });
                best.map_or(0, |(_, centre)| centre)
            };
            raw = (0..rows.nrows()).into_par_iter().map(place).collect::<Vec<usize>>();
            let placed: Vec<Option<usize>> = raw.iter().copied().map(Some).collect();
            self.centres = means(rows, &placed, norms.len());
        }
        Partition::new(rows, &raw)
    }

    /// With one more theme where many new rows stand far from all of them.
    pub fn grown(self, rows: &Array2<f64>) -> Self {
        let centres = grown(rows, self.centres, &self.home);
        Self { centres, home: self.home }
    }
}

/// The centres before, and one more where many new rows stand far from all of them.
fn grown(rows: &Array2<f64>, centres: Array2<f64>, before: &[Option<usize>]) -> Array2<f64> {
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
