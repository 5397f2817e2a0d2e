//! Vectors to themes: k-means, as many as the texts suggest, none too large.

mod balance;
mod count;
mod kmeans;

use ndarray::{Array2, ArrayView1};
use serde::{Deserialize, Serialize};

use crate::parameters::{ThemeCount, ValidParameters};
pub(crate) use kmeans::kmeans;

/// What k-means can't do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum ThemesError {
    /// The vectors hold a number that is none.
    #[error("the vectors of the texts can't be compared: one of them isn't a number")]
    NotComparable,
}

/// A theme for every row: the largest is 0, and none is empty.
#[derive(Clone, Debug)]
pub(crate) struct Partition {
    /// The theme of each row.
    pub theme_of: Vec<usize>,
    /// The mean of each theme's rows.
    pub centres: Array2<f64>,
}

impl Partition {
    /// From any numbering, which is done anew: the largest first, the earliest row on a tie.
    pub fn new(rows: &Array2<f64>, raw: &[usize]) -> Self {
        let mut order: Vec<(usize, usize, usize)> = Vec::new(); // (rows, first row, raw number)
        let mut seen: std::collections::BTreeMap<usize, (usize, usize)> = std::collections::BTreeMap::new();
        for (row, &theme) in raw.iter().enumerate() {
            seen.entry(theme).or_insert((0, row)).0 += 1;
        }
        order.extend(seen.iter().map(|(&theme, &(size, first))| (size, first, theme)));
        order.sort_by_key(|&(size, first, _)| (std::cmp::Reverse(size), first));
        let rank: std::collections::BTreeMap<usize, usize> =
            order.iter().enumerate().map(|(rank, &(_, _, theme))| (theme, rank)).collect();
        let theme_of: Vec<usize> = raw.iter().map(|theme| rank[theme]).collect();
        let centres = centres(rows, &theme_of, order.len());
        Self { theme_of, centres }
    }

    /// Themes.
    pub fn len(&self) -> usize {
        self.centres.nrows()
    }

    /// Rows in each theme.
    pub fn sizes(&self) -> Vec<usize> {
        let mut sizes = vec![0; self.len()];
        for &theme in &self.theme_of {
            sizes[theme] += 1;
        }
        sizes
    }

    /// The cosine of a row with the centre of a theme.
    pub fn closeness(&self, row: ArrayView1<'_, f64>, theme: usize) -> f64 {
        let centre = self.centres.row(theme);
        let norm = (centre.dot(&centre) * row.dot(&row)).sqrt();
        if norm > 0.0 { row.dot(&centre) / norm } else { 0.0 }
    }
}

fn centres(rows: &Array2<f64>, theme_of: &[usize], themes: usize) -> Array2<f64> {
    let mut centres = Array2::zeros((themes, rows.ncols()));
    let mut sizes = vec![0.0_f64; themes];
    for (row, &theme) in rows.rows().into_iter().zip(theme_of) {
        let mut centre = centres.row_mut(theme);
        centre += &row;
        sizes[theme] += 1.0;
    }
    for (mut centre, size) in centres.rows_mut().into_iter().zip(sizes) {
        centre /= size.max(1.0);
    }
    centres
}

/// The themes of the rows.
pub(crate) fn themes(
    rows: &Array2<f64>,
    params: &ValidParameters,
    seed: u64,
) -> Result<Partition, ThemesError> {
    match params.themes {
        ThemeCount::Exactly(k) => kmeans(rows, k, params.runs, seed),
        ThemeCount::Free { least, most } => {
            let k = count::count(rows, least..=most, seed)?;
            let found = kmeans(rows, k, params.runs, seed)?;
            balance::balance(rows, found, params.largest_share, params.runs, seed)
        }
    }
}

/// Fewer rows than `wanted` are different: nothing to tell apart.
pub(crate) fn has_fewer_distinct(rows: &Array2<f64>, wanted: usize) -> bool {
    let mut distinct: Vec<usize> = Vec::new();
    for (i, row) in rows.rows().into_iter().enumerate() {
        let known = distinct.iter().any(|&j| (&row - &rows.row(j)).mapv(f64::abs).sum() < 1e-9);
        if !known {
            distinct.push(i);
        }
        if distinct.len() >= wanted {
            return false;
        }
    }
    true
}
