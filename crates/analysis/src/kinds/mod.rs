//! État des lieux, idée or mode d'action: a suggestion from how a sentence is put.
//!
//! A mode d'action tells someone to do something (a request, an order, an infinitive, a means, a delay, who pays); an
//! idée says what should be (a conditional, a right, a wish, a principle); all else tells what is. The cues are in
//! `cues.rs`. A suggestion is never more than that: authors and staff decide.

mod cues;

use domain::contribution::Kind;
use std::ops::Range;

use crate::read::{fold, tokens};
use crate::segment::sentences;

/// A kind and how sure: the weight of its cues beyond those of the next kind. 0: no cue at all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Suggestion {
    /// The kind.
    pub kind: Kind,
    /// From 0 up; 1 is one clear cue.
    pub strength: f64,
}

/// The kind of a sentence.
pub fn suggest_sentence(sentence: &str) -> Suggestion {
    let folded = fold(sentence);
    let words: Vec<String> = tokens(sentence).into_iter().map(|token| token.folded).collect();
    let action = cues::action(&folded, &words);
    let idea = cues::idea(&folded, &words);
    let situation = cues::situation(&folded, &words);
    let mut ranked = [(action, Kind::Action), (idea, Kind::Idea), (situation, Kind::Situation)];
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    if ranked[0].0 <= 0.0 || ranked[0].0 <= situation {
        let strength = (situation - action.max(idea)).max(0.0);
        return Suggestion { kind: Kind::Situation, strength };
    }
    Suggestion { kind: ranked[0].1, strength: ranked[0].0 - ranked[1].0 }
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
            (Kind::Idea, "Chaque habitant doit pouvoir faire ses démarches au guichet."),
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
