//! Words that take a side.

use super::object::{self, Object};
use crate::read::{Stemmer, Token, tokens};

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

/// Verbs that ask for something of their object in the infinitive or as an order, by those who want more of it and by those
/// who want less.
const VERBS: [(&[&str], &[&str]); 3] = [
    (
        &["maintenir", "conserver", "retablir", "restaurer", "remettre", "preserver", "garder"],
        &["supprimer", "abolir", "supprimons", "supprimez"],
    ),
    (
        &["augmenter", "augmentez", "augmentons", "relever", "hausser"],
        &["baisser", "diminuer", "reduire", "baissez", "reduisez"],
    ),
    (&["autoriser", "legaliser", "autorisez"], &["interdire", "interdisez", "bannir"]),
];
/// Nouns that ask for the same, where nothing stands before them: « Suppression de … ».
const NOUNS: [(&[&str], &[&str]); 3] = [
    (&["maintien", "retablissement"], &["suppression", "abolition", "fin"]),
    (&["augmentation", "hausse"], &["baisse", "diminution", "reduction"]),
    (&["autorisation", "legalisation"], &["interdiction"]),
];
/// The pair of « trop de » and « pas assez de ».
const AMOUNT: u8 = 10;
/// The pair of « obligatoire » and « facultatif ».
const DUTY: u8 = 11;
/// The pair of « je suis pour » and « je suis contre », and whatever else says yes or no.
const VOTE: u8 = 12;

const MUST: [&str; 2] = ["obligatoire", "obligatoires"];
const MAY: [&str; 6] =
    ["facultatif", "facultative", "facultatifs", "facultatives", "volontaire", "volontaires"];
/// Words of someone who says yes or no to what follows.
const YES: [&str; 3] = ["favorable", "defends", "defendons"];
const NO: [&str; 6] = ["oppose", "opposee", "opposes", "defavorable", "refuse", "refusons"];
/// The same at the head of a sentence: « Oui à », « Non aux », « Pas de », « Stop », « Halte ».
const HEADS: [(&str, bool); 7] = [
    ("oui", true),
    ("vive", true),
    ("non", false),
    ("pas", false),
    ("contre", false),
    ("stop", false),
    ("halte", false),
];
/// Words before a verb that make a request of it.
const ASKS: [&str; 14] = [
    "faut",
    "faudrait",
    "doit",
    "devrait",
    "doivent",
    "devraient",
    "demande",
    "demandons",
    "propose",
    "proposons",
    "veux",
    "voulons",
    "souhaite",
    "souhaitons",
];
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
        if let Some((pair, more, after)) = cue(text, &tokens, at)
            && let Some(more) = turned(text, &tokens, at, more)
        {
            let object = match pair {
                DUTY => object::before(text, &tokens, at, &mut stemmer),
                _ => object::after(text, &tokens, after, &mut stemmer),
            };
            found.extend(object.map(|Object { stems, about }| Stance { pair, more, object: stems, about }));
        }
    }
    found
}

/// The pair and side of a cue at a word, and where its object may begin.
fn cue(text: &str, tokens: &[Token<'_>], at: usize) -> Option<(u8, bool, usize)> {
    let word = tokens[at].folded.as_str();
    let is = |at: Option<usize>, words: &[&str]| {
        at.and_then(|at| tokens.get(at)).is_some_and(|token| words.contains(&token.folded.as_str()))
    };
    let before = at.checked_sub(1);
    let of = is(Some(at + 1), &["de", "d"])
        || tokens.get(at + 1).is_some_and(|t| matches!(t.elided(text), "d" | "D"));
    let found = |pairs: &[(&[&str], &[&str])]| {
        let pair = pairs.iter().position(|(more, less)| more.contains(&word) || less.contains(&word))?;
        Some((pair as u8, pairs[pair].0.contains(&word), at + 1))
    };
    if let Some(found) = found(&VERBS).filter(|_| asks(text, tokens, at)) {
        return Some(found);
    }
    if let Some(found) = found(&NOUNS).filter(|_| opens(text, tokens, at)) {
        return Some(found);
    }
    if let Some((_, more)) = HEADS.iter().find(|(head, _)| *head == word && opens(text, tokens, at)) {
        let of = word != "pas" || of;
        return of.then_some((VOTE, *more, at + 1));
    }
    match word {
        "trop" if of => Some((AMOUNT, false, at + 1)),
        "assez" if is(before, &["pas"]) && of => Some((AMOUNT, true, at + 1)),
        "contre" if is(before, &["suis", "sommes"]) => Some((VOTE, false, at + 1)),
        "pour" if is(before, &["suis", "sommes"]) => Some((VOTE, true, at + 1)),
        word if YES.contains(&word) => Some((VOTE, true, at + 1)),
        word if NO.contains(&word) => Some((VOTE, false, at + 1)),
        word if MUST.contains(&word) => Some((DUTY, true, at)),
        word if MAY.contains(&word) => Some((DUTY, false, at)),
        _ => None,
    }
}

/// Whether a word is the first of a sentence or of an item of a list.
fn opens(text: &str, tokens: &[Token<'_>], at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    let gap = &text[tokens[before].span.end..tokens[at].start];
    gap.contains(['.', '!', ':', ';', '•', '\n']) || gap.contains(" -") || gap.contains("- ")
}

/// Whether a verb asks for what it says: it opens, or follows a comma, « et », « ne pas » or a request.
fn asks(text: &str, tokens: &[Token<'_>], at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    let gap = &text[tokens[before].span.end..tokens[at].start];
    let word = |at: usize| tokens[at].folded.as_str();
    let request = |at: usize| ASKS.contains(&word(at));
    match word(before) {
        "de" | "d" => before.checked_sub(1).is_some_and(request),
        "pas" => before.checked_sub(1).is_some_and(|ne| word(ne) == "ne" && asks(text, tokens, ne)),
        // The second of two verbs: « baisser … et augmenter … ».
        "et" => !tokens[..before]
            .iter()
            .any(|token| matches!(token.folded.as_str(), "pour" | "permettrait" | "afin")),
        _ => opens(text, tokens, at) || request(before) || gap.contains(','),
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
            ("PAS DE CAMÉRAS DANS UN BOURG DE 675 HABITANTS.", false, "caméras"),
            ("Je défends nos 64 caméras.", true, "caméras"),
            ("Suppression de la taxe d'habitation", false, "taxe d’habitation"),
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
            "Annuler la suppression de l'ISF !",
            "Depuis l'augmentation de la CSG, tout coûte plus cher.",
            "Baisser les impôts que paient les artisans.",
            "Augmenter les impôts des plus riches.",
            "Cela permettrait de réduire la dette.",
        ] {
            assert!(sides(text).is_empty(), "{text} {:?}", sides(text));
        }
    }
}
