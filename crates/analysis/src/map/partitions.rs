//! Rows by partitions around centres, so that a query looks at those around it only.

use ndarray::{Array2, Axis};
use rayon::prelude::*;

use super::packed::{Best, Packed, single};

/// Rows from which the centres are found.
const SAMPLE: usize = 20_000;
/// Rounds of k-means over the sample: partitions need only be fair.
const ROUNDS: usize = 4;
/// Partitions that a query looks at.
const PROBES: usize = 48;

/// Rows by partitions.
pub(super) struct Partitions {
    centres: Packed,
    lists: Vec<Packed>,
}

impl Partitions {
    /// Twice as many partitions as the root of the number of rows: looking for a partition and looking through it cost alike.
    pub fn new(rows: &Array2<f64>) -> Self {
        let n = rows.nrows();
        let count = ((2.0 * (n as f64).sqrt()) as usize).clamp(1, n.max(1));
        let centres = centres(rows, count);
        let packed = Packed::new(&centres, (0..count as u32).collect());
        let home = homes(rows, &packed);
        let mut lists = vec![Vec::new(); count];
        for (row, &home) in home.iter().enumerate() {
            lists[home as usize].push(row as u32);
        }
        Self { centres: packed, lists: lists.into_iter().map(|ids| Packed::new(rows, ids)).collect() }
    }

    /// Takes in the rows of the partitions closest to the query.
    pub fn scan(&self, best: &mut Best, query: &[f32], except: Option<u32>) {
        for list in top(&self.centres, query, PROBES).ids() {
            let list = &self.lists[list as usize];
            for block in 0..list.blocks() {
                best.scan(list, block, query, except);
            }
        }
    }
}

fn top(centres: &Packed, query: &[f32], count: usize) -> Best {
    let mut best = Best::new(count);
    for block in 0..centres.blocks() {
        best.scan(centres, block, query, None);
    }
    best
}

/// The closest centre of each row.
fn homes(rows: &Array2<f64>, centres: &Packed) -> Vec<u32> {
    let home = |row: usize| top(centres, &single(rows.row(row)), 1).ids().next().unwrap_or_default();
    (0..rows.nrows()).into_par_iter().with_min_len(256).map(home).collect()
}

/// Spherical k-means from rows taken at equal steps. A centre that nobody is closest to stays where it was.
fn centres(rows: &Array2<f64>, count: usize) -> Array2<f64> {
    let step = rows.nrows().div_ceil(SAMPLE).max(1);
    let sample = rows.select(Axis(0), &(0..rows.nrows()).step_by(step).collect::<Vec<_>>());
    let starts: Vec<usize> = (0..count).map(|c| c * sample.nrows() / count).collect();
    let mut centres = sample.select(Axis(0), &starts);
    for _ in 0..ROUNDS {
        let homes = homes(&sample, &Packed::new(&centres, (0..count as u32).collect()));
        let mut sums = Array2::<f64>::zeros(centres.raw_dim());
        for (row, &home) in sample.rows().into_iter().zip(&homes) {
            let mut sum = sums.row_mut(home as usize);
            sum += &row;
        }
        for (mut centre, sum) in centres.rows_mut().into_iter().zip(sums.rows()) {
            let norm = sum.iter().map(|x| x * x).sum::<f64>().sqrt();
            if norm > 1e-12 {
                centre.assign(&sum.mapv(|x| x / norm));
            }
        }
    }
    centres
}
