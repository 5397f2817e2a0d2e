//! The page of one contribution.

use domain::reading::CitedIn;

use super::number::number;

/// Before a number.
pub const TITLE: &str = "Contribution";

/// « Contribution C-0421 »
pub fn title(n: &str) -> String {
    format!("{TITLE} {n}")
}

/// « Reçue en atelier le 12 octobre 2026 »
pub fn received(channel: &str, day: &str) -> String {
    format!("Reçue {channel} le {day}")
}

/// Beneath the signature of what somebody else noted.
pub const REPORTED: &str = "Propos rapporté : noté par une autre personne, et pas encore confirmé par celle qui parlait. Il se cite sans guillemets.";

/// Before the enjeux that its author gave.
pub const AREAS: &str = "Enjeux indiqués";

/// Heading of the notes.
pub fn verbatims(n: u32) -> String {
    match n {
        0 => "Ce qu’en lit l’analyse".to_owned(),
        1 => "Un verbatim".to_owned(),
        n => format!("{} verbatims", number(n)),
    }
}

/// What the marks are.
pub const WHAT: &str =
    "Un verbatim est un passage exact, jamais réécrit : c’est lui que l’on rapproche et que l’on cite.";
/// The run doesn't cover it.
pub const UNREAD: &str = "L’analyse actuelle ne couvre pas encore cette contribution ; la prochaine la lira.";
/// Heading of what others say that is close.
pub const CLOSEST: &str = "Les plus proches";
/// How they were found.
pub const CLOSEST_HOW: &str = "Pour chaque verbatim, les trois des autres contributions qui emploient les mots les plus voisins. La page ne dit pas qu’ils sont d’accord.";
/// A twin.
pub const TWIN: &str = "presque les mêmes mots";
/// Nobody is close.
pub const NO_CLOSE: &str = "Aucun autre verbatim ne s’en approche.";
/// Heading of where it would stand.
pub const GUESS: &str = "En attendant la prochaine analyse";
/// Before where it would stand.
pub const GUESS_PLACE: &str = "Arrivée après l’analyse actuelle, cette contribution serait placée ici :";
/// How sure that is.
pub const GUESS_HOW: &str =
    "Ce rapprochement est provisoire, n’entre dans aucun compte, et peut changer à la prochaine analyse.";

/// « Verbatim 2 »
pub fn verbatim(n: u32) -> String {
    format!("Verbatim {}", number(n))
}

/// Before what cites it.
pub const CITED: &str = "Cité dans le brouillon de motion";
/// Not cited.
pub const NOT_CITED: &str = "Pas cité dans le brouillon de motion.";

/// « objectif 2, phrase 5 »; « objectif 2, formule relevée pour « Pour … » »
pub fn cited_in(place: &CitedIn) -> String {
    let objective = number(place.objective);
    match place.sentence {
        Some(sentence) => format!("objectif {objective}, phrase {}", number(sentence)),
        None => format!("objectif {objective}, formule relevée pour «\u{202f}Pour…\u{202f}»"),
    }
}

/// The link from a number in the text to its note.
pub fn to_note(n: u32) -> String {
    format!("Verbatim {} : sa note", number(n))
}

/// The link from a note back to the text.
pub fn to_text(n: u32) -> String {
    format!("Verbatim {} : le retrouver dans le texte", number(n))
}

/// The label of the previous and next links.
pub const NEIGHBOURS: &str = "Contributions voisines";
/// Before it.
pub const PREVIOUS: &str = "Précédente";
/// After it.
pub const NEXT: &str = "Suivante";
/// Its address, to copy.
pub const PERMALINK: &str = "Lien permanent";
