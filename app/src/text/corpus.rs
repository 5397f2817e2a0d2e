//! The corpus: search, filters, results.

use super::number::{count, number, plural};
use crate::routes::field;

/// The page's title.
pub const TITLE: &str = "Contributions";
/// The label of the search field.
pub const SEARCH: &str = "Chercher des mots";
/// The button.
pub const SUBMIT: &str = "Chercher";
/// The group of filters.
pub const FILTERS: &str = "Préciser";
/// A filter's label.
pub const KIND: &str = "Type";
/// A filter's label.
pub const PLACE: &str = "Thème";
/// A filter's label.
pub const DEPARTEMENT: &str = "Département";
/// A filter's label.
pub const COLLEGE: &str = "Collège";
/// The label of the filters that are on.
pub const ACTIVE: &str = "Filtres posés";
/// Removes all of them.
pub const CLEAR: &str = "Tout effacer";
/// Not covered by the run.
pub const UNREAD: &str = "Pas encore analysée";
/// Not covered by the run, since its words aren't shown.
pub const WITHHELD: &str = "Non montrée, non analysée";
/// Link of a card.
pub const READ_ON: &str = "Lire en entier";
/// Nothing has arrived.
pub const NOTHING_YET: &str = "Aucune contribution n’est encore arrivée.";
/// Nothing has arrived.
pub const NOTHING_YET_HOW: &str = "Les textes reçus se liront ici, à la lettre, avec leur numéro.";

/// « Tous les types (1 012) »: the option of that field that asks nothing, with how many answer to it.
pub fn all(of: &str, whole: u32) -> String {
    let all = match of {
        field::KIND => "Tous les types",
        field::PLACE => "Tous les thèmes",
        field::DEPARTEMENT => "Tous les départements",
        field::AREA => "Tous les enjeux",
        _ => "Tous les collèges",
    };
    option(all, whole)
}

/// « Idée (212) »
pub fn option(label: &str, count: u32) -> String {
    format!("{label} ({})", number(count))
}

/// « 38 contributions sur 1 012 », « 1 012 contributions »
pub fn found(total: u32, corpus: u32, words: &str) -> String {
    let about = if words.is_empty() { String::new() } else { format!(" pour « {words} »") };
    if total == corpus && words.is_empty() {
        return count::contributions(total);
    }
    match total {
        0 => format!("Aucune contribution{about}, sur {}", number(corpus)),
        _ => format!("{} sur {}{about}", count::contributions(total), number(corpus)),
    }
}

/// How the results are ordered.
pub fn order(words: &str) -> &'static str {
    if words.is_empty() {
        "Dans l’ordre des numéros"
    } else {
        "Les plus proches des mots cherchés d’abord"
    }
}

/// What to do when nothing answers.
pub fn nothing(filtered: bool) -> &'static str {
    if filtered {
        "Retirez un filtre ci-dessus, ou cherchez un mot plus courant : « numériques » retrouve aussi « numérique »."
    } else {
        "Essayez un mot plus courant ou plus court : « numériques » retrouve aussi « numérique »."
    }
}

/// « Retirer le filtre « Idée » », said of a chip.
pub fn remove(label: &str) -> String {
    format!("Retirer le filtre « {label} »")
}

/// How many suggestions stand below the field, said in a live region.
pub fn suggestions(n: u32) -> String {
    match n {
        0 => "Aucune contribution ne répond à ces mots pour l’instant.".to_owned(),
        _ => {
            format!("{} {} en dessous du champ.", count::contributions(n), plural(n, "proposée", "proposées"))
        }
    }
}

/// When suggestions can't be had.
pub const NO_SUGGESTION: &str = "Les propositions ne répondent pas ; le bouton « Chercher » fonctionne.";
/// The label of the suggestions.
pub const SUGGESTED: &str = "Contributions proposées";
