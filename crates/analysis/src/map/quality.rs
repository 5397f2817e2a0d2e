//! How faithful a map is: for the tests.

use domain::analysis::Point;
use ndarray::Array2;
use rand::{Rng, SeedableRng};
use rayon::prelude::*;

/// Venna and Kaski's measures (*Local multidimensional scaling*, Neural Networks 19, 2006), each at most 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct MapQuality {
    /// Low when neighbours on the map are far in truth.
    pub trustworthiness: f64,
    /// Low when neighbours in truth are far on the map.
    pub continuity: f64,
}

/// The measures for `k` neighbours. Compares every pair.
pub(super) fn quality(rows: &Array2<f64>, points: &[Point], k: usize) -> MapQuality {
    let n = rows.nrows();
    let k = k.min((n.saturating_sub(1)) / 2);
    if k == 0 {
        return MapQuality { trustworthiness: 1.0, continuity: 1.0 };
    }
    let late: Vec<(usize, usize)> = (0..n)
        .into_par_iter()
        .map(|i| {
            let truth = ranks(n, i, |j| -rows.row(i).dot(&rows.row(j)));
            let map = ranks(n, i, |j| {
                let (x, y) = (points[i].x - points[j].x, points[i].y - points[j].y);
                f64::from(x * x + y * y)
            });
            let others = || (0..n).filter(move |&j| j != i);
            let false_one = |j: &usize| map[*j] <= k && truth[*j] > k;
            let lost = |j: &usize| truth[*j] <= k && map[*j] > k;
            (
                others().filter(false_one).map(|j| truth[j] - k).sum(),
                others().filter(lost).map(|j| map[j] - k).sum(),
            )
        })
        .collect();
    let scale = 2.0 / (n * k * (2 * n - 3 * k - 1)) as f64;
    let measure = |late: usize| 1.0 - scale * late as f64;
    MapQuality {
        trustworthiness: measure(late.iter().map(|late| late.0).sum()),
        continuity: measure(late.iter().map(|late| late.1).sum()),
    }
}

/// The rank of each row by its distance to `i`, from 1; 0 for `i` itself.
fn ranks(n: usize, i: usize, far: impl Fn(usize) -> f64) -> Vec<usize> {
    let mut order: Vec<(f64, usize)> = (0..n).filter(|&j| j != i).map(|j| (far(j), j)).collect();
    order.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let mut ranks = vec![0; n];
    for (rank, (_, j)) in order.into_iter().enumerate() {
        ranks[j] = rank + 1;
    }
    ranks
}

/// Unit rows around as many centres as there are themes, and their themes: the same at each call.
pub(super) fn blobs(
    count: usize,
    axes: usize,
    themes: usize,
    noise: f64,
) -> (Array2<f64>, Vec<Option<usize>>) {
    let mut rng = rand_xoshiro::Xoshiro256Plus::seed_from_u64(11);
    let mut draw = |scale: f64| -> Vec<f64> { (0..axes).map(|_| scale * rng.gen_range(-1.0..1.0)).collect() };
    let centres: Vec<Vec<f64>> = (0..themes).map(|_| draw(1.0)).collect();
    let mut rows = Array2::zeros((count, axes));
    for (i, mut row) in rows.rows_mut().into_iter().enumerate() {
        for ((x, centre), off) in row.iter_mut().zip(&centres[i % themes]).zip(draw(noise)) {
            *x = centre + off;
        }
        let norm = row.dot(&row).sqrt();
        row /= norm;
    }
    (rows, (0..count).map(|i| Some(i % themes)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_faithful_map_has_one_and_a_shuffled_one_about_half() {
        // Uneven steps, so that no two are as far.
        let angle = |i: usize| 3.0 * (i as f64 / 100.0).powf(1.3);
        let rows = Array2::from_shape_fn((100, 2), |(i, axis)| [angle(i).cos(), angle(i).sin()][axis]);
        let at = |i: usize| Point { x: 0.5, y: angle(i) as f32 / 3.0 };
        let true_to: Vec<Point> = (0..100).map(at).collect();
        assert_eq!(quality(&rows, &true_to, 7), MapQuality { trustworthiness: 1.0, continuity: 1.0 });
        let shuffled: Vec<Point> = (0..100).map(|i| at(i * 37 % 100)).collect();
        assert!(quality(&rows, &shuffled, 7).trustworthiness < 0.7);
    }
}
