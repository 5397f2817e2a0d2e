//! Insults, by their stems: a short list of words that are nothing else.
//!
//! « Ordure », « fumier » or « escroc » are left out: they have their place in the texts of communes.

use std::ops::Range;

use super::tokens::Word;

/// Words as they are compared, without their ending.
const STEMS: [&str; 30] = [
    "abruti",
    "bougnoul",
    "bouffon",
    "cingle",
    "collabo",
    "con",
    "connard",
    "connass",
    "cretin",
    "crevur",
    "debil",
    "empaffe",
    "encule",
    "enfoire",
    "facho",
    "guignol",
    "imbecil",
    "menteur",
    "menteus",
    "merdeux",
    "merdeus",
    "nazi",
    "negro",
    "pourritur",
    "pute",
    "salaud",
    "salop",
    "salopard",
    "tocard",
    "youpin",
];
/// What may follow a stem.
const ENDINGS: [&str; 6] = ["", "s", "e", "es", "x", "ne"];
/// Words that a stem would take with it: « cône ».
const OTHERS: [&str; 2] = ["cone", "cones"];

/// Every insult among the words.
pub fn find(words: &[Word<'_>]) -> Vec<Range<usize>> {
    words.iter().filter(|word| is_insult(&word.folded())).map(|word| word.span.clone()).collect()
}

fn is_insult(word: &str) -> bool {
    !OTHERS.contains(&word)
        && STEMS.iter().any(|stem| word.strip_prefix(stem).is_some_and(|ending| ENDINGS.contains(&ending)))
}
