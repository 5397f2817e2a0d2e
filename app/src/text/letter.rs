//! What all letters say around their own words.

use domain::congress::Congress;

/// Before the address of the button.
pub const COPY: &str = "Si le bouton ne s’ouvre pas, copiez cette adresse dans votre navigateur\u{a0}:";

/// Who writes, and for what.
pub fn sender(congress: &Congress) -> String {
    format!("{} vous écrit au sujet de\u{a0}: {}.", congress.organiser, congress.title)
}

/// « Bonjour Agnès Rondeau, »
pub fn greeting(name: &str) -> String {
    format!("Bonjour {name},")
}
