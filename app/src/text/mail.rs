//! The outbox, and what to do about letters that didn't arrive.

use domain::mail::{Cause, LetterState, Purpose};
use domain::reading::LetterCounts;
use domain::time::Timestamp;

use super::date;
use super::number::counted;

/// The page's title.
pub const TITLE: &str = "Courrier";
/// Where a letter of the demonstration is.
pub const WAITS: &str = "Démonstration : la lettre ne part pas.";
/// A link.
pub const READ_IT: &str = "La lire dans le courrier";
/// What one finds there.
pub const LEAD: &str = "Les lettres de ce congrès, et ce qu’il en est de chacune.";
/// In an invented congress, where letters stay.
pub const STAYS: &str = "Démonstration\u{a0}: aucune de ces lettres ne part. Elles attendent ici, telles que leurs destinataires les recevraient.";
/// To staff, who read letters without what opens somebody's space.
pub const MASKED: &str =
    "Les liens personnels sont masqués\u{a0}: eux seuls ouvrent l’espace de leur destinataire.";
/// No letter at all.
pub const NONE: &str = "Aucune lettre pour l’instant.";
/// What will come.
pub const NONE_HOW: &str =
    "Invitations, liens de connexion, accusés de réception et relances apparaîtront ici.";
/// The way out.
pub const NONE_WAY: &str = "Revenir au congrès";
/// The letters that came to nothing.
pub const TO_MEND: &str = "À corriger";
/// What this list holds.
pub const TO_MEND_HOW: &str = "La dernière lettre non remise de chaque adresse. Une ligne disparaît dès qu’une lettre arrive à la même personne.";
/// All letters.
pub const ALL: &str = "Toutes les lettres";
/// Back to the list.
pub const BACK: &str = "Tout le courrier";
/// One form of a letter.
pub const AS_TEXT: &str = "En texte";
/// The other form of a letter.
pub const AS_HTML: &str = "Mise en page";
/// Before a server's own words.
pub const ANSWER: &str = "Réponse du serveur\u{a0}:";
/// A field of a letter.
pub const TO: &str = "À";
/// A field of a letter.
pub const PURPOSE: &str = "Objet du courrier";
/// A field of a letter.
pub const QUEUED_AT: &str = "Écrite";
/// A field of a letter.
pub const STATE: &str = "État";
/// What the frame of the letter shows.
pub const PREVIEW: &str = "La lettre telle que la montre un logiciel de courrier";

/// What a letter is for.
pub fn purpose(of: Purpose) -> &'static str {
    match of {
        Purpose::Invitation => "Invitation",
        Purpose::SignIn => "Lien de connexion",
        Purpose::Acknowledgement => "Accusé de réception",
        Purpose::Moderation => "Modération",
        Purpose::Reminder => "Relance",
        Purpose::Digest => "Résumé",
        Purpose::News => "Nouvelle",
        Purpose::Convocation => "Convocation",
        Purpose::Proxy => "Pouvoir donné",
    }
}

/// Where a letter stands: « Envoyée le 12 octobre 2026 à 18 h ».
pub fn state(of: &LetterState) -> String {
    match of {
        LetterState::Queued => "En attente d’envoi".to_owned(),
        LetterState::Deferred { until, attempts: 0, .. } => {
            format!("Reportée\u{a0}: nouvel essai le {}", date::moment(*until))
        }
        LetterState::Deferred { until, attempts, .. } => format!(
            "Reportée après {}\u{a0}: nouvel essai le {}",
            counted(*attempts, "essai", "essais"),
            date::moment(*until)
        ),
        LetterState::Sent { at } => format!("Envoyée le {}", date::moment(*at)),
        LetterState::Refused { at, .. } => format!("Refusée le {}", date::moment(*at)),
        LetterState::Bounced { at, .. } => format!("Revenue, notée le {}", date::moment(*at)),
    }
}

/// Why a letter didn't arrive.
pub fn cause(of: Cause) -> &'static str {
    match of {
        Cause::NoMailbox => "Cette adresse n’existe pas, ou plus.",
        Cause::NoDomain => "Ce qui suit le @ ne reçoit aucun courrier.",
        Cause::Closed => "Cette boîte a été fermée.",
        Cause::Full => "Cette boîte est pleine.",
        Cause::Policy => {
            "Le serveur du destinataire a pris la lettre pour un courrier indésirable, ou une règle l’écarte."
        }
        Cause::TooLarge => "La lettre est plus lourde que ce que ce serveur accepte.",
        Cause::Settings => "Notre propre serveur d’envoi nous refuse.",
        Cause::Unreachable => "Notre propre serveur d’envoi ne répond pas, ou demande d’attendre.",
        Cause::Busy => "Le serveur du destinataire demande de revenir plus tard.",
        Cause::Other => "Le serveur n’en dit pas assez pour savoir pourquoi.",
    }
}

/// What staff should do about a letter that isn't tried again.
pub fn to_do(of: Cause) -> &'static str {
    match of {
        Cause::NoMailbox | Cause::NoDomain => {
            "Vérifiez l’adresse, une lettre manque souvent\u{a0}; sinon téléphonez à la mairie, puis corrigez la fiche du membre."
        }
        Cause::Closed => "Demandez une autre adresse par téléphone, puis corrigez la fiche du membre.",
        Cause::Full => {
            "Prévenez la personne par téléphone\u{a0}; renvoyez-lui sa lettre quand elle aura fait de la place."
        }
        Cause::Policy => {
            "Demandez-lui d’ajouter notre adresse à ses contacts, ou donnez-lui un code par téléphone. Si cela se répète, voyez SPF et DKIM avec votre hébergeur."
        }
        Cause::TooLarge => "Raccourcissez la lettre, puis renvoyez-la.",
        Cause::Settings => {
            "Corrigez les réglages [mail]\u{a0}: adresse d’expédition, nom, mot de passe, chiffrement. Les lettres partiront d’elles-mêmes."
        }
        Cause::Unreachable => {
            "Voyez si le serveur d’envoi fonctionne, avec votre hébergeur\u{a0}; puis renvoyez la lettre."
        }
        Cause::Busy => {
            "Le serveur a fait attendre cinq jours\u{a0}: téléphonez, et demandez une autre adresse."
        }
        Cause::Other => "Lisez sa réponse, et donnez un code par téléphone en attendant.",
    }
}

/// « 12 lettres : 3 en attente, 9 envoyées. »
pub fn counts(of: &LetterCounts) -> String {
    let parts = [
        (of.queued, "en attente", "en attente"),
        (of.deferred, "reportée", "reportées"),
        (of.sent, "envoyée", "envoyées"),
        (of.refused, "refusée", "refusées"),
        (of.bounced, "revenue", "revenues"),
    ];
    let parts: Vec<String> =
        parts.iter().filter(|(n, ..)| *n > 0).map(|(n, one, many)| counted(*n, one, many)).collect();
    format!("{}\u{a0}: {}.", counted(of.all(), "lettre", "lettres"), parts.join(", "))
}

/// « écrite le 12 octobre 2026 à 18 h »
pub fn written(at: Timestamp) -> String {
    format!("écrite le {}", date::moment(at))
}

/// « Le 12 octobre 2026 à 18 h »
pub fn on(at: Timestamp) -> String {
    format!("Le {}", date::moment(at))
}
