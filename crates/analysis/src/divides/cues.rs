//! Words that take a side.

use crate::labels::is_generic;
use crate::read::{Stemmer, Token, plain, tokens};

/// A side taken in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stance {
    /// Which opposition.
    pub pair: u8,
    /// Which side of it.
    pub more: bool,
    /// Of what, by its stems.
    pub object: String,
    /// Of what, as written, in small letters.
    pub about: String,
}

/// Folded words before their object: those who want it, and those who don't.
const PAIRS: [(&[&str], &[&str]); 4] = [
    (
        &[
            "maintenir",
            "conserver",
            "retablir",
            "retablissement",
            "restaurer",
            "remettre",
            "preserver",
            "garder",
        ],
        &["supprimer", "suppression", "abolir", "abolition", "supprimons", "supprimez"],
    ),
    (
        &["augmenter", "augmentation", "augmentez", "augmentons", "relever", "hausser"],
        &["baisser", "baisse", "diminuer", "diminution", "reduire", "reduction", "baissez", "reduisez"],
    ),
    (&["autoriser", "legaliser", "autorisez"], &["interdire", "interdiction", "interdisez", "bannir"]),
    (&["favorable"], &["stop", "halte", "oppose", "opposee", "opposes", "defavorable"]),
];
/// The pair of « trop de » and « pas assez de ».
const AMOUNT: u8 = 10;
/// The pair of « obligatoire » and « facultatif ».
const DUTY: u8 = 11;
/// The pair of « je suis pour » and « je suis contre ».
const VOTE: u8 = 12;

const MUST: [&str; 2] = ["obligatoire", "obligatoires"];
const MAY: [&str; 6] =
    ["facultatif", "facultative", "facultatifs", "facultatives", "volontaire", "volontaires"];
/// Words that may stand between a cue and its object.
const BETWEEN: [&str; 18] = [
    "le", "la", "les", "un", "une", "des", "du", "de", "ce", "cet", "cette", "ces", "au", "aux", "a", "tous",
    "toutes", "d",
];
/// Words that tie an object to what it is of.
const LINKS: [&str; 9] = ["de", "du", "des", "d", "sur", "la", "les", "le", "a"];
/// Words that turn a sentence round, or make a question or a condition of it.
const TURNS: [&str; 12] =
    ["ne", "pas", "plus", "sans", "jamais", "ni", "n", "si", "pourquoi", "soit", "non", "sauf"];

/// Words of a condition: who agrees or disagrees under one takes neither side.
const CONDITIONS: [&str; 6] = ["si", "sauf", "condition", "conditions", "moyennant", "sinon"];

/// Whether a word makes a condition of its sentence; « s’il » does.
fn is_condition(text: &str, token: &Token<'_>) -> bool {
    CONDITIONS.contains(&token.folded.as_str())
        || (token.elided(text).eq_ignore_ascii_case("s") && token.folded.starts_with("il"))
}

/// The sides that a sentence takes.
pub(super) fn stances(text: &str) -> Vec<Stance> {
    let tokens = tokens(text);
    if text.contains('?') || tokens.iter().any(|token| is_condition(text, token)) {
        return Vec::new();
    }
    let mut stemmer = Stemmer::new();
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        if let Some((pair, more, after)) = cue(&tokens, at)
            && let Some(more) = turned(text, &tokens, at, more)
        {
            let object = match pair {
                DUTY => before(text, &tokens, at, &mut stemmer),
                _ => object(text, &tokens, after, &mut stemmer),
            };
            found.extend(object.map(|(object, about)| Stance { pair, more, object, about }));
        }
    }
    found
}

/// The pair and side of a cue at a word, and where its object may begin.
fn cue(tokens: &[Token<'_>], at: usize) -> Option<(u8, bool, usize)> {
    let word = tokens[at].folded.as_str();
    let is = |at: Option<usize>, words: &[&str]| {
        at.and_then(|at| tokens.get(at)).is_some_and(|token| words.contains(&token.folded.as_str()))
    };
    for ((more, less), pair) in PAIRS.iter().zip(0..) {
        if more.contains(&word) || less.contains(&word) {
            return Some((pair, more.contains(&word), at + 1));
        }
    }
    match word {
        "trop" if is(Some(at + 1), &["de", "d"]) => Some((AMOUNT, false, at + 2)),
        "assez" if is(at.checked_sub(1), &["pas"]) && is(Some(at + 1), &["de", "d"]) => {
            Some((AMOUNT, true, at + 2))
        }
        "contre" if is(at.checked_sub(1), &["suis", "sommes"]) => Some((VOTE, false, at + 1)),
        "pour" if is(at.checked_sub(1), &["suis", "sommes"]) => Some((VOTE, true, at + 1)),
        word if MUST.contains(&word) => Some((DUTY, true, at)),
        word if MAY.contains(&word) => Some((DUTY, false, at)),
        _ => None,
    }
}

/// The side, turned by « ne pas » right before it; none where another negation or a condition stands near.
fn turned(text: &str, tokens: &[Token<'_>], at: usize, more: bool) -> Option<bool> {
    let near = &tokens[at.saturating_sub(4)..at];
    let folded: Vec<&str> = near.iter().map(|token| token.folded.as_str()).collect();
    if folded.ends_with(&["ne", "pas"]) {
        return Some(!more);
    }
    let turns = |token: &Token<'_>| {
        TURNS.contains(&token.folded.as_str()) || token.elided(text).eq_ignore_ascii_case("n")
    };
    let inside = if tokens[at].folded == "assez" { &near[..near.len().saturating_sub(1)] } else { near };
    let after = tokens.get(at + 1).is_some_and(|token| matches!(token.folded.as_str(), "pas" | "ni" | "ou"));
    // « n'y a pas assez de » is one cue.
    let turned = inside.iter().any(turns) && tokens[at].folded != "assez";
    (!turned && !after).then_some(more)
}

/// The object that begins at a word: its noun, and what that is of.
fn object(text: &str, tokens: &[Token<'_>], from: usize, stemmer: &mut Stemmer) -> Option<(String, String)> {
    let skip =
        tokens[from.min(tokens.len())..].iter().take(3).take_while(|t| BETWEEN.contains(&t.folded.as_str()));
    let at = from + skip.count();
    let head = tokens.get(at).filter(|token| token.is_meaningful())?;
    if !joined(text, &tokens[from - 1..=at]) {
        return None;
    }
    let mut last = at;
    let mut stems = vec![stemmer.stem(&head.folded)];
    let links =
        tokens[at + 1..].iter().take(2).take_while(|token| LINKS.contains(&token.folded.as_str())).count();
    if let Some(next) = tokens.get(at + 1 + links).filter(|token| token.is_meaningful())
        && joined(text, &tokens[at..=at + 1 + links])
    {
        stems.push(stemmer.stem(&next.folded));
        last = at + 1 + links;
    }
    named(text, &tokens[at..=last], &stems)
}

/// The object that ends before a word: the noun right before « obligatoire ».
fn before(text: &str, tokens: &[Token<'_>], at: usize, stemmer: &mut Stemmer) -> Option<(String, String)> {
    let head = tokens.get(at.checked_sub(1)?).filter(|token| token.is_meaningful())?;
    joined(text, &tokens[at - 1..=at]).then_some(())?;
    named(text, &tokens[at - 1..at], &[stemmer.stem(&head.folded)])
}

/// An object that says something by itself.
fn named(text: &str, tokens: &[Token<'_>], stems: &[String]) -> Option<(String, String)> {
    let (first, last) = (tokens.first()?, tokens.last()?);
    if stems.iter().all(|stem| is_generic(stem)) {
        return None;
    }
    Some((stems.join(" "), plain(&text[first.span.start..last.span.end]).replace('\'', "’")))
}

/// Whether only spaces and apostrophes stand between words in a row.
fn joined(text: &str, tokens: &[Token<'_>]) -> bool {
    tokens.windows(2).all(|pair| text[pair[0].span.end..pair[1].start].chars().all(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sides(text: &str) -> Vec<(bool, String)> {
        stances(text).into_iter().map(|stance| (stance.more, stance.about)).collect()
    }

    #[test]
    fn sides_are_taken_of_an_object() {
        for (text, more, about) in [
            ("Il faut supprimer la taxe d'habitation.", false, "taxe d’habitation"),
            ("Ne pas supprimer la taxe d’habitation !", true, "taxe d’habitation"),
            ("Rétablir l'ISF", true, "isf"),
            ("Il y a trop de députés.", false, "députés"),
            ("Il n'y a pas assez de médecins.", true, "médecins"),
            ("Je suis contre le vote électronique", false, "vote électronique"),
            ("Le vote obligatoire, vite.", true, "vote"),
            ("Stop aux compteurs communicants", false, "compteurs communicants"),
        ] {
            assert_eq!(sides(text), [(more, about.to_owned())], "{text}");
        }
    }

    #[test]
    fn doubt_takes_no_side() {
        for text in [
            "Faut-il supprimer la taxe d'habitation ?",
            "Supprimer, ou maintenir, c'est selon.",
            "Si on veut réduire la fracture",
            "Nous luttons contre la fracture numérique.",
            "Il faut remettre en cause le modèle.",
            "On ne peut plus augmenter les impôts.",
            "Je suis pour le vote électronique, à condition qu'il soit sûr.",
            "Supprimer la taxe d'habitation s'il reste des dotations.",
        ] {
            assert!(sides(text).is_empty(), "{text} {:?}", sides(text));
        }
    }
}
