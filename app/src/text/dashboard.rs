//! The dashboard of staff.

use super::number::{counted, number, plural, share};

/// The title, and the name of the page among staff's.
pub const TITLE: &str = "Tableau de bord";
/// A heading.
pub const DAYS: &str = "Contributions par jour";
/// Opens the table.
pub const DAYS_TABLE: &str = "Les mêmes chiffres, jour par jour";
/// A heading.
pub const ABOUT: &str = "De quoi elles parlent";
/// Below the tables.
pub const AREAS_NOTE: &str = "Une contribution peut relever de plusieurs enjeux, ou d’aucun\u{a0}: ce tableau-là n’a pas de total. Le type que le logiciel suggère compte quand son auteur n’en a pas donné.";
/// A heading.
pub const WHERE: &str = "D’où elles viennent";
/// Opens the table.
pub const WHERE_TABLE: &str = "Les mêmes chiffres en tableau";
/// A heading.
pub const PEOPLE: &str = "Qui a répondu";
/// A caption.
pub const STANDINGS: &str = "Où en sont les membres";
/// A button.
pub const SILENT_PEOPLE: &str = "Voir les membres de ces collectivités";
/// Nothing came in.
pub const EMPTY: &str = "Aucune contribution n’est encore arrivée.";
/// What to do.
pub const EMPTY_HOW: &str = "Invitez les membres, ou importez un fichier de contributions\u{a0}: elles se comptent ici à mesure qu’elles arrivent.";

/// « 1 000 contributions reçues ; le jour le plus fourni est le 12 octobre : 80 contributions. »
pub fn days_said(all: &str, day: &str, most: &str) -> String {
    format!("{all} au total\u{202f}; le jour le plus fourni est le {day}\u{a0}: {most}.")
}

/// « 12 octobre : 80 contributions »
pub fn day(day: &str, count: &str) -> String {
    format!("{day}\u{a0}: {count}")
}

/// « 84 départements se sont exprimés. »
pub fn departements_said(heard: u32) -> String {
    match heard {
        0 => "Aucun département n’est encore connu.".to_owned(),
        n => format!(
            "{} {}. Chaque carré est un département, d’autant plus foncé qu’il en vient de contributions.",
            counted(n, "département", "départements"),
            plural(n, "s’est exprimé", "se sont exprimés")
        ),
    }
}

/// « 287 membres sur 307 ont écrit au moins une fois (93 %). »
pub fn wrote(wrote: u32, all: u32) -> String {
    if all == 0 {
        return "Ce congrès n’a pas encore de membres.".to_owned();
    }
    let (members, have) = (plural(wrote, "membre", "membres"), plural(wrote, "a", "ont"));
    format!(
        "{} {members} sur {} {have} écrit au moins une fois ({}).",
        number(wrote),
        number(all),
        share(wrote, all)
    )
}

/// « 13 collectivités sur 300 n’ont encore rien dit »
pub fn silent(silent: u32, all: u32) -> String {
    match silent {
        0 => "Toutes les collectivités membres se sont exprimées.".to_owned(),
        n => format!(
            "{} sur {} {} encore rien dit",
            counted(n, "collectivité", "collectivités"),
            number(all),
            plural(n, "n’a", "n’ont")
        ),
    }
}

/// « et 12 autres »
pub fn more(n: u32) -> String {
    format!("et {}", counted(n, "autre", "autres"))
}
