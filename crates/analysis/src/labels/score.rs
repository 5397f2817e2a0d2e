//! How well a phrase names a theme.

use super::phrases::{Phrase, Tally, Uses};

/// Longer phrases say more, and occur less: what one, two or three words weigh.
const BY_WORDS: [f64; 3] = [1.0, 2.2, 2.4];
/// Where so many uses of a phrase follow a determiner, it is a noun.
const NOUN: f64 = 0.4;
/// What a phrase that never follows one still weighs.
const NOT_NOUN: f64 = 0.1;
/// What a phrase of words that any theme may use weighs.
const GENERIC: f64 = 0.05;
/// What one that begins or ends with such a word weighs.
const HALF_GENERIC: f64 = 0.6;
/// Authors without whom a phrase is one person's way of speaking, where a theme has many more.
const AUTHORS: usize = 3;
/// What such a phrase weighs.
const PERSONAL: f64 = 0.2;

/// The phrases of the verbatims of some themes together, the best name first.
pub(super) fn ranked<'a>(tally: &'a Tally, themes: &[usize]) -> Vec<&'a Phrase> {
    let total: u32 = tally.sizes.iter().sum();
    let size: u32 = themes.iter().map(|&theme| tally.sizes[theme]).sum();
    let scored = tally.phrases.iter().filter_map(|(phrase, uses)| {
        let inside = uses.inside(themes);
        let score = score(inside, uses, size, total)? * weight(phrase, uses, size, tally);
        Some((score, phrase))
    });
    let mut scored: Vec<(f64, &Phrase)> = scored.collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    scored.into_iter().map(|(_, phrase)| phrase).collect()
}

/// The phrases of a theme, the most frequent first: for one that over-uses none.
pub(super) fn commonest(tally: &Tally, theme: usize) -> Vec<&Phrase> {
    let used = tally.phrases.iter().map(|(phrase, uses)| (uses.inside(&[theme]), phrase));
    let mut used: Vec<(u32, &Phrase)> = used.filter(|(inside, _)| *inside > 0).collect();
    used.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    used.into_iter().map(|(_, phrase)| phrase).collect()
}

/// What the phrase adds to the divergence of the theme from the whole (`p · ln(p / q)`, Kullback and Leibler 1951);
/// `None` where the theme doesn't over-use it.
fn score(inside: u32, uses: &Uses, size: u32, total: u32) -> Option<f64> {
    let all: u32 = uses.by_theme.values().sum();
    let (p, q) = (f64::from(inside) / f64::from(size.max(1)), f64::from(all) / f64::from(total));
    let often = inside >= 2 || (inside == 1 && size < 4);
    (often && p > q).then(|| p * (p / q).ln())
}

/// By its length, how noun-like it is, how much its words say by themselves and how many people use it.
fn weight(phrase: &Phrase, uses: &Uses, size: u32, tally: &Tally) -> f64 {
    let generic = |stem: &String| tally.is_generic(stem);
    let ends = [phrase.stems.first(), phrase.stems.last()];
    let said = match phrase.stems.iter().all(generic) {
        true => GENERIC,
        false if phrase.stems.len() > 1 && ends.into_iter().flatten().any(generic) => HALF_GENERIC,
        false => 1.0,
    };
    let personal = uses.authors.len() < AUTHORS && size as usize >= 4 * AUTHORS;
    BY_WORDS[phrase.stems.len().clamp(1, 3) - 1] * noun(uses) * said * if personal { PERSONAL } else { 1.0 }
}

/// From [`NOT_NOUN`] to 1, by the share of uses after a determiner, two uses without one added against chance.
pub(super) fn noun(uses: &Uses) -> f64 {
    let share = f64::from(uses.determined) / f64::from(uses.times + 2);
    NOT_NOUN + (1.0 - NOT_NOUN) * (share / NOUN).min(1.0)
}
