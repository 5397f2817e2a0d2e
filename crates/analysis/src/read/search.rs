//! What the search index holds, and what it marks.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::fold::fold;
use super::stop_words::is_stop;
use super::{Stemmer, Token, tokens};

/// The stems of a text and how often each occurs, by stem: what a search index stores. Compound words count by their
/// parts: « e-administration » is found by « administration ».
pub fn index_terms(text: &str) -> Vec<(String, u32)> {
    let mut stemmer = Stemmer::new();
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for token in tokens(text) {
        for stem in stems(&token, &mut stemmer) {
            *counts.entry(stem).or_default() += 1;
        }
    }
    counts.into_iter().collect()
}

/// The stems that a question looks for, once each, in its order. Accents, capitals and endings don't matter.
pub fn query_stems(words: &str) -> Vec<String> {
    let mut stemmer = Stemmer::new();
    let mut seen = BTreeSet::new();
    let all = tokens(words).into_iter().flat_map(|token| stems(&token, &mut stemmer));
    all.filter(|stem| seen.insert(stem.clone())).collect()
}

/// The bytes of the words of `text` that have one of `stems`, in order: what to mark in a result.
pub fn highlights(text: &str, wanted: &[String]) -> Vec<Range<usize>> {
    let mut stemmer = Stemmer::new();
    let found = tokens(text).into_iter();
    found
        .filter(|token| stems(token, &mut stemmer).iter().any(|stem| wanted.contains(stem)))
        .map(|token| token.span)
        .collect()
}

/// The stems of the parts of a word; none for stop words and single signs.
fn stems(token: &Token<'_>, stemmer: &mut Stemmer) -> Vec<String> {
    token
        .folded
        .split(['-', '\''])
        .filter(|part| part.len() > 1 && !is_stop(part))
        .map(|part| stemmer.stem(&fold(part)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_capitals_and_endings_do_not_matter() {
        assert_eq!(query_stems("numeriques"), query_stems("NUMÉRIQUE"));
        assert_eq!(query_stems("les ecoles"), query_stems("école"));
        assert_eq!(index_terms("L’École, les écoles et la e-administration").len(), 2);
        assert!(index_terms("de la et 📶").is_empty());
    }

    #[test]
    fn marks_the_words_themselves() {
        let text = "L’accès au Numérique, c’est numériquement l’accès.";
        let marked: Vec<&str> =
            highlights(text, &query_stems("acces")).into_iter().map(|span| &text[span]).collect();
        assert_eq!(marked, ["accès", "accès"]);
    }
}
