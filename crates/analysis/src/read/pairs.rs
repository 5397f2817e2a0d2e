//! Words that stick together: « fracture numérique », « mode d’emploi ».

use std::collections::HashMap;

use super::{Term, tokens};

/// Texts that must hold a pair.
const TEXTS: u32 = 5;
/// The share of the rarer word's texts in which the other stands beside it.
const STUCK: f64 = 0.25;
/// Words that may stand between the two.
const LINKS: [&str; 4] = ["de", "du", "des", "d"];

/// Two terms side by side in a text, by their place among its terms.
pub(crate) fn neighbours(text: &str, terms: &[Term<'_>]) -> Vec<usize> {
    if terms.len() < 2 {
        return Vec::new();
    }
    let beside = |at: &usize| {
        let between = &text[terms[*at].token.span.end..terms[at + 1].token.span.start];
        if between == " " {
            return true;
        }
        let mut words = tokens(between).into_iter();
        let linked = match (words.next(), words.next()) {
            (None, _) => {
                matches!(between.trim_start_matches([' ', '\u{a0}']), "" | "d'" | "d’" | "D'" | "l'" | "l’")
            }
            (Some(word), None) => LINKS.contains(&word.folded.as_str()),
            _ => false,
        };
        linked && between.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '\u{a0}' | '\'' | '’'))
    };
    (0..terms.len() - 1).filter(beside).collect()
}

/// The pairs that stick, by their stems.
#[derive(Clone, Debug, Default)]
pub(crate) struct Counts<'a> {
    words: HashMap<&'a str, u32>,
    pairs: HashMap<(&'a str, &'a str), u32>,
}

impl<'a> Counts<'a> {
    /// Counts a text whose terms stand side by side at `beside`, each word and pair once.
    pub fn add(&mut self, terms: &'a [Term<'_>], beside: &[usize]) {
        let mut words: Vec<&str> = terms.iter().map(|term| term.stem.as_str()).collect();
        words.sort_unstable();
        words.dedup();
        for word in words {
            *self.words.entry(word).or_default() += 1;
        }
        let mut pairs: Vec<(&str, &str)> =
            beside.iter().map(|&at| (terms[at].stem.as_str(), terms[at + 1].stem.as_str())).collect();
        pairs.sort_unstable();
        pairs.dedup();
        for pair in pairs.into_iter().filter(|(a, b)| a != b) {
            *self.pairs.entry(pair).or_default() += 1;
        }
    }

    /// Whether two words stick.
    pub fn stick(&self, one: &str, other: &str) -> bool {
        let texts = self.pairs.get(&(one, other)).copied().unwrap_or_default();
        let rarer = self.words.get(one).min(self.words.get(other)).copied().unwrap_or_default();
        texts >= TEXTS && f64::from(texts) >= STUCK * f64::from(rarer)
    }
}
