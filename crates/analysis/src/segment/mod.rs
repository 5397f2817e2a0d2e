//! Contributions to verbatims: exact spans of one to three sentences.
//!
//! **Invariant:** spans are byte ranges of the text as it was given, in order, disjoint, trimmed of white space,
//! and hold every character that isn't white space. Nothing is ever rewritten.

mod abbreviations;
mod breaks;
mod chunks;
mod oversize;

use std::ops::Range;

pub use chunks::verbatims;

use breaks::Break;

/// A sentence, and whether a new line, an item of a list or the start of the text comes before it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Sentence {
    span: Range<usize>,
    opens: bool,
    words: usize,
}

/// The sentences of a text, as exact byte ranges; items of a list and lines of their own count as sentences.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    split(text).into_iter().map(|sentence| sentence.span).collect()
}

/// Words between white space that hold a letter or a digit.
pub fn word_count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// The part of `span` that is left without the white space around it; `None` when nothing is.
fn trim(text: &str, span: Range<usize>) -> Option<Range<usize>> {
    let piece = &text[span.clone()];
    let start = span.start + (piece.len() - piece.trim_start().len());
    let end = start + piece.trim().len();
    (start < end).then_some(start..end)
}

fn split(text: &str) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut opens = true;
    let end = Break { at: text.len(), strong: true };
    for next in breaks::breaks(text).into_iter().chain([end]) {
        if let Some(span) = trim(text, start..next.at) {
            let words = word_count(&text[span.clone()]);
            sentences.push(Sentence { span, opens, words });
            opens = false;
        }
        opens |= next.strong;
        start = next.at;
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pieces(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|span| &text[span]).collect()
    }

    fn assert_exact(text: &str, spans: &[Range<usize>]) {
        let mut end = 0;
        for span in spans {
            assert!(text[end..span.start].trim().is_empty(), "lost {:?}", &text[end..span.start]);
            let piece = &text[span.clone()];
            assert!(!piece.is_empty() && piece == piece.trim(), "not trimmed {piece:?}");
            end = span.end;
        }
        assert!(text[end..].trim().is_empty(), "lost {:?}", &text[end..]);
    }

    proptest! {
        #[test]
        fn spans_give_back_any_text(text in "\\PC{0,200}") {
            assert_exact(&text, &sentences(&text));
            assert_exact(&text, &verbatims(&text));
        }

        #[test]
        fn spans_give_back_texts_full_of_signs(text in "([a-zA-ZÉé]{1,5}|[.!?…;:,»«'’\"()\\-–•0-9]|\u{a0}| |\n){0,120}") {
            assert_exact(&text, &sentences(&text));
            assert_exact(&text, &verbatims(&text));
        }
    }

    #[test]
    fn abbreviations_numbers_and_addresses_stay_whole() {
        for whole in [
            "M. Dupont et Mme. Vidal ont lu l'art. 12 de la loi n° 2016-1321.",
            "Il faut des outils simples, p. ex. un annuaire, pour 3.5 agents et 1 000 habitants.",
            "Voir https://www.data.gouv.fr/fr/ et écrire à mairie@exemple.fr. merci",
            "J. P. Martin parle de l'A.N.C.T. Rhône devant le conseil.",
            "On attend... depuis trois ans la fibre.",
            "Nous demandons « Une aide simple. Une aide rapide. » depuis 2019.",
            "La fibre , le mobile , etc. doivent arriver partout.",
            "« Quand donc ? » demande une habitante.",
        ] {
            assert_eq!(pieces(whole), [whole], "{whole}");
        }
    }

    #[test]
    fn sentences_end_where_people_end_them() {
        assert_eq!(
            pieces("Quoi ! Toujours rien ? Oui… Rien."),
            ["Quoi !", "Toujours rien ?", "Oui…", "Rien."]
        );
        assert_eq!(
            pieces("il faut la fibre. on attend depuis 2019. La suite"),
            ["il faut la fibre.", "on attend depuis 2019.", "La suite"]
        );
        assert_eq!(pieces("Pas de réseau.Il faut agir."), ["Pas de réseau.", "Il faut agir."]);
        assert_eq!(pieces("Il a dit « oui ». Puis rien."), ["Il a dit « oui ».", "Puis rien."]);
    }

    #[test]
    fn lists_and_lines() {
        let list = "Trois besoins :\n- la fibre\n- des médiateurs\n\n2. Le mobile";
        assert_eq!(pieces(list), ["Trois besoins :", "- la fibre", "- des médiateurs", "2. Le mobile"]);
        let wrapped = "Une phrase coupée\npar la messagerie.";
        assert_eq!(pieces(wrapped), [wrapped]);
    }
}
