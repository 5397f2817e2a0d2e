//! The table of texts and terms.

use std::collections::{BTreeMap, HashMap};

use super::Sparse;

/// How often each text uses each term that enough texts use.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    /// Texts in rows, terms in columns, counts as entries.
    pub counts: Sparse,
    /// The stems of the columns, in the order of letters.
    pub stems: Vec<String>,
}

impl Table {
    /// From the stems of each text, in any order; terms in fewer than `min_texts` texts are left out.
    pub fn new(texts: &[Vec<String>], min_texts: usize) -> Self {
        let mut used: HashMap<&str, usize> = HashMap::new();
        let counted: Vec<BTreeMap<&str, f64>> = texts.iter().map(|stems| counted(stems)).collect();
        for &stem in counted.iter().flat_map(BTreeMap::keys) {
            *used.entry(stem).or_default() += 1;
        }
        let mut stems: Vec<&str> =
            used.into_iter().filter(|(_, texts)| *texts >= min_texts).map(|(stem, _)| stem).collect();
        stems.sort_unstable();
        let columns: HashMap<&str, u32> = stems.iter().copied().zip(0..).collect();
        let rows = counted.iter().map(|row| {
            row.iter().filter_map(|(stem, count)| Some((*columns.get(stem)?, *count))).collect::<Vec<_>>()
        });
        let counts = Sparse::from_rows(rows, columns.len());
        Self { counts, stems: stems.into_iter().map(str::to_owned).collect() }
    }

    /// Some texts, with every term.
    pub fn select(&self, texts: &[usize]) -> Self {
        Self { counts: self.counts.select(texts), stems: self.stems.clone() }
    }

    /// The texts of each of `units`, rising from 0, as one.
    pub fn merged(&self, units: &[usize]) -> Self {
        let mut rows: Vec<BTreeMap<u32, f64>> =
            vec![BTreeMap::new(); units.last().map_or(0, |last| last + 1)];
        for (row, &unit) in units.iter().enumerate() {
            let (columns, counts) = self.counts.row(row);
            for (&column, count) in columns.iter().zip(counts) {
                *rows[unit].entry(column).or_default() += count;
            }
        }
        let rows = rows.into_iter().map(|row| row.into_iter().collect());
        Self { counts: Sparse::from_rows(rows, self.stems.len()), stems: self.stems.clone() }
    }

    /// The column of a stem.
    pub fn column(&self, stem: &str) -> Option<usize> {
        self.stems.binary_search_by(|known| known.as_str().cmp(stem)).ok()
    }

    /// The table of presence: 1 where a text uses a term.
    pub fn presence(&self) -> Sparse {
        self.counts.map(|_, _, _| 1.0)
    }

    /// Whether a text uses no term of the table.
    pub fn is_blank(&self, row: usize) -> bool {
        self.counts.row(row).0.is_empty()
    }
}

fn counted(stems: &[String]) -> BTreeMap<&str, f64> {
    let mut counts = BTreeMap::new();
    for stem in stems {
        *counts.entry(stem.as_str()).or_default() += 1.0;
    }
    counts
}
