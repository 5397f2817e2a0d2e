//! The sentences of each theme.

use domain::analysis::Place;
use domain::contribution::Kind;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

use super::Quote;
use crate::corpus::Read;
use crate::describe::Described;
use crate::engine::authors;
use crate::kinds::Suggestion;
use crate::outcome::Item;
use crate::read::{Term, Token, fold, tokens};
use crate::segment::word_count;

/// What a kind given by the author adds.
const GIVEN: f64 = 0.15;
/// What a sentence that leans on the one before weighs.
const LEANING: f64 = 0.7;
/// Words a sentence may begin with that lean on what was said before.
const LEANS: [&str; 20] = [
    "cela", "ceci", "ca", "ce", "celui", "celle", "ceux", "il", "elle", "ils", "elles", "mais", "et", "donc",
    "car", "ainsi", "or", "en", "aussi", "puis",
];

/// A sentence of a verbatim that stands in a theme.
pub(crate) struct Sentence<'a> {
    pub quote: Quote,
    /// Index of the verbatim that holds it.
    pub verbatim: usize,
    pub author: usize,
    pub kind: Kind,
    pub text: &'a str,
    pub words: usize,
    /// The stems of its words that mean something.
    pub stems: BTreeSet<&'a str>,
    /// How much it says of its theme: full of its words, from a verbatim near its centre, and clear by itself.
    pub merit: f64,
}

impl<'a> Sentence<'a> {
    /// Its words.
    pub fn tokens(&self) -> Vec<Token<'a>> {
        tokens(self.text)
    }
}

/// The sentences of each theme, in the order of verbatims.
pub(super) fn pools<'a>(
    items: &[Item<'a>],
    read: &'a [Read<'a>],
    places: &[Place<usize>],
    described: &Described,
) -> Vec<Vec<Sentence<'a>>> {
    let authors = authors(items);
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); described.themes.len()];
    for (verbatim, place) in places.iter().enumerate() {
        if let Some(theme) = place.theme() {
            members[theme].push(verbatim);
        }
    }
    let pool = |(theme, members): (usize, Vec<usize>)| {
        let mut pool = Vec::new();
        for at in members {
            let central = described.typicality.get(&at).copied().unwrap_or_default();
            let verbatim = &read[at];
            for (span, suggestion) in &verbatim.sentences {
                let text = &verbatim.text[span.clone()];
                let item = &items[verbatim.item];
                let quote = Quote {
                    item: verbatim.item,
                    span: verbatim.span.start + span.start..verbatim.span.start + span.end,
                };
                let inside = |term: &&Term<'_>| span.contains(&term.token.span.start);
                let stems: BTreeSet<&str> =
                    verbatim.terms.iter().filter(inside).map(|term| term.stem.as_str()).collect();
                let kind = kind(*suggestion, item);
                let given = if item.kind == Some(kind) { 1.0 + GIVEN } else { 1.0 };
                let merit =
                    given * said(&stems, &described.marks[theme]) * (1.0 + central) / 2.0 * clear(text);
                let (author, words) = (authors[verbatim.item], word_count(text));
                pool.push(Sentence { quote, verbatim: at, author, kind, text, words, stems, merit });
            }
        }
        pool
    };
    members.into_par_iter().enumerate().map(pool).collect()
}

/// What the author said of the whole counts where the sentence itself doesn't tell.
fn kind(suggestion: Suggestion, item: &Item<'_>) -> Kind {
    item.kind.filter(|_| suggestion.strength < 0.6).unwrap_or(suggestion.kind)
}

/// How full of its theme's words some stems are.
fn said(stems: &BTreeSet<&str>, marks: &BTreeMap<String, f64>) -> f64 {
    let said: f64 = stems.iter().filter_map(|stem| marks.get(*stem)).map(|chi2| chi2.sqrt()).sum();
    said / (stems.len().max(4) as f64).sqrt()
}

fn clear(text: &str) -> f64 {
    let first = text.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty());
    if first.is_some_and(|word| LEANS.contains(&fold(word).as_str())) { LEANING } else { 1.0 }
}
