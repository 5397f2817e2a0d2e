//! How well a phrase names a theme.

use super::phrases::{Phrase, Tally, Uses};

/// Longer phrases say more, and occur less: what one, two or three words weigh.
const BY_WORDS: [f64; 3] = [1.0, 1.8, 2.0];
/// Where so many uses of a phrase follow a determiner, it is a noun.
const NOUN: f64 = 0.4;
/// What a phrase that never follows one still weighs.
const NOT_NOUN: f64 = 0.1;

/// The phrases of a theme, the best name first.
pub(super) fn ranked(tally: &Tally, theme: usize) -> Vec<&Phrase> {
    let total: u32 = tally.sizes.iter().sum();
    let scored = tally.phrases.iter().filter_map(|(phrase, uses)| {
        let score = score(phrase, uses, theme, tally.sizes[theme], total)?;
        Some((score, phrase))
    });
    let mut scored: Vec<(f64, &Phrase)> = scored.collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    scored.into_iter().map(|(_, phrase)| phrase).collect()
}

/// What the phrase adds to the divergence of the theme from the whole (`p · ln(p / q)`, Kullback and Leibler 1951),
/// weighed by its length and by how noun-like it is; `None` where the theme doesn't over-use it.
fn score(phrase: &Phrase, uses: &Uses, theme: usize, size: u32, total: u32) -> Option<f64> {
    let inside = f64::from(*uses.by_theme.get(&theme)?);
    let all: u32 = uses.by_theme.values().sum();
    let (p, q) = (inside / f64::from(size), f64::from(all) / f64::from(total));
    let often = inside >= 2.0 || size < 4;
    (often && p > q).then(|| p * (p / q).ln() * BY_WORDS[phrase.stems.len().clamp(1, 3) - 1] * noun(uses))
}

/// From [`NOT_NOUN`] to 1, by the share of uses after a determiner, two uses without one added against chance.
pub(super) fn noun(uses: &Uses) -> f64 {
    let share = f64::from(uses.determined) / f64::from(uses.times + 2);
    NOT_NOUN + (1.0 - NOT_NOUN) * (share / NOUN).min(1.0)
}
