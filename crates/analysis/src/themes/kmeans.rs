//! linfa's k-means: its starts run in parallel, on a sample of a large corpus.

use linfa::DatasetBase;
use linfa::prelude::{Fit, ParamGuard, Predict};
use linfa_clustering::{KMeans, KMeansInit};
use linfa_nn::distance::L2Dist;
use ndarray::{Array2, Axis};
use rand::SeedableRng;
use rand_xoshiro::Xoshiro256Plus;

use super::{Partition, ThemesError};

const TOLERANCE: f64 = 1e-4;
const MOST_ROUNDS: u64 = 200;
/// Rounds over all rows of a large corpus, whose start comes from a sample.
const LARGE_ROUNDS: u64 = 8;
/// Rows that a start looks at, evenly taken.
pub(super) const SAMPLE: usize = 8_000;

/// A fit: the mean squared distance, the centres and a cluster for each row.
#[derive(Clone, Debug)]
pub(super) struct Fit1 {
    pub inertia: f64,
    pub raw: Vec<usize>,
}

/// A seed for each run.
pub(super) fn stream(seed: u64, run: u64) -> u64 {
    seed ^ run.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// Every n-th row, so that [`SAMPLE`] rows are taken at the most.
pub(super) fn sample(rows: usize, most: usize) -> Vec<usize> {
    (0..rows).step_by(rows.div_ceil(most).max(1)).collect()
}

/// One start of k-means++ (Arthur and Vassilvitskii 2007).
pub(super) fn one_run(rows: &Array2<f64>, k: usize, seed: u64) -> Result<Fit1, ThemesError> {
    let k = k.min(rows.nrows()).max(1);
    fit(rows, k, KMeansInit::KMeansPlusPlus, seed, MOST_ROUNDS)
}

/// From the means of given classes of the rows.
pub(super) fn from_classes(rows: &Array2<f64>, classes: &[usize]) -> Result<Fit1, ThemesError> {
    from_centres(rows, Partition::new(rows, classes).centres)
}

/// From given centres.
pub(super) fn from_centres(rows: &Array2<f64>, centres: Array2<f64>) -> Result<Fit1, ThemesError> {
    let rounds = if rows.nrows() > SAMPLE { LARGE_ROUNDS } else { MOST_ROUNDS };
    fit(rows, centres.nrows(), KMeansInit::Precomputed(centres), 0, rounds)
}

/// The rows of a sample.
pub(super) fn select(rows: &Array2<f64>, chosen: &[usize]) -> Array2<f64> {
    rows.select(Axis(0), chosen)
}

fn fit(
    rows: &Array2<f64>,
    k: usize,
    init: KMeansInit<f64>,
    seed: u64,
    rounds: u64,
) -> Result<Fit1, ThemesError> {
    let data = DatasetBase::from(rows.view());
    let model = KMeans::params_with(k, Xoshiro256Plus::seed_from_u64(seed), L2Dist)
        .n_runs(1)
        .init_method(init)
        .tolerance(TOLERANCE)
        .max_n_iterations(rounds)
        .check()
        .map_err(|_| ThemesError::NotComparable)?
        .fit(&data)
        .map_err(|_| ThemesError::NotComparable)?;
    Ok(Fit1 { inertia: model.inertia(), raw: model.predict(rows).to_vec() })
}
