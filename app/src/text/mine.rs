//! « Mes contributions ».

use super::number::{count, counted};

/// The page's title.
pub const TITLE: &str = "Mes contributions";
/// Nothing yet.
pub const NOTHING: &str = "Vous n’avez pas encore écrit.";
/// What to do.
pub const NOTHING_HOW: &str = "Quelques phrases suffisent. Vous retrouverez ici chaque texte, ce qu’il devient, et qui dit des choses voisines.";
/// What to do when the call is over.
pub const NOTHING_CLOSED: &str = "Les contributions des autres se lisent toujours.";
/// Heading of what was begun.
pub const DRAFTS: &str = "Commencé, pas encore envoyé";
/// Goes on with it.
pub const GO_ON: &str = "Reprendre";
/// Throws it away.
pub const THROW: &str = "Jeter ce brouillon";
/// Where it is in the analysis.
pub const PLACE: &str = "Vous êtes ici :";
/// The map.
pub const ON_MAP: &str = "Voir votre point sur la carte";
/// The tree.
pub const IN_TREE: &str = "Voir dans l’arbre";
/// Not read yet.
pub const UNREAD: &str = "La prochaine analyse la lira.";
/// Cited.
pub const CITED: &str = "Citée dans le brouillon de motion :";
/// Not cited.
pub const NOT_CITED: &str = "Pas encore citée dans le brouillon de motion.";
/// Heading.
pub const CLOSE: &str = "Disent des choses voisines :";
/// Nobody.
pub const ALONE: &str = "Personne d’autre ne le dit encore.";
/// Heading.
pub const COMPLEMENTS: &str = "Des cas ajoutés à la vôtre :";
/// Before an address.
pub const REACH: &str = "écrire à";

/// « 3 contributions »
pub fn written(n: u32) -> String {
    count::contributions(n)
}

/// « 3 soutiens »
pub fn supports(n: u32) -> String {
    counted(n, "soutien", "soutiens")
}
