//! Correspondence analysis as a diffusion.
//!
//! Benzécri, *L'analyse des données*, vol. 2 (1973): the singular vectors of `Dr^-1/2 · X · Dc^-1/2` are the axes of the
//! χ² geometry of the table `X`. A text's coordinate on an axis of singular value σ is `u · σ^t / √r`: the walk from
//! texts to terms and back, `t` steps long (Coifman and Lafon, *Diffusion maps*, 2006). By the transition formula that is
//! the mean over its terms of `v · σ^(t-1) / √c`, so terms carry the space and texts follow.

use ndarray::{Array1, Array2};

use super::{Sparse, Table, svd};

/// Under this singular value an axis is noise.
const NOISE: f64 = 1e-6;

/// The terms on the first `axes` axes; the trivial one, which only counts words, is left out.
pub(super) fn terms(table: &Table, axes: usize, time: i32) -> Array2<f64> {
    let presence = table.presence();
    let (_, columns) = presence.sums();
    let (scaled, svd) = leading(&presence, axes);
    let mut terms = scaled.transposed().times(&svd.left); // v · σ
    for ((term, axis), x) in terms.indexed_iter_mut() {
        let sigma = svd.values[axis];
        *x *= if sigma > NOISE && columns[term] > 0.0 {
            sigma.powi(time - 2) / columns[term].sqrt()
        } else {
            0.0
        };
    }
    terms
}

/// The coordinates of texts on the first axis alone; 0 for texts without a term.
pub(crate) fn first_axis(presence: &Sparse) -> Vec<f64> {
    let (rows, _) = presence.sums();
    let (_, svd) = leading(presence, 1);
    let Some(axis) = svd.left.columns().into_iter().next() else { return vec![0.0; presence.height()] };
    axis.iter().zip(&rows).map(|(x, r)| if *r > 0.0 { x / r.sqrt() } else { 0.0 }).collect()
}

fn leading(presence: &Sparse, axes: usize) -> (Sparse, svd::Svd) {
    let (rows, columns) = presence.sums();
    let total: f64 = rows.iter().sum();
    let scaled = presence.map(|row, column, x| x / (rows[row] * columns[column]).sqrt());
    let trivial = Array1::from_iter(rows.iter().map(|r| (r / total.max(1.0)).sqrt()));
    let svd = svd::leading(&scaled, axes, Some(&trivial));
    (scaled, svd)
}
