//! The rows that point the same way.

use ndarray::Array2;
use rayon::prelude::*;

use super::packed::{Best, LANES, Packed, single};
use super::partitions::Partitions;

/// Comparisons up to which every pair is compared, in a second or two. Beyond, a query looks through the partitions
/// around it; the tests hold the share of true neighbours that it finds above 97 %.
const EXACT: usize = 150_000_000;
/// Rows kept beyond those asked for, since the first look is in single precision.
const SPARE: usize = 8;
/// Queries that go through the rows together.
const TOGETHER: usize = 2 * LANES;

/// The `k` rows closest to each by cosine, itself left out, the closest first, the first row on a tie. Rows are unit
/// vectors, or zero.
pub(crate) fn nearest(rows: &Array2<f64>, k: usize) -> Vec<Vec<(u32, f64)>> {
    search(rows, rows, k, true)
}

/// The `k` rows of `base` closest to each row of `queries`.
pub(super) fn among(base: &Array2<f64>, queries: &Array2<f64>, k: usize) -> Vec<Vec<(u32, f64)>> {
    search(base, queries, k, false)
}

fn search(base: &Array2<f64>, queries: &Array2<f64>, k: usize, same: bool) -> Vec<Vec<(u32, f64)>> {
    if k == 0 || base.nrows() == 0 {
        return vec![Vec::new(); queries.nrows()];
    }
    if base.nrows().saturating_mul(queries.nrows()) <= EXACT {
        exact(base, queries, k, same)
    } else {
        partitioned(base, queries, k, same)
    }
}

fn exact(base: &Array2<f64>, queries: &Array2<f64>, k: usize, same: bool) -> Vec<Vec<(u32, f64)>> {
    let packed = Packed::new(base, (0..base.nrows() as u32).collect());
    let batches: Vec<Vec<usize>> =
        (0..queries.nrows()).collect::<Vec<_>>().chunks(TOGETHER).map(<[usize]>::to_vec).collect();
    let found = batches.into_par_iter().flat_map_iter(|batch| {
        let singles: Vec<Vec<f32>> = batch.iter().map(|&row| single(queries.row(row))).collect();
        let mut best: Vec<Best> = batch.iter().map(|_| Best::new(k + SPARE)).collect();
        for block in 0..packed.blocks() {
            for ((best, query), &row) in best.iter_mut().zip(&singles).zip(&batch) {
                best.scan(&packed, block, query, same.then_some(row as u32));
            }
        }
        let sorted = |(best, row): (Best, usize)| sorted(base, queries, row, &best, k);
        best.into_iter().zip(batch).map(sorted).collect::<Vec<_>>()
    });
    found.collect()
}

fn partitioned(base: &Array2<f64>, queries: &Array2<f64>, k: usize, same: bool) -> Vec<Vec<(u32, f64)>> {
    let partitions = Partitions::new(base);
    let find = |row: usize| {
        let mut best = Best::new(k + SPARE);
        partitions.scan(&mut best, &single(queries.row(row)), same.then_some(row as u32));
        sorted(base, queries, row, &best, k)
    };
    (0..queries.nrows()).into_par_iter().with_min_len(64).map(find).collect()
}

/// The best of a query by their cosine in double precision.
fn sorted(base: &Array2<f64>, queries: &Array2<f64>, row: usize, best: &Best, k: usize) -> Vec<(u32, f64)> {
    let query = queries.row(row);
    let cosine = |id: u32| base.row(id as usize).iter().zip(query).map(|(a, b)| a * b).sum::<f64>();
    let mut found: Vec<(u32, f64)> = best.ids().map(|id| (id, cosine(id))).collect();
    found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    found.truncate(k);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::quality::blobs;

    #[test]
    fn the_closest_come_first_and_the_first_on_a_tie() {
        let rows = ndarray::arr2(&[[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.6, 0.8], [1.0, 0.0]]);
        let found = nearest(&rows, 3);
        assert_eq!(found[0], [(2, 1.0), (4, 1.0), (3, 0.6)]);
        assert_eq!(found[1][0], (3, 0.8));
        assert_eq!(nearest(&rows, 9)[0].len(), 4);
        assert!(nearest(&Array2::zeros((0, 4)), 3).is_empty());
        assert_eq!(nearest(&rows, 0), vec![Vec::new(); 5]);
    }

    #[test]
    fn partitions_find_nearly_all_that_comparing_every_pair_finds() {
        let (rows, _) = blobs(6_000, 30, 12, 0.6);
        let k = 15;
        let (all, some) = (exact(&rows, &rows, k, true), partitioned(&rows, &rows, k, true));
        let kept: usize = all
            .iter()
            .zip(&some)
            .map(|(all, some)| some.iter().filter(|found| all.iter().any(|one| one.0 == found.0)).count())
            .sum();
        let recall = kept as f64 / (k * rows.nrows()) as f64;
        assert!(recall >= 0.97, "{recall}");
    }
}
