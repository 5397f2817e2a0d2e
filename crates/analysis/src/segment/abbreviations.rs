//! Words that a full stop shortens rather than ends.

/// In lower case, without the full stop.
const SHORTENED: [&str; 47] = [
    "adj", "al", "alin", "anc", "arr", "art", "av", "bd", "boul", "cf", "ch", "chap", "dép", "dpt", "dr",
    "ed", "env", "ex", "fig", "hab", "janv", "févr", "sept", "oct", "nov", "déc", "juil", "m", "max", "min",
    "mm", "mme", "mmes", "mlle", "mr", "pp", "pr", "réf", "resp", "st", "ste", "tél", "vol", "éd", "cons",
    "incl", "mgr",
];

/// Whether a full stop after `word` shortens it: « M. », « art. », an initial.
pub(super) fn is_shortened(word: &str) -> bool {
    let mut chars = word.chars();
    let initial = matches!((chars.next(), chars.next()), (Some(c), None) if c.is_alphabetic());
    initial || SHORTENED.contains(&word.to_lowercase().as_str())
}

/// Whether `word` is an abbreviation with stops inside: « A.N.C.T », « i.e ».
pub(super) fn is_dotted(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|part| part.chars().count() <= 1)
}
