//! The sentences of an objective.

use domain::analysis::Place;
use domain::contribution::Kind;
use std::collections::{BTreeMap, BTreeSet};

use super::{DraftSection, Quote};
use crate::corpus::Read;
use crate::describe::Described;
use crate::engine::authors;
use crate::kinds;
use crate::outcome::Item;
use crate::read::{Stemmer, terms};
use crate::segment::{sentences, word_count};

/// Sentences of a section.
const MOST: usize = 4;
/// Below so many sentences, an author already quoted may be again.
const LEAST: usize = 2;
/// Words of a sentence.
const WORDS: std::ops::RangeInclusive<usize> = 6..=45;
/// How much a choice weighs what a sentence says against saying something new.
const SAYING: f64 = 0.7;
/// What a kind given by the author adds.
const GIVEN: f64 = 0.15;

struct Candidate {
    quote: Quote,
    author: usize,
    kind: Kind,
    stems: BTreeSet<String>,
    merit: f64,
}

/// The sections of an objective made from `themes`.
pub(super) fn sections(
    items: &[Item<'_>],
    read: &[Read<'_>],
    places: &[Place<usize>],
    described: &Described,
    themes: &[usize],
) -> Vec<DraftSection> {
    let authors = authors(items);
    let mut stemmer = Stemmer::new();
    let mut pool = Vec::new();
    for (verbatim, place) in read.iter().zip(places) {
        if let Some(theme) = place.theme().filter(|theme| themes.contains(theme)) {
            let marks = &described.marks[theme];
            let found = sentences(verbatim.text).into_iter();
            pool.extend(found.filter_map(|span| {
                let (start, end) = (verbatim.span.start + span.start, verbatim.span.start + span.end);
                let quote = Quote { item: verbatim.item, span: start..end };
                candidate(quote, &items[verbatim.item], authors[verbatim.item], marks, &mut stemmer)
            }));
        }
    }
    let mut quoted = BTreeSet::new();
    let section = |kind| DraftSection { kind, quotes: choose(&pool, kind, &mut quoted) };
    let all = [Kind::Situation, Kind::Idea, Kind::Action].map(section);
    all.into_iter().filter(|section| !section.quotes.is_empty()).collect()
}

/// A sentence of a fit length that holds some of its theme's words.
fn candidate(
    quote: Quote,
    item: &Item<'_>,
    author: usize,
    marks: &BTreeMap<String, f64>,
    stemmer: &mut Stemmer,
) -> Option<Candidate> {
    let text = &item.body[quote.span.clone()];
    if !WORDS.contains(&word_count(text)) {
        return None;
    }
    let suggestion = kinds::suggest_sentence(text);
    // What the author said of the whole counts where the sentence itself doesn't tell.
    let kind = item.kind.filter(|_| suggestion.strength < 0.6).unwrap_or(suggestion.kind);
    let stems: BTreeSet<String> = terms(text, stemmer).into_iter().map(|term| term.stem).collect();
    let said: f64 = stems.iter().filter_map(|stem| marks.get(stem)).map(|chi2| chi2.sqrt()).sum();
    let merit =
        said / (stems.len().max(4) as f64).sqrt() * if item.kind == Some(kind) { 1.0 + GIVEN } else { 1.0 };
    (said > 0.0).then_some(Candidate { quote, author, kind, stems, merit })
}

fn choose(pool: &[Candidate], kind: Kind, quoted: &mut BTreeSet<usize>) -> Vec<Quote> {
    let pool: Vec<&Candidate> = pool.iter().filter(|candidate| candidate.kind == kind).collect();
    let fullest = pool.iter().map(|candidate| candidate.merit).fold(f64::MIN_POSITIVE, f64::max);
    let mut chosen: Vec<&Candidate> = Vec::new();
    while chosen.len() < MOST {
        let new = |candidate: &&&Candidate| {
            chosen.len() < LEAST && !chosen.iter().any(|other| other.quote == candidate.quote)
                || !quoted.contains(&candidate.author)
        };
        let fresh = pool.iter().filter(|candidate| !quoted.contains(&candidate.author));
        let best = pick(fresh, &chosen, fullest).or_else(|| pick(pool.iter().filter(new), &chosen, fullest));
        let Some(best) = best else { break };
        quoted.insert(best.author);
        chosen.push(best);
    }
    chosen.into_iter().map(|candidate| candidate.quote.clone()).collect()
}

/// The best by maximal marginal relevance; none that says again what was said.
fn pick<'a>(
    open: impl Iterator<Item = &'a &'a Candidate>,
    chosen: &[&Candidate],
    fullest: f64,
) -> Option<&'a Candidate> {
    let valued = open.filter_map(|candidate| {
        let near = chosen.iter().map(|other| likeness(&candidate.stems, &other.stems)).fold(0.0, f64::max);
        (near < 0.5).then_some((SAYING * candidate.merit / fullest - (1.0 - SAYING) * near, *candidate))
    });
    valued.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, candidate)| candidate)
}

fn likeness(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    let shared = a.intersection(b).count();
    shared as f64 / (a.len() + b.len() - shared).max(1) as f64
}
