//! TF-IDF and latent semantic analysis, as engineers write it: the yardstick.

use ndarray::Array2;

use super::{Table, VectorKind, svd};

/// Terms in more than this share of the texts are left out.
const COMMON: f64 = 0.5;
/// Under this singular value an axis is noise.
const NOISE: f64 = 1e-9;

/// The terms on the first `axes` axes of the table weighted by `(1 + ln tf) · (1 + ln((1 + n) / (1 + df)))`, its rows of
/// length 1 (scikit-learn's smooth form): right singular vectors, times the inverse frequency.
pub(super) fn terms(table: &Table, axes: usize) -> Array2<f64> {
    let n = table.counts.height() as f64;
    let (_, texts) = table.presence().sums();
    let rarity = |column: usize| match texts[column] {
        df if df > COMMON * n => 0.0,
        df => 1.0 + ((1.0 + n) / (1.0 + df)).ln(),
    };
    let raw = table.counts.map(|_, column, count| VectorKind::TfIdfLsa.weight(count) * rarity(column));
    let (squares, _) = raw.map(|_, _, x| x * x).sums();
    let weighted = raw.map(|row, _, x| if squares[row] > 0.0 { x / squares[row].sqrt() } else { 0.0 });
    let svd = svd::leading(&weighted, axes, None);
    let mut terms = weighted.transposed().times(&svd.left); // v · σ
    for ((term, axis), x) in terms.indexed_iter_mut() {
        let sigma = svd.values[axis];
        *x *= if sigma > NOISE { rarity(term) / sigma } else { 0.0 };
    }
    terms
}
