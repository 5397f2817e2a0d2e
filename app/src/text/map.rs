//! The map and its list.

use super::number::{count, number, plural};

/// The page's title.
pub const TITLE: &str = "Carte";
/// What it is.
pub const LEAD: &str = "Chaque point est un verbatim. Deux points voisins disent des choses voisines ; loin l’un de l’autre, ils n’ont presque pas de mots en commun.";
/// How to read it.
pub const HOW: &str =
    "Le haut et le bas, la gauche et la droite ne veulent rien dire : seul compte ce qui est près de quoi.";
/// The heading of the verbatim that a link leads to.
pub const HERE: &str = "Vous êtes ici";
/// The verbatim that a link leads to has no point there.
pub const NOT_DRAWN: &str = "Ce verbatim n’a pas de place sur cette carte : il ne ressemble à aucun autre, ou la prochaine analyse le lira. Il se lit dans sa contribution.";

/// Beside its point: « C-0421 est ici »
pub fn here(number: &str) -> String {
    format!("{number} est ici")
}

/// The label of the search field.
pub const SEARCH: &str = "Chercher des mots sur la carte";
/// A filter's label.
pub const AREA: &str = "Enjeu";
/// A filter's value.
pub const NO_AREA: &str = "Sans enjeu indiqué";
/// The heading of the legend.
pub const LEGEND: &str = "Légende";
/// The heading of the list.
pub const LIST: &str = "Les mêmes verbatims en liste";
/// Below the heading of the list.
pub const LIST_ORDER: &str = "Dans l’ordre des contributions.";
/// A column.
pub const NUMBER: &str = "Numéro";
/// A column.
pub const VERBATIM: &str = "Verbatim";
/// A column.
pub const PLACE: &str = "Thème et type";
/// Nothing answers.
pub const NOTHING: &str =
    "Aucun verbatim de la carte ne répond. Retirez un filtre, ou cherchez un mot plus courant.";
/// Leads from the picture to the list.
pub const TO_LIST: &str = "Voir ces verbatims en liste";
/// No map yet.
pub const NONE: &str = "Aucune analyse n’a encore dessiné de carte.";
/// No map yet: what one can do.
pub const NONE_HOW: &str = "Elle paraîtra ici après l’analyse, dès que les contributions seront assez nombreuses pour former des thèmes. En attendant, elles se lisent et se cherchent.";

/// The note on what has no place there.
pub fn beside(unplaced: u32) -> Option<String> {
    (unplaced > 0).then(|| {
        format!(
            "{} {} de place sur la carte",
            count::verbatims(unplaced),
            plural(unplaced, "n’a pas", "n’ont pas")
        )
    })
}

/// The note on weak signals that can't be drawn among the others.
pub fn alone(signals: u32) -> Option<String> {
    (signals > 0).then(|| {
        format!(
            "{} {} dont personne d’autre n’emploie les mots {} de place sur la carte",
            number(signals),
            plural(signals, "signal faible", "signaux faibles"),
            plural(signals, "n’a pas", "n’ont pas")
        )
    })
}

/// When only some places were computed.
pub fn landmarks(n: u32) -> String {
    format!(
        "{} ont été placés par le calcul ; chacun des autres est posé parmi les plus proches de ceux-là.",
        count::verbatims(n)
    )
}

/// The picture in words.
pub fn label(points: u32, regions: u32) -> String {
    format!(
        "Carte de {} en {}. La liste plus bas dit la même chose.",
        count::verbatims(points),
        count::themes(regions)
    )
}

/// « 38 verbatims sur 1 846, dans 4 thèmes »: what answers.
pub fn found(total: u32, whole: u32, themes: u32, words: &str) -> String {
    let about = if words.is_empty() { String::new() } else { format!(" pour « {words} »") };
    if total == whole && words.is_empty() {
        return format!("{} sur la carte", count::verbatims(total));
    }
    match total {
        0 => format!("Aucun verbatim{about}, sur {}", number(whole)),
        _ => format!(
            "{} sur {}{about}, dans {}",
            count::verbatims(total),
            number(whole),
            count::themes(themes)
        ),
    }
}

/// The button of the map.
pub const NEARER: &str = "Agrandir";
/// The button of the map.
pub const FURTHER: &str = "Réduire";
/// The button of the map.
pub const WHOLE: &str = "Toute la carte";
/// The label of the buttons.
pub const BUTTONS: &str = "Regarder la carte";
/// The map, for those who don't see it.
pub const STAGE: &str = "Carte des verbatims, à parcourir au clavier";
/// How to use it by hand.
pub const BY_HAND: &str = "Touchez ou cliquez un point pour lire le verbatim. Deux doigts, ou Ctrl et la molette, pour agrandir ; glissez pour déplacer.";
/// How to use it by keyboard.
pub const BY_KEYS: &str = "Au clavier : les flèches vont au verbatim voisin, Page suivante et Page précédente parcourent tous les verbatims, Entrée ouvre, + et − agrandissent et réduisent, 0 montre tout, Maj et une flèche déplacent la carte.";
/// The panel beside the map.
pub const OPENED: &str = "Le verbatim choisi";
/// Its button.
pub const CLOSE: &str = "Fermer et revenir à la carte";
/// The heading of the closest.
pub const CLOSEST: &str = "Les plus proches";
/// Link to the contribution.
pub const READ: &str = "Lire dans sa contribution";
/// Before where the draft takes it up.
pub const CITED: &str = "Cité dans le brouillon de motion";
/// Nearly the same words.
pub const TWIN: &str = "presque les mêmes mots";
/// While it is fetched.
pub const OPENING: &str = "Le verbatim arrive…";
/// The server couldn't be asked.
pub const MISSED: &str = "Le serveur n’a pas répondu. Le verbatim se lit aussi dans la liste, plus bas.";
/// The verbatim isn't in this run.
pub const GONE: &str = "Ce verbatim n’est plus dans l’analyse actuelle.";
/// A weak signal.
pub const WEAK: &str = "signal faible";

/// What the keyboard is at: « C-0421, 2e verbatim. Guichet humain. Idée. »
pub fn at(number: &str, theme: &str, kind: &str) -> String {
    format!("{number}. {theme}. {kind}.")
}

/// Leads from elsewhere to the map.
pub const SEE: &str = "Voir sur la carte";
