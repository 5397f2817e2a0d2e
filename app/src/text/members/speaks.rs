//! Who speaks for a territory.

use super::{counted, number};

/// The first paragraph.
pub const LEAD: &str = "Chaque collectivité membre désigne qui parle pour elle. Ce qui a été fait avant un changement n’en est pas changé.";
/// Nobody.
pub const NOBODY: &str = "Personne n’est désigné.";
/// A field.
pub fn who(territory: &str) -> String {
    format!("Qui parle pour {territory}")
}
/// A button.
pub const NAME: &str = "Désigner";
/// A button.
pub const RELIEVE: &str = "Ne plus désigner personne";
/// There is none.
pub const NONE: &str = "Aucun membre n’a de collectivité pour l’instant.";
/// What to do.
pub const NONE_HOW: &str =
    "La collectivité d’une personne se choisit sur sa fiche, ou vient avec la liste importée.";

/// A field.
pub const SEARCH: &str = "Nom, code ou département d’une collectivité, ou nom d’une personne";
/// Nothing answers.
pub const NOT_FOUND: &str = "Aucune collectivité membre ne répond à cette recherche.";
/// What to do.
pub const NOT_FOUND_HOW: &str = "Cherchez un seul mot : le début d’un nom suffit.";

/// « 212 collectivités », « 12 collectivités sur 212 »
pub fn found(found: u32, all: u32) -> String {
    let territories = counted(found, "collectivité", "collectivités");
    if found == all { territories } else { format!("{territories} sur {}", number(all)) }
}

/// « Soazig Tanguy, depuis le 3 octobre 2026 »
pub fn since(name: &str, day: &str) -> String {
    format!("{name}, depuis le {day}")
}
