//! The leading singular vectors of a sparse matrix, by subspace iteration.
//!
//! Halko, Martinsson and Tropp, *Finding structure with randomness*, SIAM Review 53 (2011), algorithms 4.4 and 5.1, with
//! the start fixed: the same matrix gives the same vectors.

use ndarray::{Array1, Array2, s};
use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256Plus;

use super::Sparse;
use super::eigen::symmetric;

/// Vectors carried beyond those asked for, which hastens their convergence.
const SPARE: usize = 12;
/// Products with the matrix and its transpose. The singular values of text tables are close together.
const ROUNDS: usize = 14;
/// Rounds after which the vectors are set apart again: singular values are at most 1 and those kept not far below, so that
/// three rounds lose nothing of the space they span.
const APART: usize = 3;
/// The start of the iteration; any would do.
const START: u64 = 0x5EED;

/// Left singular vectors in columns, and their singular values, the largest first.
pub(super) struct Svd {
    /// As many rows as the matrix.
    pub left: Array2<f64>,
    /// One a column of `left`.
    pub values: Vec<f64>,
}

/// The `count` leading singular vectors of `matrix`, orthogonal to `known`, a unit left singular vector to leave out.
pub(super) fn leading(matrix: &Sparse, count: usize, known: Option<&Array1<f64>>) -> Svd {
    let fixed = usize::from(known.is_some());
    let most = matrix.height().min(matrix.width());
    let width = (count + SPARE + fixed).min(most);
    if width <= fixed {
        return Svd { left: Array2::zeros((matrix.height(), 0)), values: Vec::new() };
    }
    let back = matrix.transposed();
    let mut block = start(matrix.height(), width);
    for round in 0..ROUNDS {
        if round % APART == 0 {
            if let Some(known) = known {
                block.column_mut(0).assign(known);
            }
            orthonormalise(&mut block);
        }
        block = matrix.times(&back.times(&block));
    }
    if let Some(known) = known {
        block.column_mut(0).assign(known);
    }
    orthonormalise(&mut block);
    let block = block.slice(s![.., fixed..]).to_owned();
    ritz(&back, &block, count)
}

fn start(height: usize, width: usize) -> Array2<f64> {
    let mut rng = Xoshiro256Plus::seed_from_u64(START);
    Array2::from_shape_simple_fn((height, width), || rng.gen_range(-1.0..1.0))
}

/// Rotates an orthonormal basis to the singular vectors of its span (Rayleigh and Ritz).
fn ritz(back: &Sparse, basis: &Array2<f64>, count: usize) -> Svd {
    let image = back.times(basis);
    let (squares, rotation) = symmetric(image.t().dot(&image));
    let count = count.min(squares.len());
    let values: Vec<f64> = squares.iter().take(count).map(|square| square.max(0.0).sqrt()).collect();
    Svd { left: basis.dot(&rotation.slice(s![.., ..count])), values }
}

/// Gram and Schmidt, classical and done twice, row by row for the cache; a dependent column becomes zero.
fn orthonormalise(block: &mut Array2<f64>) {
    for column in 0..block.ncols() {
        let before = norm(block, column);
        for _ in 0..2 {
            project_out(block, column);
        }
        let after = norm(block, column);
        let scale = if after > 1e-10 * before { 1.0 / after } else { 0.0 };
        block.column_mut(column).mapv_inplace(|x| x * scale);
    }
}

fn norm(block: &Array2<f64>, column: usize) -> f64 {
    block.column(column).iter().map(|x| x * x).sum::<f64>().sqrt()
}

/// Takes off `column` what it shares with the columns before it.
fn project_out(block: &mut Array2<f64>, column: usize) {
    let mut shared = vec![0.0; column];
    for row in block.rows() {
        let x = row[column];
        for (sum, y) in shared.iter_mut().zip(row) {
            *sum += x * y;
        }
    }
    for mut row in block.rows_mut() {
        let taken: f64 = shared.iter().zip(&row).map(|(s, y)| s * y).sum();
        row[column] -= taken;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_known_singular_values() {
        // Orthogonal columns of norms 5, 4, 3, 2 and 1.
        let rows = (0..5u32).map(|i| vec![(i, f64::from(5 - i))]).chain([vec![], vec![]]);
        let svd = leading(&Sparse::from_rows(rows, 5), 3, None);
        for (found, wanted) in svd.values.iter().zip([5.0, 4.0, 3.0]) {
            assert!((found - wanted).abs() < 1e-6, "{found} {wanted}");
        }
        assert!((svd.left[(0, 0)].abs() - 1.0).abs() < 1e-6);
    }

    #[test]
    fn an_empty_table_has_no_axis() {
        assert!(leading(&Sparse::from_rows([vec![], vec![]].into_iter(), 0), 3, None).values.is_empty());
    }
}
