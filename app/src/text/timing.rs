//! How long people speak.

use domain::sitting::Pitch;
use domain::time::Timestamp;

use super::date;

/// A heading.
pub const TITLE: &str = "Temps de parole et pitchs";
/// A field.
pub const TURN: &str = "Minutes par prise de parole";
/// Its hint.
pub const TURN_HINT: &str = "Vaut à partir de la prochaine personne. Rien : sans limite.";
/// A button.
pub const SET_TURN: &str = "Fixer la durée";
/// A field.
pub const WHO: &str = "Qui présente";
/// Its hint.
pub const WHO_HINT: &str = "Une personne ou un projet, tel qu’il se lit à l’écran. Facultatif.";
/// A field.
pub const MINUTES: &str = "Minutes par pitch";
/// A button.
pub const START: &str = "Lancer le pitch";
/// The same while one is under way.
pub const NEXT: &str = "Lancer le pitch suivant";
/// A button.
pub const END: &str = "Terminer les pitchs";
/// A length that can't be one.
pub const RANGE: &str = "Un nombre entier de minutes, de 1 à 60.";
/// On the screen and on phones, where nobody is named.
pub const PITCH: &str = "Pitch";
/// Beside somebody who asks to speak.
pub const NEWCOMER: &str = "première prise de parole";
/// Once it has passed.
pub const OVER: &str = "Temps écoulé";

/// Who presents.
pub fn pitch(of: &Pitch) -> String {
    of.who.as_ref().map_or_else(|| PITCH.to_owned(), |who| format!("{PITCH} : {who}"))
}

/// « Jusqu’à 11 h 33 min 20 s »
pub fn until(at: Timestamp) -> String {
    format!("Jusqu’à {}", date::second(at))
}
