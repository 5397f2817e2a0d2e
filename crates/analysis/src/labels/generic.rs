//! Words that name nothing when they stand alone.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::read::{Stemmer, fold};

/// Their stems, from a list with reasons.
static GENERIC: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let mut stemmer = Stemmer::new();
    let words = include_str!("generic.txt").lines().filter(|line| !line.starts_with('#'));
    words.flat_map(str::split_whitespace).map(|word| stemmer.stem(&fold(word))).collect()
});

/// Whether any theme may use a stem.
pub(crate) fn is_generic(stem: &str) -> bool {
    GENERIC.contains(stem)
}
