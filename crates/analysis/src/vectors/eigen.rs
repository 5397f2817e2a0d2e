//! Eigenvectors of a small symmetric matrix.

use ndarray::Array2;

/// Sweeps of rotations; a matrix of 50 rows needs under ten.
const SWEEPS: usize = 30;

/// Eigenvalues, the largest first, and their eigenvectors in columns, by Jacobi's cyclic rotations
/// (Golub and Van Loan, *Matrix Computations*, 8.5).
pub(crate) fn symmetric(mut matrix: Array2<f64>) -> (Vec<f64>, Array2<f64>) {
    let n = matrix.nrows();
    let mut vectors = Array2::eye(n);
    let scale: f64 = matrix.iter().map(|x| x * x).sum::<f64>();
    for _ in 0..SWEEPS {
        let off: f64 =
            (0..n).flat_map(|p| (p + 1..n).map(move |q| (p, q))).map(|at| matrix[at] * matrix[at]).sum();
        if off <= 1e-24 * scale {
            break;
        }
        for p in 0..n {
            for q in p + 1..n {
                rotate(&mut matrix, &mut vectors, p, q);
            }
        }
    }
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|&a, &b| matrix[(b, b)].total_cmp(&matrix[(a, a)]).then(a.cmp(&b)));
    let values = order.iter().map(|&i| matrix[(i, i)]).collect();
    (values, vectors.select(ndarray::Axis(1), &order))
}

/// One rotation, which makes the entry at row `p` and column `q` zero.
fn rotate(matrix: &mut Array2<f64>, vectors: &mut Array2<f64>, p: usize, q: usize) {
    let apq = matrix[(p, q)];
    if apq == 0.0 {
        return;
    }
    let theta = (matrix[(q, q)] - matrix[(p, p)]) / (2.0 * apq);
    let t = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
    let c = 1.0 / (t * t + 1.0).sqrt();
    let s = t * c;
    for k in 0..matrix.nrows() {
        let (a, b) = (matrix[(k, p)], matrix[(k, q)]);
        (matrix[(k, p)], matrix[(k, q)]) = (c * a - s * b, s * a + c * b);
    }
    for k in 0..matrix.nrows() {
        let (a, b) = (matrix[(p, k)], matrix[(q, k)]);
        (matrix[(p, k)], matrix[(q, k)]) = (c * a - s * b, s * a + c * b);
        let (a, b) = (vectors[(k, p)], vectors[(k, q)]);
        (vectors[(k, p)], vectors[(k, q)]) = (c * a - s * b, s * a + c * b);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn a_matrix_of_known_eigenvalues() {
        let (values, vectors) = symmetric(array![[2.0, 1.0, 0.0], [1.0, 2.0, 0.0], [0.0, 0.0, 5.0]]);
        for (found, wanted) in values.iter().zip([5.0, 3.0, 1.0]) {
            assert!((found - wanted).abs() < 1e-12);
        }
        assert!((vectors[(2, 0)].abs() - 1.0).abs() < 1e-12);
    }
}
