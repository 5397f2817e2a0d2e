//! Vectors to themes, as many as the texts suggest, none too large: Reinert's descending classification of the words
//! starts k-means in the space, or the themes of the run before do.

mod balance;
mod count;
mod descend;
mod kmeans;
mod refine;
mod start;
pub(crate) mod tree;

use domain::analysis::{Choice, Confidence};
use ndarray::{Array2, ArrayView1};
use serde::{Deserialize, Serialize};

use crate::parameters::{ThemeCount, ValidParameters};
use crate::vectors::Sparse;
pub(crate) use start::fresh;

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

    /// The theme of some whose centre is closest to a row, the first on a tie.
    pub fn closest(&self, row: ArrayView1<'_, f64>, themes: &[usize]) -> usize {
        let close = themes.iter().map(|&theme| (self.closeness(row, theme), theme));
        close.reduce(|best, next| if next.0 > best.0 { next } else { best }).map_or(0, |(_, theme)| theme)
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

/// The themes of some rows, and how they were settled on.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub partition: Partition,
    pub choice: Choice,
}

/// The themes of the rows, whose words are `presence` and whose themes in the run before are `before`.
pub(crate) fn themes(
    rows: &Array2<f64>,
    presence: &Sparse,
    before: &[Option<usize>],
    params: &ValidParameters,
    seed: u64,
) -> Result<Found, ThemesError> {
    let start = start::warm(rows, before);
    match (params.themes, start) {
        (ThemeCount::Exactly(k), start) => {
            let kept = start.filter(|warm| warm.len() == k);
            let partition = match kept {
                Some(warm) => warm.settle(rows),
                None => fresh(rows, presence, k, seed)?,
            };
            let mut choice = count::choice(rows, &[k], params.runs, seed)?;
            choice.confidence = Confidence::Given;
            choice.compared.clear();
            Ok(found(partition, choice))
        }
        (ThemeCount::Free { .. }, Some(warm)) => {
            let partition = warm.grown(rows).settle(rows);
            let partition = balance::balance(rows, partition, params.largest_share, seed)?;
            let choice = count::choice(rows, &[partition.len()], params.runs, seed)?;
            Ok(found(partition, choice))
        }
        (ThemeCount::Free { least, most }, None) => {
            let choice =
                count::choice(rows, &count::candidates(rows.nrows(), least..=most), params.runs, seed)?;
            let wanted = choice.themes as usize;
            let mut partition = free(rows, presence, wanted, params, seed)?;
            let lost = wanted.saturating_sub(partition.len());
            if lost > 0 {
                let again = free(rows, presence, wanted + lost, params, seed)?;
                if (partition.len()..=wanted).contains(&again.len()) {
                    partition = again;
                }
            }
            Ok(found(partition, choice))
        }
    }
}

/// At most `k` themes, but to keep them balanced; those that hold too few are given to the others, so that one more division
/// may be asked for each.
fn free(
    rows: &Array2<f64>,
    presence: &Sparse,
    k: usize,
    params: &ValidParameters,
    seed: u64,
) -> Result<Partition, ThemesError> {
    let partition = balance::balance(rows, fresh(rows, presence, k, seed)?, params.largest_share, seed)?;
    Ok(balance::dissolve(rows, partition))
}

fn found(partition: Partition, mut choice: Choice) -> Found {
    choice.themes = partition.len() as u32;
    Found { partition, choice }
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
