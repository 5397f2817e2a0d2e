//! How well a phrase names a theme.

use super::phrases::{AUTHORS, Phrase, Tally, Uses};

/// Longer phrases say more, and occur less: what one, two or three words weigh, where they are in [`COMMON`] of the
/// verbatims; the less common, the less more than a word.
const BY_WORDS: [f64; 3] = [1.0, 2.2, 2.4];
const COMMON: f64 = 0.03;
/// Where so many uses of a phrase follow a determiner, it is a noun.
const NOUN: f64 = 0.4;
/// What a phrase that never follows one still weighs.
const NOT_NOUN: f64 = 0.05;
/// What a phrase of words that any theme may use weighs.
const GENERIC: f64 = 0.05;
/// What one that begins or ends with such a word weighs.
const HALF_GENERIC: f64 = 0.25;
/// What a phrase weighs that one person alone writes, where [`AUTHORS`] would make it everybody's.
const PERSONAL: f64 = 0.1;
/// What an infinitive weighs: it says what to do, not of what.
const VERB: f64 = 0.05;
/// Under this share of uses after a determiner, what ends as infinitives do is one.
const VERB_DETERMINED: f64 = 0.3;

/// The phrases of the verbatims of some themes together, the best name first.
pub(super) fn ranked<'a>(tally: &'a Tally, themes: &[usize]) -> Vec<(f64, &'a Phrase)> {
    let total: u32 = tally.sizes.iter().sum();
    let size: u32 = themes.iter().map(|&theme| tally.sizes[theme]).sum();
    let scored = tally.phrases.iter().filter_map(|(phrase, uses)| {
        let score = score(uses, themes, size, total)? * weight(phrase, uses, themes, tally);
        Some((score, phrase))
    });
    let mut scored: Vec<(f64, &Phrase)> = scored.collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    scored
}

/// The phrases of a theme, the most frequent first: for one that over-uses none.
pub(super) fn commonest(tally: &Tally, theme: usize) -> Vec<(f64, &Phrase)> {
    let used = tally.phrases.iter().map(|(phrase, uses)| (uses.inside(&[theme]), phrase));
    let mut used: Vec<(u32, &Phrase)> = used.filter(|(inside, _)| *inside > 0).collect();
    used.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    used.into_iter().map(|(inside, phrase)| (f64::from(inside), phrase)).collect()
}

/// What the phrase adds to the divergence of the theme from the whole (`p · ln(p / q)`, Kullback and Leibler 1951);
/// `None` where the theme doesn't over-use it.
fn score(uses: &Uses, themes: &[usize], size: u32, total: u32) -> Option<f64> {
    let inside = uses.inside(themes);
    let p = uses.central(themes) / f64::from(size.max(1));
    let q = f64::from(uses.all()) / f64::from(total);
    let often = inside >= 2 || (inside == 1 && size < 4);
    (often && p > q).then(|| p * (p / q).ln())
}

/// By its length, how noun-like it is, how much its words say by themselves and how many people use it.
fn weight(phrase: &Phrase, uses: &Uses, themes: &[usize], tally: &Tally) -> f64 {
    let generic = |stem: &String| tally.is_generic(stem);
    let ends = [phrase.stems.first(), phrase.stems.last()];
    let said = match phrase.stems.iter().filter(|stem| generic(stem)).count() {
        generic if 2 * generic > phrase.stems.len() => GENERIC,
        1.. if ends.into_iter().flatten().any(generic) => HALF_GENERIC,
        _ => 1.0,
    };
    let spread = (uses.authors(themes) as f64 / AUTHORS as f64).min(1.0);
    let shared = PERSONAL + (1.0 - PERSONAL) * spread;
    let named = if is_verb(tally.wording(phrase, themes), uses) { VERB } else { 1.0 };
    let size: u32 = themes.iter().map(|&theme| tally.sizes[theme]).sum();
    let common = f64::from(uses.inside(themes)) / (COMMON * f64::from(size)).max(1.0);
    let length = 1.0 + (BY_WORDS[phrase.stems.len().clamp(1, 3) - 1] - 1.0) * common.min(1.0);
    length * noun(uses) * said * shared * named
}

/// Whether a wording begins with what looks like an infinitive and isn't used as a noun.
fn is_verb(wording: &str, uses: &Uses) -> bool {
    let first = wording.split(' ').next().unwrap_or_default();
    let ends = ["er", "ir", "dre", "ttre", "aire", "oire", "ivre"].iter().any(|end| first.ends_with(end));
    let determined = f64::from(uses.determined) / f64::from(uses.times.max(1));
    first.len() > 4 && ends && determined < VERB_DETERMINED
}

/// From [`NOT_NOUN`] to 1, by the share of uses after a determiner, two uses without one added against chance.
pub(super) fn noun(uses: &Uses) -> f64 {
    let share = f64::from(uses.determined) / f64::from(uses.times + 2);
    NOT_NOUN + (1.0 - NOT_NOUN) * (share / NOUN).min(1.0)
}
