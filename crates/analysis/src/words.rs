//! The words that a theme uses more than the others do.

use domain::analysis::TypicalWord;
use std::collections::{BTreeMap, BTreeSet};

use crate::read::Forms;
use crate::vectors::Table;

/// χ² of a 2 × 2 table, one degree of freedom, without correction: `n (ad - bc)² / ((a+b)(c+d)(a+c)(b+d))`
/// (Pearson 1900). `inside` of `size` verbatims of a theme hold the word, `all` of `total` in the whole.
pub(crate) fn chi2(inside: f64, size: f64, all: f64, total: f64) -> f64 {
    let (b, c) = (size - inside, all - inside);
    let d = total - size - c;
    let margins = size * (total - size) * all * (total - all);
    if margins > 0.0 { total * (inside * d - b * c).powi(2) / margins } else { 0.0 }
}

/// A word with its χ².
#[derive(Clone, Copy, Debug)]
pub(crate) struct Weight {
    /// Its column in the table.
    pub column: usize,
    /// How strongly it marks the theme.
    pub chi2: f64,
    /// Verbatims of the theme that hold it.
    pub inside: f64,
}

/// The words that each theme over-uses, the strongest first. `theme_of` says nothing of the rows to leave out.
pub(crate) fn weights(table: &Table, theme_of: &[Option<usize>], themes: usize) -> Vec<Vec<Weight>> {
    let mut inside = vec![vec![0.0; table.stems.len()]; themes];
    let mut sizes = vec![0.0; themes];
    let mut all = vec![0.0; table.stems.len()];
    for (row, theme) in theme_of.iter().enumerate() {
        let Some(theme) = *theme else { continue };
        sizes[theme] += 1.0;
        for &column in table.counts.row(row).0 {
            inside[theme][column as usize] += 1.0;
            all[column as usize] += 1.0;
        }
    }
    let total: f64 = sizes.iter().sum();
    inside.iter().zip(&sizes).map(|(counts, &size)| ranked(counts, size, &all, total)).collect()
}

fn ranked(counts: &[f64], size: f64, all: &[f64], total: f64) -> Vec<Weight> {
    let mut weights: Vec<Weight> = counts
        .iter()
        .zip(all)
        .enumerate()
        .filter(|&(_, (&inside, &all))| inside > 0.0 && inside * total > all * size)
        .map(|(column, (&inside, &all))| Weight { column, chi2: chi2(inside, size, all, total), inside })
        .collect();
    weights.sort_by(|a, b| b.chi2.total_cmp(&a.chi2).then(a.column.cmp(&b.column)));
    weights
}

/// Words looked at for each that is shown.
const SPARE: usize = 3;

/// The `most` strongest words as people write them, of those that at least two authors of the theme use: `voices` are
/// its rows with their author. A word within a pair that stands before it isn't said twice.
pub(crate) fn typical(
    weights: &[Weight],
    table: &Table,
    forms: &Forms,
    voices: &[(usize, usize)],
    most: usize,
) -> Vec<TypicalWord> {
    let columns: BTreeMap<u32, usize> =
        weights.iter().take(SPARE * most).enumerate().map(|(i, weight)| (weight.column as u32, i)).collect();
    let mut authors: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); columns.len()];
    for &(row, author) in voices {
        for column in table.counts.row(row).0 {
            if let Some(&at) = columns.get(column) {
                authors[at].insert(author);
            }
        }
    }
    let mut shown: Vec<&Weight> = Vec::new();
    let stem = |weight: &Weight| table.stems[weight.column].as_str();
    for (weight, _) in weights.iter().zip(&authors).filter(|(_, authors)| authors.len() >= 2) {
        let said = |other: &&Weight| stem(other).split(' ').any(|part| part == stem(weight));
        if shown.len() < most && !shown.iter().any(said) {
            shown.push(weight);
        }
    }
    let word = |weight: &Weight| TypicalWord {
        form: forms.show(stem(weight)),
        chi2: weight.chi2,
        verbatims: weight.inside as u32,
    };
    shown.into_iter().map(word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chi2_worked_by_hand() {
        // 8 of 10 inside, 2 of 10 outside: 20 · (8·8 - 2·2)² / (10·10·10·10) = 7.2.
        assert!((chi2(8.0, 10.0, 10.0, 20.0) - 7.2).abs() < 1e-12);
        assert_eq!(chi2(5.0, 10.0, 10.0, 20.0), 0.0);
        assert_eq!(chi2(3.0, 10.0, 20.0, 20.0), 0.0);
    }
}
