//! What stands outside the themes: signaux faibles, and what can't be compared.

use domain::analysis::{Place, UnplacedReason, WeakReason};
use std::collections::{BTreeMap, HashMap};

use crate::corpus::Read;
use crate::read::{Language, Term};
use crate::space::Space;
use crate::themes::Partition;

/// Under this cosine with the centre of its own theme, a verbatim is far from every theme.
const FAR: f64 = 0.33;
/// Under this share of its words known to the table, a verbatim's words are rare.
const KNOWN: f64 = 0.25;
/// Rare words only make a signal when there are so many of them.
const RARE_WORDS: usize = 4;

/// Why a verbatim can't be compared, if it can't; whether others share its words comes later.
pub(crate) fn unplaced(language: Language, terms: &[Term<'_>], min_words: usize) -> Option<UnplacedReason> {
    if language != Language::French {
        return Some(UnplacedReason::OtherLanguage);
    }
    (terms.len() < min_words.max(1)).then_some(UnplacedReason::TooShort)
}

/// The place of a verbatim none of whose words is in the table: another uses one of them (`shared`), or nobody does.
pub(crate) fn blank<T>(shared: bool) -> Place<T> {
    if shared { Place::Weak(WeakReason::RareWords) } else { Place::Unplaced(UnplacedReason::NoSharedWord) }
}

/// Whether a cosine with the centre of its theme is that of a verbatim far from every theme.
pub(crate) fn is_far(close: f64) -> bool {
    close < FAR
}

/// Why a verbatim stands apart, if it does, and how little: under 1, the less the weaker. `close` is the cosine with the
/// centre of its theme, `known` of its `words` different words are in the table.
pub(crate) fn weakness(close: f64, known: usize, words: usize) -> Option<(f64, WeakReason)> {
    let share = known as f64 / words.max(1) as f64;
    match (is_far(close), share < KNOWN && words >= RARE_WORDS) {
        (true, _) => Some((close / FAR, WeakReason::FarFromAll)),
        (_, true) => Some((share / KNOWN, WeakReason::RareWords)),
        _ => None,
    }
}

/// In how many verbatims each stem occurs.
pub(crate) fn uses<'a>(read: &'a [Read<'_>]) -> HashMap<&'a str, usize> {
    let mut uses = HashMap::new();
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
pub(crate) fn weak(space: &Space<'_>, found: &Partition, most: usize) -> BTreeMap<usize, WeakReason> {
    let mut signals: Vec<(f64, usize, WeakReason)> = (0..space.read.len())
        .filter_map(|row| {
            let close = found.closeness(space.rows.row(row), found.theme_of[row]);
            let (known, words) = words(&space.read[row].terms, |stem| space.table.column(stem).is_some());
            weakness(close, known, words).map(|(strength, reason)| (strength, row, reason))
        })
        .collect();
    signals.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    signals.into_iter().take(most).map(|(_, row, reason)| (row, reason)).collect()
}

/// How many different words the table knows, and how many there are.
pub(crate) fn words(terms: &[Term<'_>], known: impl Fn(&str) -> bool) -> (usize, usize) {
    let mut stems: Vec<&str> = terms.iter().map(|term| term.stem.as_str()).collect();
    stems.sort_unstable();
    stems.dedup();
    (stems.iter().filter(|stem| known(stem)).count(), stems.len())
}
