//! Sparse matrices by compressed rows.

use ndarray::Array2;
use rayon::prelude::*;

/// A sparse matrix whose rows hold their entries by column.
#[derive(Clone, Debug)]
pub(crate) struct Sparse {
    starts: Vec<usize>,
    columns: Vec<u32>,
    values: Vec<f64>,
    width: usize,
}

impl Sparse {
    /// From rows of (column, value), columns rising, all under `width`.
    pub fn from_rows(rows: impl Iterator<Item = Vec<(u32, f64)>>, width: usize) -> Self {
        let mut matrix = Self { starts: vec![0], columns: Vec::new(), values: Vec::new(), width };
        for row in rows {
            for (column, value) in row {
                matrix.columns.push(column);
                matrix.values.push(value);
            }
            matrix.starts.push(matrix.columns.len());
        }
        matrix
    }

    /// Rows.
    pub fn height(&self) -> usize {
        self.starts.len() - 1
    }

    /// Columns.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The columns and values of a row.
    pub fn row(&self, row: usize) -> (&[u32], &[f64]) {
        let span = self.starts[row]..self.starts[row + 1];
        (&self.columns[span.clone()], &self.values[span])
    }

    /// Some rows.
    pub fn select(&self, rows: &[usize]) -> Self {
        let pairs = |&row: &usize| {
            let (columns, values) = self.row(row);
            columns.iter().copied().zip(values.iter().copied()).collect()
        };
        Self::from_rows(rows.iter().map(pairs), self.width)
    }

    /// The same entries with other values, from row, column and value.
    pub fn map(&self, f: impl Fn(usize, usize, f64) -> f64) -> Self {
        let mut mapped = self.clone();
        for row in 0..self.height() {
            for at in self.starts[row]..self.starts[row + 1] {
                mapped.values[at] = f(row, self.columns[at] as usize, self.values[at]);
            }
        }
        mapped
    }

    /// The sums of rows and of columns.
    pub fn sums(&self) -> (Vec<f64>, Vec<f64>) {
        let mut columns = vec![0.0; self.width];
        let rows = (0..self.height()).map(|row| {
            let (at, values) = self.row(row);
            for (&column, value) in at.iter().zip(values) {
                columns[column as usize] += value;
            }
            values.iter().sum()
        });
        (rows.collect(), columns)
    }

    /// Rows for columns.
    pub fn transposed(&self) -> Self {
        let mut rows: Vec<Vec<(u32, f64)>> = vec![Vec::new(); self.width];
        for row in 0..self.height() {
            let (columns, values) = self.row(row);
            for (&column, &value) in columns.iter().zip(values) {
                rows[column as usize].push((row as u32, value));
            }
        }
        Self::from_rows(rows.into_iter(), self.height())
    }

    /// The product with a dense matrix. Each row is summed in the order of its columns, whatever the thread.
    pub fn times(&self, dense: &Array2<f64>) -> Array2<f64> {
        let width = dense.ncols();
        let mut product = Array2::zeros((self.height(), width));
        let dense = dense.as_standard_layout();
        let (Some(from), Some(into)) = (dense.as_slice(), product.as_slice_mut()) else { return product };
        into.par_chunks_mut(width.max(1)).with_min_len(256).enumerate().for_each(|(row, out)| {
            let (columns, values) = self.row(row);
            for (&column, &value) in columns.iter().zip(values) {
                let at = column as usize * width;
                for (sum, x) in out.iter_mut().zip(&from[at..at + width]) {
                    *sum += value * x;
                }
            }
        });
        product
    }
}
