//! A name for each theme: a phrase that its people write, and that its siblings don't bear.

mod phrases;
mod score;

use std::collections::{BTreeMap, BTreeSet};

use crate::engine::Space;
use crate::read::Forms;
use crate::words::Weight;
use phrases::{Phrase, Tally};

/// Words of each theme, the strongest first, one of which a phrase must hold.
const TOP_WORDS: usize = 40;
/// From this share of a word's verbatims on, a phrase that holds it takes its place.
const EXTENDED: f64 = 0.15;
/// How noun-like it must be.
const EXTENDED_NOUN: f64 = 0.4;
/// Verbatims read for phrases, evenly taken.
const SAMPLE: usize = 20_000;

/// One label a theme, by rank, its first letter in upper case.
pub(crate) fn labels(
    space: &Space<'_>,
    theme_of: &[Option<usize>],
    weights: &[Vec<Weight>],
    forms: &Forms,
) -> Vec<String> {
    let top = weights.iter().flat_map(|weights| weights.iter().take(TOP_WORDS));
    let wanted: BTreeSet<&str> = top.map(|weight| space.table.stems[weight.column].as_str()).collect();
    let step = space.read.len().div_ceil(SAMPLE).max(1);
    let rows = (0..space.read.len()).step_by(step).filter_map(|row| Some((row, theme_of[row]?)));
    let mut tally = Tally::new(weights.len());
    for (row, theme) in rows {
        tally.add(space.read[row], theme, &wanted);
    }
    choose(&tally, weights.len(), forms)
}

/// The best phrase of each theme, the largest theme first, no two with the same words.
fn choose(tally: &Tally, themes: usize, forms: &Forms) -> Vec<String> {
    let mut taken: Vec<&Phrase> = Vec::new();
    let mut labels = Vec::new();
    for theme in 0..themes {
        let ranked = score::ranked(tally, theme);
        let free = |phrase: &&&Phrase| taken.iter().all(|other| !phrase.overlaps(other));
        let best = ranked.iter().find(free).or(ranked.first()).copied();
        let best = best.map(|best| extended(best, ranked.iter().filter(free).copied(), tally, theme));
        labels
            .push(best.map_or_else(|| format!("Thème {}", theme + 1), |phrase| shown(phrase, tally, forms)));
        taken.extend(best);
    }
    distinct(labels)
}

/// A lone word gives way to a phrase that often holds it: « fibre » to « fibre optique ».
fn extended<'a>(
    best: &'a Phrase,
    mut ranked: impl Iterator<Item = &'a Phrase>,
    tally: &Tally,
    theme: usize,
) -> &'a Phrase {
    let inside = |phrase: &Phrase| f64::from(tally.inside(phrase, theme));
    let longer = |phrase: &&Phrase| {
        phrase.stems.len() > best.stems.len()
            && best.stems.iter().all(|stem| phrase.stems.contains(stem))
            && inside(phrase) >= EXTENDED * inside(best)
            && tally.phrases.get(phrase).is_some_and(|uses| score::noun(uses) > EXTENDED_NOUN)
    };
    if best.stems.len() == 1 { ranked.find(longer).unwrap_or(best) } else { best }
}

/// The most frequent wording, with the capitals that its words usually have.
fn shown(phrase: &Phrase, tally: &Tally, forms: &Forms) -> String {
    let wording = tally.wording(phrase);
    let mut known: BTreeMap<String, String> = BTreeMap::new();
    for stem in &phrase.stems {
        let form = forms.show(stem);
        known.insert(form.to_lowercase(), form);
    }
    let words = wording.split(' ').map(|word| known.get(word).map_or(word, String::as_str));
    let label = words.collect::<Vec<_>>().join(" ").replace('\'', "’");
    crate::read::capitalise(&label)
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
