//! Coming in.

/// The title of the page of a personal link.
pub const ENTER: &str = "Entrer";
/// What the button does.
pub const ENTER_LEAD: &str = "Ce lien est le vôtre. Il n’y a pas de mot de passe : le bouton ci-dessous connecte cet appareil pour trente jours.";

/// « Bonjour Soazig Tanguy »
pub fn greeting(name: &str) -> String {
    format!("Bonjour {name}")
}

/// The button.
pub fn enter_as(name: &str) -> String {
    format!("Entrer en tant que {name}")
}

/// To somebody else who reads the same mailbox.
pub fn not_you(name: &str) -> String {
    format!(
        "Vous n’êtes pas {name}\u{202f}? Fermez cette page\u{a0}: chaque personne d’une même boîte reçoit sa propre lettre, à son nom."
    )
}
