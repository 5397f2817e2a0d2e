//! Rows side by side in single precision, for one query to be compared with many of them at once.

use ndarray::{Array2, ArrayView1};

/// Rows compared at once: four registers of four numbers on every processor of its kind.
pub(super) const LANES: usize = 16;

/// Rows by blocks of [`LANES`], axis by axis within a block; the last block is filled with zeros.
pub(super) struct Packed {
    axes: usize,
    ids: Vec<u32>,
    values: Vec<f32>,
}

/// A row in single precision.
pub(super) fn single(row: ArrayView1<'_, f64>) -> Vec<f32> {
    row.iter().map(|&x| x as f32).collect()
}

impl Packed {
    /// Those rows, in that order.
    pub fn new(rows: &Array2<f64>, ids: Vec<u32>) -> Self {
        let axes = rows.ncols();
        let mut values = vec![0.0; ids.len().div_ceil(LANES) * axes * LANES];
        for (at, &id) in ids.iter().enumerate() {
            let block = at / LANES * axes * LANES;
            for (axis, &x) in rows.row(id as usize).iter().enumerate() {
                values[block + axis * LANES + at % LANES] = x as f32;
            }
        }
        Self { axes, ids, values }
    }

    /// How many blocks there are.
    pub fn blocks(&self) -> usize {
        self.ids.len().div_ceil(LANES)
    }

    /// The rows of a block.
    pub fn ids(&self, block: usize) -> &[u32] {
        let from = block * LANES;
        &self.ids[from..(from + LANES).min(self.ids.len())]
    }

    /// The products of a query with the rows of a block.
    pub fn products(&self, block: usize, query: &[f32]) -> [f32; LANES] {
        let size = self.axes * LANES;
        let mut sums = [0.0; LANES];
        for (values, &x) in self.values[block * size..(block + 1) * size].chunks_exact(LANES).zip(query) {
            for (sum, &value) in sums.iter_mut().zip(values) {
                *sum += x * value;
            }
        }
        sums
    }
}

/// The best so far of a query: the largest products, the smallest rows on a tie.
pub(super) struct Best {
    most: usize,
    found: Vec<(f32, u32)>,
}

impl Best {
    /// Room for `most`.
    pub fn new(most: usize) -> Self {
        Self { most, found: Vec::with_capacity(most + 1) }
    }

    /// Takes in a block of `packed`, but for the row `except`.
    pub fn scan(&mut self, packed: &Packed, block: usize, query: &[f32], except: Option<u32>) {
        let products = packed.products(block, query);
        let full = self.found.len() == self.most;
        let floor = self.found.last().map_or(f32::NEG_INFINITY, |last| last.0);
        if full && products.iter().all(|&product| product < floor) {
            return;
        }
        for (&id, &product) in packed.ids(block).iter().zip(&products) {
            if Some(id) != except {
                self.offer(product, id);
            }
        }
    }

    fn offer(&mut self, product: f32, id: u32) {
        let before = |other: &(f32, u32)| other.0 > product || (other.0 == product && other.1 < id);
        if self.found.len() == self.most && self.found.last().is_none_or(before) {
            return;
        }
        let at = self.found.partition_point(before);
        self.found.insert(at, (product, id));
        self.found.truncate(self.most);
    }

    /// The rows found, the best first.
    pub fn ids(&self) -> impl Iterator<Item = u32> + '_ {
        self.found.iter().map(|&(_, id)| id)
    }
}
