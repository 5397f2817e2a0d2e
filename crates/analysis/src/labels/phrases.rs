//! Phrases of one to four words, and who writes them.

use std::collections::{BTreeMap, BTreeSet};

use super::within::Words;
use crate::corpus::Read;

/// Authors of a theme remembered of a phrase.
pub(super) const AUTHORS: usize = 8;
/// A phrase, by the stems of its words.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Phrase {
    /// Stems of the words that mean something, in order.
    pub stems: Vec<String>,
    /// The links between them.
    pub links: Vec<String>,
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
    wordings: BTreeMap<String, Worded>,
    last: Option<usize>,
}

/// How often a phrase is worded in one way, and where.
#[derive(Clone, Debug, Default)]
struct Worded {
    determined: u32,
    times: u32,
    themes: BTreeSet<usize>,
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
    /// « économique » doesn't. Of those that occur in the themes that it names: a label is written where it stands.
    pub fn wording(&self, phrase: &Phrase, themes: &[usize]) -> &str {
        let Some(uses) = self.phrases.get(phrase) else { return "" };
        let occurs = |worded: &Worded| themes.iter().any(|theme| worded.themes.contains(theme));
        let there = uses.wordings.iter().rev().filter(|(_, worded)| occurs(worded));
        there.max_by_key(|(_, worded)| (worded.determined, worded.times)).map_or("", |(wording, _)| wording)
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
        worded.determined += u32::from(determined);
        worded.times += 1;
        worded.themes.insert(place.theme);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_worded_as_its_own_theme_words_it() {
        let phrase = Phrase { stems: vec!["ecol".to_owned()], links: Vec::new() };
        let mut tally = Tally::new(2);
        let uses = tally.phrases.entry(phrase.clone()).or_default();
        for verbatim in 0..5 {
            let place = |theme| Placed { theme, author: verbatim, central: 1.0 };
            uses.count(place(0), verbatim, "écoles".to_owned(), true);
            uses.count(place(1), verbatim + 5, "école".to_owned(), verbatim == 0);
        }
        assert_eq!(tally.wording(&phrase, &[1]), "école");
        assert_eq!(tally.wording(&phrase, &[0]), "écoles");
        assert_eq!(tally.wording(&phrase, &[0, 1]), "écoles");
    }
}
