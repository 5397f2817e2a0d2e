//! The keys of the desk.

/// A heading.
pub const TITLE: &str = "Raccourcis clavier";
/// Beneath it.
pub const LEAD: &str = "Une touche mène à un bouton, la touche Entrée l’actionne : rien ne se fait par mégarde. Aucune n’agit pendant que vous écrivez dans un champ.";
/// A tick.
pub const ON: &str = "Raccourcis actifs sur cet appareil";
/// Said once a key has led somewhere.
pub const PRESS: &str = "{what} : Entrée pour confirmer.";
/// Said where it leads nowhere.
pub const NONE: &str = "{what} : rien à faire pour l’instant.";

/// Keys, and what they lead to.
pub const NEXT: (&str, &str) = ("a", "Ce qui est à faire maintenant");
/// The floor is given.
pub const FLOOR: (&str, &str) = ("p", "Donner la parole à la personne suivante");
/// It is taken back.
pub const END_FLOOR: (&str, &str) = ("f", "Reprendre la parole");
/// The next item.
pub const ITEM: (&str, &str) = ("o", "Passer au point suivant de l’ordre du jour");
/// A vote is prepared.
pub const PREPARE: (&str, &str) = ("v", "Préparer un vote");
/// The code to check in by.
pub const CODE: (&str, &str) = ("c", "Afficher ou retirer le code d’émargement");
/// This list.
pub const HELP: (&str, &str) = ("?", "Ouvrir cette liste");
