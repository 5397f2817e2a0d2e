//! The forms people write, to show instead of stems.

use std::collections::BTreeMap;

use super::{Term, plain};

/// How often a stem is written in each form. Small letters win unless the middle of sentences says otherwise
/// (« RGPD », « Europe »).
#[derive(Clone, Debug, Default)]
pub struct Forms {
    seen: BTreeMap<String, BTreeMap<String, Cases>>,
    pairs: BTreeMap<String, BTreeMap<String, u32>>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Cases {
    all: u32,
    small: u32,
    capital: u32,
    upper: u32,
}

impl Forms {
    /// Counts the forms of a text's terms.
    pub(crate) fn add(&mut self, text: &str, terms: &[Term<'_>]) {
        let shouted = !text.chars().any(char::is_lowercase);
        for term in terms {
            let forms = self.seen.entry(term.stem.clone()).or_default();
            let cases = forms.entry(plain(term.token.word)).or_default();
            cases.all += 1;
            if !shouted && !opens_sentence(text, term.token.start) {
                cases.count(term.token.word);
            }
        }
    }

    /// Counts how a pair is written.
    pub(crate) fn add_pair(&mut self, key: String, written: &str) {
        *self.pairs.entry(key).or_default().entry(plain(written)).or_default() += 1;
    }

    /// The most frequent form of a stem, or of a pair of stems, with its usual capitals; the stem itself when it was never seen.
    pub fn show(&self, stem: &str) -> String {
        if let Some(written) = self.pairs.get(stem) {
            let best = written.iter().rev().max_by_key(|(_, times)| **times);
            let dressed = |(form, _): (&String, &u32)| self.dressed(form, stem).replace('\'', "’");
            return best.map_or_else(String::new, dressed);
        }
        // `rev` and `max_by_key`, which keeps the last: the first in the order of letters wins a tie.
        let best =
            self.seen.get(stem).and_then(|forms| forms.iter().rev().max_by_key(|(_, cases)| cases.all));
        best.map_or_else(|| stem.to_owned(), |(form, cases)| cases.dress(form))
    }

    /// A phrase in small letters, with the capitals that its words usually have.
    pub(crate) fn dressed(&self, written: &str, stems: &str) -> String {
        let known: BTreeMap<String, String> =
            stems.split(' ').map(|stem| self.show(stem)).map(|form| (form.to_lowercase(), form)).collect();
        let words = written.split(' ').map(|word| known.get(word).map_or(word, String::as_str));
        words.collect::<Vec<_>>().join(" ")
    }
}

impl Cases {
    fn count(&mut self, word: &str) {
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        let first = letters.next().is_some_and(char::is_uppercase);
        let rest = letters.clone().any(char::is_lowercase);
        match (first, rest) {
            (true, false) => self.upper += 1,
            (true, true) => self.capital += 1,
            _ => self.small += 1,
        }
    }

    fn dress(self, form: &str) -> String {
        let seen = self.small + self.capital + self.upper;
        if 10 * self.upper > 6 * seen {
            return form.to_uppercase();
        }
        if 10 * (self.capital + self.upper) > 7 * seen { capitalise(form) } else { form.to_owned() }
    }
}

/// The first letter in upper case.
pub(crate) fn capitalise(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The first letter in lower case, unless the next is a capital too.
pub(crate) fn uncapitalise(text: &str) -> String {
    let mut chars = text.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(next)) if !next.is_uppercase() => first.to_lowercase().chain(chars).collect(),
        _ => text.to_owned(),
    }
}

/// Whether nothing but signs stands between `at` and the stop or line before it.
pub(crate) fn opens_sentence(text: &str, at: usize) -> bool {
    let before = text[..at]
        .chars()
        .rev()
        .find(|&c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '«' | '"' | '(' | '-' | '–' | '•' | '*'));
    before.is_none_or(|c| matches!(c, '.' | '!' | '?' | '…' | '\n' | '\r' | ':' | ';' | '»'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Stemmer, terms};

    #[test]
    fn shown_as_people_write_it() {
        let mut stemmer = Stemmer::new();
        let mut forms = Forms::default();
        for text in [
            "Numérique : le RGPD en Europe.",
            "le numérique, le RGPD, l'Europe",
            "LES NUMERIQUES RGPD EUROPE",
        ] {
            let found = terms(text, &mut stemmer);
            forms.add(text, &found);
        }
        let mut show = |word: &str| forms.show(&stemmer.stem(word));
        assert_eq!(show("numeriques"), "numérique");
        assert_eq!(show("rgpd"), "RGPD");
        assert_eq!(show("europe"), "Europe");
        assert_eq!(show("inconnu"), stemmer.stem("inconnu"));
    }
}
