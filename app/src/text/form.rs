//! What all forms say.

use super::number::plural;

/// The value of a box that is ticked.
pub const YES: &str = "oui";
/// A button.
pub const SAVE: &str = "Enregistrer";
/// A button.
pub const CANCEL: &str = "Annuler";
/// Above a form whose changes are kept.
pub const SAVED: &str = "C’est enregistré.";
/// A line that must be filled in.
pub const EMPTY: &str = "Cette case est vide : remplissez-la.";
/// A line with a tab, a line break …
pub const CONTROL: &str = "Cette case contient un caractère invisible : effacez-la et tapez-la à nouveau.";
/// An address that can't be one.
pub const EMAIL: &str = "Une adresse ressemble à mairie@commune.fr : vérifiez celle-ci.";
/// A choice that isn't one of those offered.
pub const CHOICE: &str = "Choisissez l’une des réponses proposées.";

/// « Deux réponses sont à revoir »
pub fn to_mend(faults: u32) -> String {
    let count = if faults == 1 { "Une".to_owned() } else { super::number::number(faults) };
    format!(
        "{count} {} à revoir. Rien n’est enregistré pour l’instant :",
        plural(faults, "réponse est", "réponses sont")
    )
}

/// A line that is too long.
pub fn too_long(chars: usize, most: usize) -> String {
    format!("{chars} caractères : il en faut {most} au plus.")
}
