//! Phrases of one to four words, and who writes them.

use std::collections::{BTreeMap, BTreeSet};

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
/// Authors of a theme remembered of a phrase.
pub(super) const AUTHORS: usize = 8;
/// Words of a phrase that mean something.
const CONTENT: usize = 3;

/// A phrase, by the stems of its words.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Phrase {
    /// Stems of the words that mean something, in order.
    pub stems: Vec<String>,
    /// The links between them.
    links: Vec<String>,
}

impl Phrase {
    /// Whether a link ties its words, « langue des signes ».
    pub fn is_linked(&self) -> bool {
        !self.links.is_empty()
    }

    /// Whether two have a word in common.
    pub fn shares(&self, other: &Self) -> bool {
        self.stems.iter().any(|stem| other.stems.contains(stem))
    }

    /// Whether one's words are all among the other's.
    pub fn overlaps(&self, other: &Self) -> bool {
        let within = |a: &Self, b: &Self| a.stems.iter().all(|stem| b.stems.contains(stem));
        within(self, other) || within(other, self)
    }
}

/// Where a verbatim stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    /// Its theme.
    pub theme: usize,
    /// Who wrote it.
    pub author: usize,
    /// How central it is to the theme, 1 on average.
    pub central: f64,
}

/// How a phrase is used.
#[derive(Clone, Debug, Default)]
pub(super) struct Uses {
    by_theme: BTreeMap<usize, Use>,
    /// How often it is written.
    pub times: u32,
    /// How often a determiner comes before it.
    pub determined: u32,
    /// How it is worded, and how often so after a determiner, then at all.
    wordings: BTreeMap<String, (u32, u32)>,
    last: Option<usize>,
}

/// How a theme uses a phrase.
#[derive(Clone, Debug, Default)]
struct Use {
    /// The verbatims that hold it, by number.
    rows: Vec<usize>,
    /// How many they are, each counted for as much as it is central to its theme.
    central: f64,
    /// Some of those who write it, enough to tell whether it is one person's way of speaking.
    authors: BTreeSet<usize>,
}

/// The phrases of a corpus.
#[derive(Clone, Debug)]
pub(super) struct Tally {
    /// Each phrase and its uses.
    pub phrases: BTreeMap<Phrase, Uses>,
    /// Verbatims read, by theme.
    pub sizes: Vec<u32>,
    read: usize,
}

impl Tally {
    /// Of nothing yet.
    pub fn new(themes: usize) -> Self {
        Self { phrases: BTreeMap::new(), sizes: vec![0; themes], read: 0 }
    }

    /// Counts the phrases of a verbatim that hold one of the `wanted` stems.
    pub fn add(&mut self, verbatim: &Read<'_>, place: Placed, wanted: &BTreeSet<&str>) {
        let theme = place.theme;
        self.sizes[theme] += 1;
        self.read += 1;
        let words = Words::new(verbatim);
        for first in 0..words.tokens.len() {
            for (phrase, last) in words.phrases_from(first) {
                if phrase.stems.iter().any(|stem| wanted.contains(stem.as_str())) {
                    let wording = words.wording(first, last);
                    let uses = self.phrases.entry(phrase).or_default();
                    uses.count(place, self.read, wording, words.is_determined(first));
                }
            }
        }
    }

    /// Whether a stem names nothing by itself.
    pub fn is_generic(&self, stem: &str) -> bool {
        super::generic::is_generic(stem)
    }

    /// The most frequent wording of a phrase in small letters, after a determiner if it ever is: « l’économie » names what
    /// « économique » doesn't.
    pub fn wording(&self, phrase: &Phrase) -> &str {
        let wordings = self.phrases.get(phrase).map(|uses| &uses.wordings);
        let best = wordings.and_then(|wordings| wordings.iter().rev().max_by_key(|(_, times)| **times));
        best.map_or("", |(wording, _)| wording)
    }
}

impl Uses {
    /// Verbatims of some themes that hold it.
    pub fn inside(&self, themes: &[usize]) -> u32 {
        themes.iter().filter_map(|theme| self.by_theme.get(theme)).map(|used| used.rows.len() as u32).sum()
    }

    /// The same, counted by how central they are.
    pub fn central(&self, themes: &[usize]) -> f64 {
        themes.iter().filter_map(|theme| self.by_theme.get(theme)).map(|used| used.central).sum()
    }

    /// Which verbatims of a theme hold it.
    pub fn rows(&self, theme: usize) -> &[usize] {
        self.by_theme.get(&theme).map_or(&[], |used| &used.rows)
    }

    /// Verbatims that hold it.
    pub fn all(&self) -> u32 {
        self.by_theme.values().map(|used| used.rows.len() as u32).sum()
    }

    /// Those who write it in some themes, [`AUTHORS`] of each at the most.
    pub fn authors(&self, themes: &[usize]) -> usize {
        themes.iter().filter_map(|theme| self.by_theme.get(theme)).map(|used| used.authors.len()).sum()
    }

    fn count(&mut self, place: Placed, verbatim: usize, wording: String, determined: bool) {
        self.times += 1;
        self.determined += u32::from(determined);
        let worded = self.wordings.entry(wording).or_default();
        *worded = (worded.0 + u32::from(determined), worded.1 + 1);
        let used = self.by_theme.entry(place.theme).or_default();
        if self.last != Some(verbatim) {
            self.last = Some(verbatim);
            used.central += place.central;
            used.rows.push(verbatim);
        }
        if used.authors.len() < AUTHORS {
            used.authors.insert(place.author);
        }
    }
}

/// The words of a verbatim, with the stems of those that mean something.
struct Words<'a> {
    text: &'a str,
    tokens: Vec<Token<'a>>,
    stems: Vec<Option<&'a str>>,
}

impl<'a> Words<'a> {
    fn new(verbatim: &'a Read<'_>) -> Self {
        let stems: BTreeMap<usize, &Term<'_>> =
            verbatim.terms.iter().map(|term| (term.token.span.start, term)).collect();
        let tokens = tokens(verbatim.text);
        let stems =
            tokens.iter().map(|token| stems.get(&token.span.start).map(|term| term.stem.as_str())).collect();
        Self { text: verbatim.text, tokens, stems }
    }

    /// The phrases that begin at a word, each with its last word.
    fn phrases_from(&self, first: usize) -> Vec<(Phrase, usize)> {
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

    fn is_determined(&self, first: usize) -> bool {
        let token = &self.tokens[first];
        let elided = token.elided(self.text);
        if !elided.is_empty() {
            return elided.eq_ignore_ascii_case("l");
        }
        first > 0 && DETERMINERS.contains(&self.tokens[first - 1].folded.as_str())
    }

    fn wording(&self, first: usize, last: usize) -> String {
        plain(&self.text[self.tokens[first].span.start..self.tokens[last].span.end])
    }
}
