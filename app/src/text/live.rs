//! What is said while a sitting goes on, whatever it deals with.

/// There is nothing to vote on.
pub const NO_POLL: &str = "Aucun vote n’est ouvert.";
/// Nobody is signed in on this device.
pub const SIGN_IN: &str = "Connectez-vous pour voter : personne n’est connecté sur cet appareil.";
/// Too much comes at once; the browser tries again by itself.
pub const BUSY: &str = "Beaucoup de votes arrivent à la fois. Le vôtre repart tout seul dans un instant.";
/// It could not be written; the browser tries again by itself.
pub const NOT_WRITTEN: &str = "Votre vote n’a pas pu être enregistré. Il est gardé sur cet appareil et repart tout seul ; prévenez la tribune si cela dure.";

// At the head of the page.

/// A form is on its way.
pub const SENDING: &str = "Envoi en cours…";
/// It isn’t acknowledged yet.
pub const UNSENT: &str = "Non transmis. Votre choix est gardé sur cet appareil et part tout seul dès que le réseau revient : laissez cette page ouverte.";
/// It is on disk.
pub const ACKNOWLEDGED: &str = "C’est enregistré.";
/// It was refused without a word.
pub const REFUSED: &str = "Votre choix n’a pas été reçu. Rechargez la page : elle dit pourquoi.";
/// The server can’t be reached.
pub const OFFLINE: &str = "Hors ligne. Cette page se met à jour toute seule dès que le réseau revient.";
/// Whoever is there may not follow any more.
pub const ENDED: &str = "Cet appareil n’est plus connecté à la séance : rechargez la page pour revenir.";

// Why a line was cut, for whoever looks into it.

/// No answer.
pub const SILENT: &str = "Pas de réponse.";
/// A frame that isn't text.
pub const BINARY: &str = "Seul du texte est attendu.";
/// A frame of more than 16 kB, or none of the protocol’s.
pub const TOO_LONG: &str = "Message trop long, ou illisible.";
/// More than twenty in a second.
pub const TOO_OFTEN: &str = "Trop de messages à la fois.";
/// A text that isn’t a message.
pub const UNCLEAR: &str = "Message incompris : rechargez la page.";
/// The session ended, or the right to be there.
pub const NOT_ALLOWED: &str = "Cet appareil n’est plus connecté.";
/// The server stops, and comes back.
pub const STOPPING: &str = "Le site redémarre.";
