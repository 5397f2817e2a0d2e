//! Texts that are kept on the device until the server acknowledges them.

/// It waits for the network.
pub const WAITING: &str = "Non transmis. Ce texte est gardé sur cet appareil ; il partira dès que le réseau reviendra et que le site sera ouvert ici.";
/// The server answered that something must be looked at.
pub const REFUSED: &str =
    "Non transmis. Ce texte n’a pas pu être reçu tel quel : reprenez-le, la page vous dira pourquoi.";
/// The server can’t be reached.
pub const OFFLINE: &str =
    "Toujours pas de réseau, ou le site ne répond pas. Rien n’est perdu : nous réessayons sans cesse.";
/// Tries at once.
pub const NOW: &str = "Envoyer maintenant";
/// Back into the form.
pub const TAKE_BACK: &str = "Reprendre ce texte";
/// It left: `{n}` is its number.
pub const SENT: &str = "C’est transmis : votre contribution porte le numéro {n}.";
/// Its acknowledgement.
pub const READ: &str = "Voir l’accusé de réception";
/// A change left: `{n}` is the number of what it changes.
pub const CHANGED: &str = "C’est transmis : votre contribution {n} est modifiée.";
/// The text as it is now.
pub const SEE: &str = "Voir la contribution";
/// Nobody is signed in any more, or somebody else.
pub const STRANGER: &str = "Un texte attend sur cet appareil, mais vous n’êtes plus connectée ou connecté.";
/// The way in.
pub const ENTER: &str = "Se connecter pour qu’il parte";
/// Before signing out.
pub const LEAVE: &str =
    "Un texte n’a pas encore été transmis, et partir l’efface de cet appareil. Partir quand même ?";

/// Beside the form: what was typed before is there again.
pub const FOUND: &str = "Voici le texte que vous aviez commencé sur cet appareil.";
/// Forgets it.
pub const THROW: &str = "Jeter ce texte";
/// What can’t be done without a network.
pub const NO_NETWORK: &str =
    "Pas de réseau pour l’instant. Votre texte reste ici : réessayez quand il sera revenu.";
