//! État des lieux, idée or mode d'action: a suggestion from how a sentence is put.
//!
//! A mode d'action tells someone to do something (a request, an order, an infinitive, a means, a delay, who pays); an
//! idée says what should be (a conditional, a right, a wish, a principle); all else tells what is. The signs of a sentence
//! are in `signs.rs`, what each weighs in `weights.txt`. A suggestion is never more than that: authors and staff decide.

mod cues;
mod signs;
mod weights;

use domain::contribution::Kind;
use std::ops::Range;

use crate::segment::sentences;

/// A kind and how sure: the log of how much more likely it is than the next. 0: they are as likely.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Suggestion {
    /// The kind.
    pub kind: Kind,
    /// From 0 up; 1 is one clear sign.
    pub strength: f64,
}

/// The kinds in the order of their weights.
const KINDS: [Kind; 3] = [Kind::Situation, Kind::Idea, Kind::Action];

/// The kind of a sentence: the first on a tie.
pub fn suggest_sentence(sentence: &str) -> Suggestion {
    let mut sums = [0.0; 3];
    for weights in signs::signs(sentence).iter().filter_map(|sign| weights::of(sign)) {
        sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight);
    }
    let mut ranked: Vec<(f64, Kind)> = sums.into_iter().zip(KINDS).collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    Suggestion { kind: ranked[0].1, strength: ranked[0].0 - ranked[1].0 }
}

/// The signs of a sentence, in the order of letters: what a fit weighs.
pub fn signs_of(sentence: &str) -> Vec<String> {
    signs::signs(sentence).into_iter().collect()
}

/// The kind of a verbatim: of what it asks for when it asks for something, else what it tells.
pub fn suggest(verbatim: &str) -> Kind {
    overall(&of_sentences(verbatim))
}

/// The sentences of a verbatim, in bytes of it, each with its kind.
pub(crate) fn of_sentences(verbatim: &str) -> Vec<(Range<usize>, Suggestion)> {
    let each = sentences(verbatim).into_iter();
    each.map(|span| (span.clone(), suggest_sentence(&verbatim[span]))).collect()
}

/// The kind of what sentences say together.
pub(crate) fn overall(sentences: &[(Range<usize>, Suggestion)]) -> Kind {
    let says = |kind: &Kind| sentences.iter().any(|(_, suggestion)| suggestion.kind == *kind);
    [Kind::Action, Kind::Idea].into_iter().find(says).unwrap_or(Kind::Situation)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_a_sentence_is_put_tells_its_kind() {
        for (kind, sentence) in [
            (Kind::Situation, "La fibre s'arrête à l'entrée du bourg depuis trois ans."),
            (Kind::Situation, "Nous n'avons personne pour répondre aux habitants."),
            (Kind::Situation, "Chez nous, 40 % des agents n'ont pas d'adresse professionnelle."),
            (Kind::Idea, "L'accueil devrait rester humain."),
            (Kind::Idea, "J'aimerais que les logiciels des mairies se parlent."),
            (Kind::Action, "Créer un fonds de mutualisation à l'échelle du département."),
            (Kind::Action, "Nous demandons que l'État finance deux médiateurs par canton."),
            (Kind::Action, "Que la préfecture publie chaque mois la liste des pannes."),
            (Kind::Action, "Il faut mettre en place une hotline pour les secrétaires de mairie."),
            (Kind::Action, "Donnez nous un interlocuteur."),
        ] {
            assert_eq!(suggest_sentence(sentence).kind, kind, "{sentence}");
        }
    }
}
