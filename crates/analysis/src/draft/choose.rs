//! The sentences that stand for the others.

use domain::contribution::Kind;
use std::collections::BTreeSet;

use super::{DraftSection, Sentence};

/// Sentences of a section.
const MOST: usize = 4;
/// Below so many sentences, an author already quoted may be again.
const LEAST: usize = 2;
/// Words of a sentence.
const WORDS: std::ops::RangeInclusive<usize> = 6..=45;
/// How much a choice weighs what a sentence says against saying something new.
const SAYING: f64 = 0.7;
/// From this share of words in common on, a sentence says again what was said.
const AGAIN: f64 = 0.5;
/// Sentences of a kind that are looked at, the fullest first.
const SHORTLIST: usize = 150;

/// The sentences to quote, by kind: état des lieux, idées, modes d'action.
pub(super) fn chosen<'a, 'b>(pool: &[&'a Sentence<'b>]) -> Vec<&'a Sentence<'b>> {
    let mut quoted = BTreeSet::new();
    let kinds = [Kind::Situation, Kind::Idea, Kind::Action];
    kinds.into_iter().flat_map(|kind| choose(pool, kind, &mut quoted)).collect()
}

/// Chosen sentences by kind; kinds without any are left out.
pub(super) fn sections(chosen: &[&Sentence<'_>]) -> Vec<DraftSection> {
    let runs = chosen.chunk_by(|a, b| a.kind == b.kind);
    let section = |run: &[&Sentence<'_>]| DraftSection {
        kind: run[0].kind,
        quotes: run.iter().map(|sentence| sentence.quote.clone()).collect(),
    };
    runs.map(section).collect()
}

fn choose<'a, 'b>(
    pool: &[&'a Sentence<'b>],
    kind: Kind,
    quoted: &mut BTreeSet<usize>,
) -> Vec<&'a Sentence<'b>> {
    let fit = |sentence: &&&Sentence<'_>| {
        sentence.kind == kind && sentence.merit > 0.0 && WORDS.contains(&sentence.words)
    };
    let mut pool: Vec<&'a Sentence<'b>> = pool.iter().filter(fit).copied().collect();
    pool.sort_by(|a, b| b.merit.total_cmp(&a.merit).then(a.verbatim.cmp(&b.verbatim)));
    pool.truncate(SHORTLIST);
    let fullest = pool.first().map_or(f64::MIN_POSITIVE, |sentence| sentence.merit);
    let mut chosen: Vec<&'a Sentence<'b>> = Vec::new();
    while chosen.len() < MOST {
        let fresh = pool.iter().filter(|sentence| !quoted.contains(&sentence.author));
        let again = pool.iter().filter(|sentence| {
            chosen.len() < LEAST && !chosen.iter().any(|other| other.quote == sentence.quote)
        });
        let Some(best) = pick(fresh, &chosen, fullest).or_else(|| pick(again, &chosen, fullest)) else {
            break;
        };
        quoted.insert(best.author);
        chosen.push(best);
    }
    chosen
}

/// The best by maximal marginal relevance (Carbonell and Goldstein 1998); none that says again what was said.
fn pick<'p, 'a: 'p, 'b: 'a>(
    open: impl Iterator<Item = &'p &'a Sentence<'b>>,
    chosen: &[&Sentence<'_>],
    fullest: f64,
) -> Option<&'a Sentence<'b>> {
    let valued = open.filter_map(|sentence| {
        let near = chosen.iter().map(|other| likeness(&sentence.stems, &other.stems)).fold(0.0, f64::max);
        (near < AGAIN).then_some((SAYING * sentence.merit / fullest - (1.0 - SAYING) * near, *sentence))
    });
    valued.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, sentence)| sentence)
}

/// Words in common over all words (Jaccard).
pub(super) fn likeness(a: &BTreeSet<&str>, b: &BTreeSet<&str>) -> f64 {
    let shared = a.intersection(b).count();
    shared as f64 / (a.len() + b.len() - shared).max(1) as f64
}
