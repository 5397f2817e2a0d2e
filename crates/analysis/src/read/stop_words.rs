//! Words too common to say anything of a subject.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::fold::fold;

/// Lines of « word » or « -word »; what follows # is the reason.
const OWN: &str = include_str!("data/stop-words.txt");

/// The list of the `stop-words` crate (Stopwords ISO) and our own, without accents.
static STOP: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let mut words: BTreeSet<String> =
        stop_words::lookup("fr").unwrap_or_default().iter().map(|word| fold(word)).collect();
    for line in OWN.lines() {
        let entry = line.split('#').next().unwrap_or_default();
        for word in entry.split_whitespace() {
            match word.strip_prefix('-') {
                Some(kept) => drop(words.remove(&fold(kept))),
                None => drop(words.insert(fold(word))),
            }
        }
    }
    words
});

/// Whether a folded word says nothing of a subject.
pub(crate) fn is_stop(folded: &str) -> bool {
    STOP.contains(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_are_stopped_with_or_without_accents() {
        for word in ["etre", "tres", "aujourd'hui", "faut", "meme", "svp"] {
            assert!(is_stop(word), "{word}");
        }
        for word in ["numerique", "personnes", "parole", "ouvert", "valeur", "fibre"] {
            assert!(!is_stop(word), "{word}");
        }
    }
}
