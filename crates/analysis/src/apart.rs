//! What stands outside the themes: signaux faibles, and what can't be compared.

use domain::analysis::{Place, UnplacedReason, WeakReason};
use ndarray::Array2;
use std::collections::BTreeMap;

use crate::corpus::Read;
use crate::parameters::ValidParameters;
use crate::read::Language;
use crate::themes::Partition;
use crate::vectors::Table;

/// Under this cosine with the centre of its own theme, a verbatim is far from every theme.
const FAR: f64 = 0.33;
/// Under this share of its words known to the table, a verbatim's words are rare.
const KNOWN: f64 = 0.25;
/// Rare words only make a signal when there are so many of them.
const RARE_WORDS: usize = 4;

/// Why a verbatim can't be compared, if it can't; whether others share its words comes later.
pub(crate) fn unplaced(verbatim: &Read<'_>, params: &ValidParameters) -> Option<UnplacedReason> {
    if verbatim.language != Language::French {
        return Some(UnplacedReason::OtherLanguage);
    }
    (verbatim.terms.len() < params.min_words.max(1)).then_some(UnplacedReason::TooShort)
}

/// The place of a verbatim none of whose words is in the table: another uses one of them, or nobody does.
pub(crate) fn blank<T>(verbatim: &Read<'_>, uses: &BTreeMap<&str, usize>) -> Place<T> {
    let shared =
        verbatim.terms.iter().any(|term| uses.get(term.stem.as_str()).is_some_and(|&texts| texts > 1));
    if shared { Place::Weak(WeakReason::RareWords) } else { Place::Unplaced(UnplacedReason::NoSharedWord) }
}

/// In how many verbatims each stem occurs.
pub(crate) fn uses<'a>(read: &'a [Read<'_>]) -> BTreeMap<&'a str, usize> {
    let mut uses = BTreeMap::new();
    for verbatim in read {
        let mut stems: Vec<&str> = verbatim.terms.iter().map(|term| term.stem.as_str()).collect();
        stems.sort_unstable();
        stems.dedup();
        for stem in stems {
            *uses.entry(stem).or_default() += 1;
        }
    }
    uses
}

/// The weak signals among the rows, the weakest `most` at most.
pub(crate) fn weak(
    read: &[&Read<'_>],
    table: &Table,
    rows: &Array2<f64>,
    found: &Partition,
    most: usize,
) -> BTreeMap<usize, WeakReason> {
    let mut signals: Vec<(f64, usize, WeakReason)> = (0..read.len())
        .filter_map(|row| {
            let close = found.closeness(rows.row(row), found.theme_of[row]);
            let known = known_share(read[row], table, row);
            let rare = known < KNOWN && read[row].terms.len() >= RARE_WORDS;
            match (close < FAR, rare) {
                (true, _) => Some((close / FAR, row, WeakReason::FarFromAll)),
                (_, true) => Some((known / KNOWN, row, WeakReason::RareWords)),
                _ => None,
            }
        })
        .collect();
    signals.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    signals.into_iter().take(most).map(|(_, row, reason)| (row, reason)).collect()
}

/// The share of a verbatim's different words that the table knows.
fn known_share(verbatim: &Read<'_>, table: &Table, row: usize) -> f64 {
    let mut stems: Vec<&str> = verbatim.terms.iter().map(|term| term.stem.as_str()).collect();
    stems.sort_unstable();
    stems.dedup();
    table.counts.row(row).0.len() as f64 / stems.len().max(1) as f64
}
