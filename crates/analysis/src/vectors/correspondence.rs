//! Correspondence analysis as a diffusion.
//!
//! Benzécri, *L'analyse des données*, vol. 2 (1973): the singular vectors of `Dr^-1/2 · X · Dc^-1/2` are the axes of the
//! χ² geometry of the table `X`. A text's coordinate on an axis of singular value σ is `u · σ^t / √r`: the walk from
//! texts to terms and back, `t` steps long (Coifman and Lafon, *Diffusion maps*, 2006).

use ndarray::{Array1, Array2};

use super::{Table, svd};

/// Coordinates on the first `axes` axes; the trivial one, which only counts words, is left out.
pub(super) fn coordinates(table: &Table, axes: usize, time: i32) -> Array2<f64> {
    let presence = table.presence();
    let (rows, columns) = presence.sums();
    let total: f64 = rows.iter().sum();
    let scaled = presence.map(|row, column, x| x / (rows[row] * columns[column]).sqrt());
    let trivial = Array1::from_iter(rows.iter().map(|r| (r / total.max(1.0)).sqrt()));
    let svd = svd::leading(&scaled, axes, Some(&trivial));
    let mut coordinates = svd.left;
    for ((row, column), x) in coordinates.indexed_iter_mut() {
        *x *= svd.values[column].powi(time) / rows[row].max(1.0).sqrt();
        if rows[row] == 0.0 {
            *x = 0.0;
        }
    }
    coordinates
}
