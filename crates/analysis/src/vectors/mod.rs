//! Texts to unit vectors: close texts point the same way.
//!
//! **Invariant:** the table is sparse throughout; nothing is ever `texts × terms` numbers large.

mod correspondence;
mod eigen;
mod lsa;
mod sparse;
mod svd;
mod table;

use ndarray::{Array2, ArrayViewMut1};
use serde::{Deserialize, Serialize};

use crate::parameters::ValidParameters;
pub(crate) use correspondence::first_axis;
pub(crate) use eigen::symmetric;
pub(crate) use sparse::Sparse;
pub(crate) use table::Table;

/// How texts become vectors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum VectorKind {
    /// Correspondence analysis of the binary text × term table, scaled as a diffusion: the geometry of Benzécri's
    /// school, and the better one on short French texts.
    #[default]
    Correspondence,
    /// TF-IDF and latent semantic analysis, for comparison.
    TfIdfLsa,
}

impl VectorKind {
    /// What a term written `count` times in a text weighs there.
    pub(crate) fn weight(self, count: f64) -> f64 {
        match self {
            Self::Correspondence => 1.0,
            Self::TfIdfLsa => 1.0 + count.ln(),
        }
    }
}

/// Texts and terms in one space.
#[derive(Clone, Debug)]
pub(crate) struct Vectors {
    /// One row a text, of length 1; a row of zeros for a text without any term of the table.
    pub rows: Array2<f64>,
    /// One row a term of the table. A text's vector is the weighted sum of its terms', made to length 1: that is how a
    /// text that comes later finds its place.
    pub terms: Array2<f64>,
}

/// Units of context that the axes are drawn from, evenly taken: with so many, others hardly move them.
const SAMPLE: usize = 30_000;

/// The space of a table whose rows belong to `units` of context, rising from 0 without a gap.
///
/// The axes are those of the units: who writes of one subject in three sentences ties their words. A row is its own
/// direction plus that of its unit, the latter weighted by the parameter `context`.
pub(crate) fn vectors(table: &Table, units: &[usize], params: &ValidParameters) -> Vectors {
    let kind = params.vectors;
    let merged = table.merged(units);
    let every = merged.counts.height().div_ceil(SAMPLE).max(1);
    let some: Vec<usize> = (0..merged.counts.height()).step_by(every).collect();
    let some = merged.select(&some);
    let terms = match kind {
        VectorKind::Correspondence => correspondence::terms(&some, params.axes, i32::from(params.time)),
        VectorKind::TfIdfLsa => lsa::terms(&some, params.axes),
    };
    let of = |table: &Table| {
        let mut rows = table.counts.map(|_, _, count| kind.weight(count)).times(&terms);
        rows.rows_mut().into_iter().for_each(unit);
        rows
    };
    let mut rows = of(table);
    let contexts = of(&merged);
    for (mut row, &at) in rows.rows_mut().into_iter().zip(units) {
        row.scaled_add(params.context, &contexts.row(at));
        unit(row);
    }
    Vectors { rows, terms }
}

/// Makes a row of length 1, or leaves it at zero.
fn unit(mut row: ArrayViewMut1<'_, f64>) {
    let norm = row.dot(&row).sqrt();
    if norm > f64::MIN_POSITIVE {
        row /= norm;
    } else {
        row.fill(0.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ParamGuard, Parameters};

    fn table() -> Table {
        let texts = ["a b", "a b c", "b c", "x y", "x y z", "y z", ""];
        let terms = texts.map(|text| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
        Table::new(&terms, 2)
    }

    #[test]
    fn two_subjects_point_two_ways() {
        for kind in [VectorKind::Correspondence, VectorKind::TfIdfLsa] {
            let params = Parameters::default().vectors(kind).axes(3).check().unwrap();
            let rows = vectors(&table(), &[0, 1, 2, 3, 4, 5, 6], &params).rows;
            let cos = |a: usize, b: usize| rows.row(a).dot(&rows.row(b));
            assert!(cos(0, 1) > 0.7 && cos(3, 4) > 0.7, "{kind:?} {rows}");
            assert!(cos(0, 3) < 0.3 && cos(1, 5) < 0.3, "{kind:?} {rows}");
            assert!(rows.row(6).iter().all(|&x| x == 0.0));
        }
    }
}
