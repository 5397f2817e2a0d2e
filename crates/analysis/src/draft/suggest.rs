//! What « Pour … » may go on with, in people's own words.

use std::ops::Range;

use super::choose::likeness;
use super::{Quote, Sentence};
use crate::read::Token;

/// Phrases offered.
const MOST: usize = 5;
/// Words of a phrase.
const WORDS: std::ops::RangeInclusive<usize> = 3..=14;
/// From this share of words in common on, two sentences offer the same.
const AGAIN: f64 = 0.4;
/// Sentences that are looked at, the fullest first.
const SHORTLIST: usize = 300;
/// Signs that end a phrase.
const ENDS: [char; 14] = ['.', ',', ';', ':', '!', '?', '…', '(', ')', '«', '»', '"', '\n', '\r'];
/// Words that begin a group of nouns.
const DETERMINERS: [&str; 10] =
    ["un", "une", "le", "la", "les", "des", "plus", "davantage", "chaque", "tous"];
/// Pronouns that stand before an infinitive, and lean on what was said before.
const PRONOUNS: [&str; 13] =
    ["le", "la", "les", "l", "y", "en", "lui", "leur", "nous", "vous", "se", "me", "ne"];

/// Phrases after « pour », « il faut » and « nous demandons », from the sentences that say most, one an author.
pub(super) fn suggestions(pool: &[&Sentence<'_>]) -> Vec<Quote> {
    let mut pool: Vec<&Sentence<'_>> = pool.iter().copied().filter(|sentence| sentence.merit > 0.0).collect();
    pool.sort_by(|a, b| b.merit.total_cmp(&a.merit).then(a.verbatim.cmp(&b.verbatim)));
    let mut chosen: Vec<(&Sentence<'_>, Quote)> = Vec::new();
    for sentence in pool.into_iter().take(SHORTLIST) {
        let new = |(other, _): &(&Sentence<'_>, Quote)| {
            other.author != sentence.author && likeness(&other.stems, &sentence.stems) < AGAIN
        };
        if chosen.iter().all(new)
            && let Some(span) = phrase(sentence)
        {
            let start = sentence.quote.span.start;
            let quote = Quote { item: sentence.quote.item, span: start + span.start..start + span.end };
            chosen.push((sentence, quote));
        }
        if chosen.len() == MOST {
            break;
        }
    }
    chosen.into_iter().map(|(_, quote)| quote).collect()
}

/// The first phrase of a sentence after one of the three cues, in bytes of the sentence.
fn phrase(sentence: &Sentence<'_>) -> Option<Range<usize>> {
    let tokens = sentence.tokens();
    let is = |at: usize, word: &str| tokens.get(at).is_some_and(|token: &Token<'_>| token.folded == word);
    let after_cue = |at: &usize| {
        *at > 0
            && (is(at - 1, "pour")
                || (*at > 1 && is(at - 2, "il") && is(at - 1, "faut"))
                || (*at > 1 && is(at - 2, "nous") && is(at - 1, "demandons")))
    };
    (0..tokens.len()).filter(after_cue).find_map(|at| taken(sentence.text, &tokens[at..]))
}

/// From the first of some words to the end of the clause, when that makes a phrase that stands by itself.
fn taken(text: &str, tokens: &[Token<'_>]) -> Option<Range<usize>> {
    let (first, second) = (tokens.first()?, tokens.get(1)?);
    let noun = DETERMINERS.contains(&first.folded.as_str()) || first.elided(text).eq_ignore_ascii_case("l");
    let leaning = PRONOUNS.contains(&first.folded.as_str()) && is_infinitive(&second.folded);
    if leaning || !(noun || is_infinitive(&first.folded)) {
        return None;
    }
    let end = text[first.start..].find(ENDS).map_or(text.len(), |at| first.start + at);
    let piece = text[first.start..end].trim_end();
    let words = tokens.iter().take_while(|token| token.span.end <= first.start + piece.len()).count();
    WORDS.contains(&words).then_some(first.start..first.start + piece.len())
}

/// Whether a folded word ends as infinitives do.
fn is_infinitive(word: &str) -> bool {
    word.len() > 4
        && ["er", "ir", "re", "oir"].iter().any(|end| word.ends_with(end))
        && !word.ends_with("ier")
}
