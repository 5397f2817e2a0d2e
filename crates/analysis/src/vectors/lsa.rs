//! TF-IDF and latent semantic analysis, as engineers write it: the yardstick.

use ndarray::Array2;

use super::{Sparse, Table, svd};

/// Terms in more than this share of the texts are left out.
const COMMON: f64 = 0.5;

/// Coordinates on the first `axes` axes of the weighted table.
pub(super) fn coordinates(table: &Table, axes: usize) -> Array2<f64> {
    let weighted = weighted(table);
    let svd = svd::leading(&weighted, axes, None);
    let mut coordinates = svd.left;
    for ((row, column), x) in coordinates.indexed_iter_mut() {
        *x = if table.is_blank(row) { 0.0 } else { *x * svd.values[column] };
    }
    coordinates
}

/// `(1 + ln tf) · (1 + ln((1 + n) / (1 + df)))`, rows of length 1 (scikit-learn's smooth form).
fn weighted(table: &Table) -> Sparse {
    let n = table.counts.height() as f64;
    let (_, texts) = table.presence().sums();
    let weight = |column: usize, count: f64| match texts[column] {
        df if df > COMMON * n => 0.0,
        df => (1.0 + count.ln()) * (1.0 + ((1.0 + n) / (1.0 + df)).ln()),
    };
    let raw = table.counts.map(|_, column, count| weight(column, count));
    let (squares, _) = raw.map(|_, _, x| x * x).sums();
    raw.map(|row, _, x| if squares[row] > 0.0 { x / squares[row].sqrt() } else { 0.0 })
}
