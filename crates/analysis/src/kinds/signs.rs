//! How a sentence is put, as signs that can be weighed.

use std::collections::BTreeSet;

use super::cues;
use crate::read::fold;

/// Endings of words that tell how a sentence is put: conditionals, infinitives, orders, the past, the future, participles.
const ENDINGS: [&str; 14] =
    ["eraient", "erait", "ions", "er", "ir", "ez", "ons", "ait", "aient", "ra", "ront", "ee", "ees", "ant"];
/// Endings of the first word: what it does is what the sentence does.
const FIRST: [&str; 8] = ["er", "ir", "re", "ez", "ons", "ement", "age", "tion"];
/// Endings of a word after a short one: « que la préfecture publie », « nous avons écrit ».
const AFTER: [&str; 8] = ["er", "ir", "re", "e", "es", "ent", "ee", "u"];
/// Letters of a short word.
const SHORT: usize = 9;
/// Words of a length more.
const LENGTH: usize = 6;

/// The sign that every sentence has.
pub(super) const ALWAYS: &str = "*";

/// The signs of a sentence: its words and pairs of words without accents, the endings of some, its length, and the lists of
/// `cues.rs` that it holds.
pub(super) fn signs(sentence: &str) -> BTreeSet<String> {
    let folded = fold(sentence);
    let inner = words(&folded);
    let mut signs: BTreeSet<String> = cues::held(&folded).into_iter().collect();
    signs.insert(ALWAYS.to_owned());
    let ends = |word: &str, end: &str, least: usize| word.len() > end.len() + least && word.ends_with(end);
    for word in &inner {
        signs.insert(word.clone());
        signs.extend(ENDINGS.iter().filter(|end| ends(word, end, 2)).map(|end| format!("-{end}")));
        signs.extend(cues::is_doing(word).then(|| "#doing".to_owned()));
    }
    let start = inner.iter().position(|word| word.starts_with(char::is_alphanumeric));
    if let Some(first) = start.map(|at| &inner[at]) {
        signs.extend(FIRST.iter().filter(|end| ends(first, end, 1)).map(|end| format!("^-{end}")));
        signs.extend(cues::is_doing(first).then(|| "^#doing".to_owned()));
    }
    signs.extend(cues::commands(&inner).then(|| "#command".to_owned()));
    signs.insert(format!("#length {}", (inner.len() / LENGTH).min(6)));
    let edges = |word: &str| std::iter::once(word.to_owned());
    let padded: Vec<String> = edges("^").chain(inner).chain(edges("$")).collect();
    for pair in padded.windows(2) {
        signs.insert(format!("{} {}", pair[0], pair[1]));
        if pair[0].len() < SHORT {
            let after = AFTER.iter().filter(|end| ends(&pair[1], end, 2));
            signs.extend(after.map(|end| format!("{} -{end}", pair[0])));
        }
    }
    signs
}

/// Runs of letters, an elision with its apostrophe, a 9 for any number, and signs that end or divide.
fn words(folded: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for c in folded.chars().chain([' ']) {
        if c.is_alphanumeric() {
            word.push(c);
            continue;
        }
        if c == '\'' && !word.is_empty() {
            word.push(c);
        }
        if !word.is_empty() {
            let number = word.starts_with(|c: char| c.is_ascii_digit());
            words.push(if number { "9".to_owned() } else { std::mem::take(&mut word) });
            word.clear();
        }
        if matches!(c, '?' | '!' | ':' | ';') {
            words.push(c.to_string());
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_a_sentence_is_put() {
        let signs = signs("Créer d’ici 2027 un fonds !");
        for sign in ["*", "^ creer", "^-er", "^#doing", "d'", "9", "9 un", "! $", "#means", "#length 1"] {
            assert!(signs.contains(sign), "{sign} {signs:?}");
        }
    }
}
