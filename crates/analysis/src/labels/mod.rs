//! A name for each theme and each branch: a phrase that its people write, and that its siblings don't bear; where that is a
//! lone word or tells little of the theme, another beside it after « et » (each is written, the two together need not be).

mod generic;
pub(crate) use generic::is_generic;
mod choose;
mod phrases;
mod score;
mod within;

use std::collections::{BTreeMap, BTreeSet};

use crate::read::Forms;
use crate::space::Space;
use crate::themes::tree::Node;
use crate::words::Weight;
use choose::Name;
use phrases::{Phrase, Placed, Tally};

/// Words of each theme, the strongest first, one of which a phrase must hold.
const TOP_WORDS: usize = 40;
/// How noun-like a phrase must be to name a branch, or to take a shorter one's place.
const NOUN: f64 = 0.4;
/// Verbatims read for phrases, evenly taken.
const SAMPLE: usize = 20_000;
/// The share of a branch's verbatims that a phrase must be in to name it, and a lone word.
const SHARED: f64 = 0.06;
const SHARED_WORD: f64 = 0.15;

/// The phrases of a corpus and its themes, to name from.
pub(crate) struct Labels<'a> {
    tally: Tally,
    forms: &'a Forms,
}

impl<'a> Labels<'a> {
    /// Reads the verbatims of the themes. `author_of` tells who wrote a row.
    pub fn new(
        space: &Space<'_>,
        theme_of: &[Option<usize>],
        weights: &[Vec<Weight>],
        forms: &'a Forms,
        author_of: impl Fn(usize) -> usize,
        central: &[f64],
    ) -> Self {
        let top = weights.iter().flat_map(|weights| weights.iter().take(TOP_WORDS));
        let mut wanted: BTreeSet<&str> =
            top.map(|weight| space.table.stems[weight.column].as_str()).collect();
        wanted.extend(commonest(space));
        let step = space.read.len().div_ceil(SAMPLE).max(1);
        let mut tally = Tally::new(weights.len());
        for row in (0..space.read.len()).step_by(step) {
            if let Some(theme) = theme_of[row] {
                let place = Placed { theme, author: author_of(row), central: central[row] };
                tally.add(space.read[row], place, &wanted);
            }
        }
        Self { tally, forms }
    }

    /// One label a theme, by rank, its first letter in upper case: the one it keeps, else its best phrase, the largest
    /// theme first, no two with the same words.
    pub fn of_themes(&self, kept: Vec<Option<String>>) -> Vec<String> {
        let mut taken: Vec<&Phrase> = Vec::new();
        let mut names: Vec<String> = kept.iter().flatten().cloned().collect();
        let mut labels = Vec::new();
        for (theme, kept) in kept.into_iter().enumerate() {
            if let Some(kept) = kept {
                labels.push(kept);
                continue;
            }
            let mut ranked = score::ranked(&self.tally, &[theme]);
            if ranked.is_empty() {
                ranked = score::commonest(&self.tally, theme);
            }
            let is_free = |phrase: &Phrase| {
                taken.iter().all(|other| !phrase.overlaps(other))
                    && !names.contains(&self.shown(phrase, &[theme]))
            };
            let free: Vec<(f64, &Phrase)> =
                ranked.iter().filter(|(_, phrase)| is_free(phrase)).copied().collect();
            let chosen = self.chosen(if free.is_empty() { &ranked } else { &free }, theme);
            let label = self.written(&chosen, theme).unwrap_or_else(|| format!("Thème {}", theme + 1));
            taken.extend(chosen.phrases());
            names.push(label.clone());
            labels.push(label);
        }
        distinct(labels)
    }

    /// The label of each node of the tree: a leaf's theme's, above a phrase that its themes share, else the names of its
    /// two largest.
    pub fn of_nodes(&self, nodes: &[Node], labels: &[String]) -> Vec<String> {
        let mut taken: BTreeSet<String> = labels.iter().cloned().collect();
        let each = nodes.iter().map(|node| match (node.parent, node.themes.as_slice()) {
            (None, _) => "Tous les thèmes".to_owned(),
            (_, [theme]) => labels[*theme].clone(),
            (_, themes) => {
                let ranked = score::ranked(&self.tally, themes);
                let shared = ranked.into_iter().map(|(_, phrase)| phrase);
                let shared = shared.filter(|phrase| self.is_shared(phrase, themes));
                let free =
                    shared.map(|phrase| self.shown(phrase, themes)).find(|label| !taken.contains(label));
                let label = free.unwrap_or_else(|| joined(themes, labels, &taken));
                taken.insert(label.clone());
                label
            }
        });
        each.collect()
    }

    /// Whether several of the themes use a phrase, and enough of their verbatims.
    fn is_shared(&self, phrase: &Phrase, themes: &[usize]) -> bool {
        let Some(uses) = self.tally.phrases.get(phrase) else { return false };
        let size: u32 = themes.iter().map(|&theme| self.tally.sizes[theme]).sum();
        let least = if phrase.stems.len() > 1 { SHARED } else { SHARED_WORD };
        let users = themes.iter().filter(|&&theme| {
            f64::from(uses.inside(&[theme])) >= least / 2.0 * f64::from(self.tally.sizes[theme])
        });
        2 * users.count() > themes.len()
            && f64::from(uses.inside(themes)) >= least * f64::from(size)
            && score::noun(uses) > NOUN
            && !phrase.stems.iter().all(|stem| self.tally.is_generic(stem))
    }

    /// One phrase, two with « et », or « Divers » and what a mixed theme speaks of.
    fn written(&self, name: &Name<'_>, theme: usize) -> Option<String> {
        let shown = |phrase: &&Phrase| self.shown(phrase, &[theme]);
        let mut phrases: Vec<String> = name.phrases().iter().map(shown).collect();
        let first = usize::from(matches!(name, Name::Of(_)));
        for phrase in phrases.iter_mut().skip(first) {
            *phrase = crate::read::uncapitalise(phrase);
        }
        let last = phrases.pop()?;
        let all = if phrases.is_empty() { last } else { format!("{} et {last}", phrases.join(", ")) };
        Some(if first == 0 { format!("Divers\u{a0}: {all}") } else { all })
    }

    /// The most frequent wording that occurs in the themes that it names, with the capitals that its words usually have.
    fn shown(&self, phrase: &Phrase, themes: &[usize]) -> String {
        let dressed = self.forms.dressed(self.tally.wording(phrase, themes), &phrase.stems.join(" "));
        crate::read::capitalise(&dressed.replace('\'', "’"))
    }
}

/// The stems that most verbatims hold, for themes that over-use no word.
fn commonest<'a>(space: &'a Space<'_>) -> Vec<&'a str> {
    let (_, texts) = space.table.presence().sums();
    let mut columns: Vec<usize> = (0..texts.len()).collect();
    columns.sort_by(|&a, &b| texts[b].total_cmp(&texts[a]).then(a.cmp(&b)));
    columns.into_iter().take(TOP_WORDS).map(|column| space.table.stems[column].as_str()).collect()
}

/// The names of two themes: the largest, since themes are ranked by size, that no node above bears together.
fn joined(themes: &[usize], labels: &[String], taken: &BTreeSet<String>) -> String {
    let both = |one: usize, other: usize| {
        format!("{}\u{202f}; {}", labels[one], crate::read::uncapitalise(&labels[other]))
    };
    let pairs = || (1..themes.len()).flat_map(|b| (0..b).map(move |a| both(themes[a], themes[b])));
    pairs().find(|label| !taken.contains(label)).or_else(|| pairs().next()).unwrap_or_default()
}

/// Two themes without a phrase of their own may end with one label: the later is numbered.
fn distinct(labels: Vec<String>) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let number = |label: String| {
        let times = seen.entry(label.clone()).or_default();
        *times += 1;
        if *times > 1 { format!("{label} ({times})") } else { label }
    };
    labels.into_iter().map(number).collect()
}
