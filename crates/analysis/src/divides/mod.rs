//! What divides a theme: two sentences by different people that want opposite things of the same object.
//!
//! Precision before recall: a stance is read only where a word of one of the pairs in `cues.rs` stands right before (or
//! for « obligatoire », right after) its object, and only sentences about the very same object are opposed.

mod cues;
mod object;

use std::collections::BTreeMap;

use crate::draft::{DraftDivide, Sentence};
use crate::outcome::Divide;
use cues::Stance;

/// Pairs of a theme.
const MOST: usize = 3;
/// Words of a sentence.
const WORDS: std::ops::RangeInclusive<usize> = 4..=60;

/// Two sentences of opposed stance.
pub(crate) struct Opposed<'a> {
    /// By its stems.
    object: String,
    about: String,
    one: &'a Sentence<'a>,
    other: &'a Sentence<'a>,
}

impl Opposed<'_> {
    /// For the page of the theme.
    pub fn divide(&self) -> Divide {
        Divide { about: self.about.clone(), one: self.one.verbatim, other: self.other.verbatim }
    }

    /// For the draft.
    pub fn drafted(&self) -> DraftDivide {
        DraftDivide {
            about: self.about.clone(),
            one: self.one.quote.clone(),
            other: self.other.quote.clone(),
        }
    }
}

/// Those who want something of an object, and those who want the opposite.
#[derive(Default)]
struct Sides<'a> {
    about: String,
    more: Vec<&'a Sentence<'a>>,
    less: Vec<&'a Sentence<'a>>,
}

/// At most three pairs, on the objects about which the most is said first.
pub(crate) fn divides<'a>(pool: &'a [Sentence<'a>]) -> Vec<Opposed<'a>> {
    let mut objects: BTreeMap<(u8, String), Sides<'a>> = BTreeMap::new();
    for sentence in pool.iter().filter(|sentence| WORDS.contains(&sentence.words)) {
        for Stance { pair, more, object, about } in cues::stances(sentence.text) {
            let sides = objects.entry((pair, object)).or_default();
            if sides.about.is_empty() {
                sides.about = about;
            }
            let side = if more { &mut sides.more } else { &mut sides.less };
            side.push(sentence);
        }
    }
    let mut opposed: Vec<(usize, Opposed<'a>)> =
        objects.into_iter().filter_map(|((_, object), sides)| best(object, sides)).collect();
    opposed.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.about.cmp(&b.1.about)));
    let mut chosen: Vec<Opposed<'a>> = Vec::new();
    for (_, pair) in opposed {
        let again = chosen.iter().any(|other| {
            are_one(&other.object, &pair.object)
                || other.one.verbatim == pair.one.verbatim
                || other.other.verbatim == pair.other.verbatim
        });
        if chosen.len() < MOST && !again {
            chosen.push(pair);
        }
    }
    chosen
}

/// Whether two objects are one, named in short and in full: « cumul » and « cumul des mandats ».
fn are_one(object: &str, other: &str) -> bool {
    let within = |a: &str, b: &str| a.split(' ').all(|stem| b.split(' ').any(|known| known == stem));
    within(object, other) || within(other, object)
}

/// The two that say most, by different authors, and how many took sides. Someone on both sides is on neither.
fn best(object: String, sides: Sides<'_>) -> Option<(usize, Opposed<'_>)> {
    let fullest = |side: &[&'_ Sentence<'_>], others: &[&Sentence<'_>]| {
        let own = |at: &usize| !others.iter().any(|other| other.author == side[*at].author);
        (0..side.len())
            .filter(own)
            .reduce(|best, next| if side[next].merit > side[best].merit { next } else { best })
    };
    let one = sides.more[fullest(&sides.more, &sides.less)?];
    let other = sides.less[fullest(&sides.less, &sides.more)?];
    let said = sides.more.len().min(sides.less.len());
    Some((said, Opposed { object, about: sides.about, one, other }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_in_short_is_the_same() {
        assert!(are_one("cumul", "cumul mandat") && are_one("cumul mandat", "cumul"));
        assert!(!are_one("taxe habit", "taxe fonci"));
    }
}
