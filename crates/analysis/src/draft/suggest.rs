//! What « Pour … » may go on with, in people's own words.

use domain::contribution::Kind;
use std::ops::Range;

use super::choose::likeness;
use super::{Quote, Sentence};
use crate::read::Token;

/// Phrases offered.
const MOST: usize = 5;
/// Words of a phrase.
const WORDS: std::ops::RangeInclusive<usize> = 4..=14;
/// From this share of words in common on, two sentences offer the same.
const AGAIN: f64 = 0.4;
/// Sentences that are looked at, the fullest first.
const SHORTLIST: usize = 300;
/// Signs that end a phrase.
const ENDS: [char; 14] = ['.', ',', ';', ':', '!', '?', '…', '(', ')', '«', '»', '"', '\n', '\r'];
/// Words beside the verb that mean something: an object, and what is said of it.
const CONTENT: usize = 2;
/// Infinitives that announce or tell rather than ask for something, or say nothing without what came before.
const EMPTY: [&str; 34] = [
    "aller",
    "annoncer",
    "appeler",
    "arriver",
    "attendre",
    "avoir",
    "commencer",
    "comprendre",
    "continuer",
    "demander",
    "dire",
    "entendre",
    "envoyer",
    "esperer",
    "essayer",
    "etre",
    "expliquer",
    "faire",
    "montrer",
    "parler",
    "passer",
    "penser",
    "pouvoir",
    "prendre",
    "proposer",
    "rappeler",
    "regarder",
    "remercier",
    "savoir",
    "trouver",
    "venir",
    "voir",
    "vouloir",
    "donner",
];
/// Words of someone who tells what happens: who speaks, and verbs that aren't in the infinitive.
const TELLING: [&str; 38] = [
    "je", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "moi", "toi", "me", "te", "mon", "ma",
    "mes", "ton", "ta", "tes", "ca", "cela", "a", "ai", "as", "ont", "avons", "avez", "est", "sont", "suis",
    "etait", "etaient", "avait", "faut", "fait", "va", "celui", "celle",
];

/// Phrases after « pour », « il faut » and « nous demandons de », from the sentences of ideas and of modes of action that say
/// most, one an author; better none than one that asks for nothing.
pub(super) fn suggestions(pool: &[&Sentence<'_>]) -> Vec<Quote> {
    let asks = |sentence: &&Sentence<'_>| sentence.merit > 0.0 && sentence.kind != Kind::Situation;
    let mut pool: Vec<&Sentence<'_>> = pool.iter().copied().filter(asks).collect();
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
    let after = |at: usize, first: &str, second: &str| at > 1 && is(at - 2, first) && is(at - 1, second);
    let after_cue = |at: &usize| {
        let at = *at;
        // « nous demandons de créer »: the verb follows « de ».
        let asked = after(at, "demandons", "de") && at > 2 && is(at - 3, "nous");
        at > 0 && (is(at - 1, "pour") || after(at, "il", "faut") || asked)
    };
    (0..tokens.len()).filter(after_cue).find_map(|at| taken(sentence.text, &tokens[at..]))
}

/// From a verb in the infinitive to the end of the clause, when it has an object and tells no story.
fn taken(text: &str, tokens: &[Token<'_>]) -> Option<Range<usize>> {
    let first = tokens.first()?;
    if !is_infinitive(&first.folded) || EMPTY.contains(&first.folded.as_str()) {
        return None;
    }
    let end = text[first.span.start..].find(ENDS).map_or(text.len(), |at| first.span.start + at);
    let piece = text[first.span.start..end].trim_end();
    let whole = first.span.start..first.span.start + piece.len();
    let words: Vec<&Token<'_>> = tokens.iter().take_while(|token| token.span.end <= whole.end).collect();
    let tells = |token: &&Token<'_>| {
        TELLING.contains(&token.folded.as_str())
            || ["j", "m", "t", "n", "c"].iter().any(|word| token.elided(text).eq_ignore_ascii_case(word))
    };
    // « à » folds to « a »: only the verb is without an accent, or in capitals.
    let tells = |token: &&Token<'_>| tells(token) && token.word != "à" && token.word != "À";
    let objects = words.iter().skip(1).filter(|token| token.is_meaningful()).count();
    let stands = WORDS.contains(&words.len()) && objects >= CONTENT && !words.iter().any(tells);
    (stands && first.elided(text).is_empty()).then_some(whole)
}

/// Whether a folded word ends as infinitives do; « notre », « contre » and « quatre » don't.
fn is_infinitive(word: &str) -> bool {
    let ends = ["er", "ir", "oir", "dre", "ttre", "aire", "uire", "rire", "ivre", "aitre"];
    word.len() > 4 && ends.iter().any(|end| word.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::tokens;

    fn found(text: &str) -> Option<&str> {
        let tokens = tokens(text);
        let at = tokens.iter().position(|token| ["pour", "faut"].contains(&token.folded.as_str()))?;
        taken(text, &tokens[at + 1..]).map(|span| &text[span])
    }

    #[test]
    fn only_what_asks_for_something() {
        assert_eq!(
            found("Il faut former les secrétaires de mairie, vite."),
            Some("former les secrétaires de mairie")
        );
        assert_eq!(
            found("Des aides pour équiper les écoles à la campagne"),
            Some("équiper les écoles à la campagne")
        );
        for silly in [
            "On m'a appelée pour m'annoncer que la ligne était coupée.",
            "Pour envoyer les mandats au Trésor il faut un certificat.",
            "Il a fallu trois ans pour remplacer un poteau.",
            "Pour le dernier budget des communes rurales",
            "Il faut que le maire signe la convention.",
            "Pour brancher la fibre je paie deux devis.",
        ] {
            assert_eq!(found(silly), None, "{silly}");
        }
    }
}
