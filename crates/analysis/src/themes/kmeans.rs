//! linfa's k-means, its starts run in parallel.

use linfa::DatasetBase;
use linfa::prelude::{Fit, ParamGuard, Predict};
use linfa_clustering::{KMeans, KMeansInit};
use linfa_nn::distance::L2Dist;
use ndarray::Array2;
use rand::SeedableRng;
use rand_xoshiro::Xoshiro256Plus;
use rayon::prelude::*;

use super::{Partition, ThemesError};

const TOLERANCE: f64 = 1e-4;
const MOST_ROUNDS: u64 = 200;

/// The best of `runs` starts (k-means++), by the sum of squared distances; the first of them on a tie.
pub(crate) fn kmeans(rows: &Array2<f64>, k: usize, runs: usize, seed: u64) -> Result<Partition, ThemesError> {
    let fits: Vec<(f64, Vec<usize>)> = (0..runs as u64)
        .into_par_iter()
        .map(|run| one_run(rows, k, stream(seed, run)))
        .collect::<Result<_, _>>()?;
    let best = fits.into_iter().reduce(|best, next| if next.0 < best.0 { next } else { best });
    best.map(|(_, raw)| Partition::new(rows, &raw)).ok_or(ThemesError::NotComparable)
}

/// A seed for each run.
pub(super) fn stream(seed: u64, run: u64) -> u64 {
    seed ^ run.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// One start: the sum of squared distances, and a cluster for each row.
pub(super) fn one_run(rows: &Array2<f64>, k: usize, seed: u64) -> Result<(f64, Vec<usize>), ThemesError> {
    let k = k.min(rows.nrows()).max(1);
    let data = DatasetBase::from(rows.view());
    let model = KMeans::params_with(k, Xoshiro256Plus::seed_from_u64(seed), L2Dist)
        .n_runs(1)
        .init_method(KMeansInit::KMeansPlusPlus)
        .tolerance(TOLERANCE)
        .max_n_iterations(MOST_ROUNDS)
        .check()
        .map_err(|_| ThemesError::NotComparable)?
        .fit(&data)
        .map_err(|_| ThemesError::NotComparable)?;
    Ok((model.inertia(), model.predict(rows).to_vec()))
}
