//! The phrases of one verbatim.

use std::collections::BTreeMap;

use super::phrases::Phrase;
use crate::corpus::Read;
use crate::read::{Term, Token, plain, tokens};

/// Words inside a phrase that tie its nouns: « accès à la culture », « protection des données ».
const LINKS: [&str; 12] = ["de", "du", "des", "d", "a", "au", "aux", "la", "le", "les", "en", "sur"];

/// Words before a noun, never before a verb in the infinitive (« le », « la », « les » may be pronouns there).
const DETERMINERS: [&str; 38] = [
    "le",
    "la",
    "les",
    "l",
    "un",
    "une",
    "des",
    "du",
    "au",
    "aux",
    "ce",
    "cet",
    "cette",
    "ces",
    "mon",
    "ma",
    "mes",
    "ton",
    "ta",
    "tes",
    "notre",
    "nos",
    "votre",
    "vos",
    "leur",
    "leurs",
    "son",
    "sa",
    "ses",
    "chaque",
    "plusieurs",
    "quelques",
    "tout",
    "toute",
    "certains",
    "certaines",
    "aucun",
    "aucune",
];

/// Words of a phrase, links included.
const LONGEST: usize = 5;
/// Words of a phrase that mean something.
const CONTENT: usize = 3;

/// The words of a verbatim, with the stems of those that mean something.
pub(super) struct Words<'a> {
    text: &'a str,
    pub tokens: Vec<Token<'a>>,
    stems: Vec<Option<&'a str>>,
}

impl<'a> Words<'a> {
    /// Reads one.
    pub fn new(verbatim: &'a Read<'_>) -> Self {
        let stems: BTreeMap<usize, &Term<'_>> =
            verbatim.terms.iter().map(|term| (term.token.span.start, term)).collect();
        let tokens = tokens(verbatim.text);
        let stems =
            tokens.iter().map(|token| stems.get(&token.span.start).map(|term| term.stem.as_str())).collect();
        Self { text: verbatim.text, tokens, stems }
    }

    /// The phrases that begin at a word, each with its last word.
    pub fn phrases_from(&self, first: usize) -> Vec<(Phrase, usize)> {
        let mut found = Vec::new();
        let mut phrase = Phrase::default();
        for at in first..self.tokens.len().min(first + LONGEST) {
            if at > first && !self.follows(at) {
                break;
            }
            match self.stems[at] {
                Some(stem) if phrase.stems.len() < CONTENT && !phrase.stems.iter().any(|s| s == stem) => {
                    phrase.stems.push(stem.to_owned());
                    found.push((phrase.clone(), at));
                }
                None if at > first && LINKS.contains(&self.tokens[at].folded.as_str()) => {
                    phrase.links.push(self.tokens[at].folded.clone());
                }
                _ => break,
            }
        }
        found
    }

    /// Whether a single space stands between a word and the one before, and an elision is one that ties nouns.
    fn follows(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let gap = &self.text[self.tokens[at - 1].span.end..token.start];
        matches!(gap, " " | "\u{a0}" | "\u{202f}")
            && matches!(token.elided(self.text), "" | "d" | "l" | "D" | "L")
    }

    /// Whether a determiner stands before a word.
    pub fn is_determined(&self, first: usize) -> bool {
        let token = &self.tokens[first];
        let elided = token.elided(self.text);
        if !elided.is_empty() {
            return elided.eq_ignore_ascii_case("l");
        }
        first > 0 && DETERMINERS.contains(&self.tokens[first - 1].folded.as_str())
    }

    /// How the words from one to another are written, in small letters.
    pub fn wording(&self, first: usize, last: usize) -> String {
        plain(&self.text[self.tokens[first].span.start..self.tokens[last].span.end])
    }
}
