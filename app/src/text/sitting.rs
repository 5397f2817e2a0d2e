//! Sittings, as everybody, the desk and the screen say them.

use domain::sitting::{Access, ItemState, Presence, SeatKind, SittingStage};

use super::date;
use super::number::{counted, number};

/// The title, and the name of the page in the navigation.
pub const TITLE: &str = "Séances";
/// Beneath it.
pub const LEAD: &str = "Chaque séance a son ordre du jour, sa feuille de présence et ses votes.";
/// Nothing yet.
pub const NONE: &str = "Aucune séance n’est encore prévue";
/// What happens then.
pub const NONE_HOW: &str = "Dès que la rédaction en fixe une, sa date et son ordre du jour paraissent ici.";
/// A heading, to staff.
pub const NEW: &str = "Prévoir une séance";
/// A field.
pub const NAME: &str = "Son nom";
/// Its hint.
pub const NAME_HINT: &str = "« Débat et vote de la motion ».";
/// A field.
pub const PLACE: &str = "Le lieu";
/// Its hint.
pub const PLACE_HINT: &str = "La salle, ou rien si la séance se tient à distance.";
/// A field.
pub const DAY: &str = "Le jour";
/// A field.
pub const HOUR: &str = "L’heure";
/// Its hint.
pub const HOUR_HINT: &str = "Celle de Paris.";
/// A day and an hour that can't be read.
pub const WHEN_UNREAD: &str = "Donnez un jour et une heure, par exemple 18:30.";
/// A field.
pub const ACCESS: &str = "Qui peut la suivre";
/// A field.
pub const SEATS: &str = "À qui appartient une voix";
/// A field.
pub const QUORUM: &str = "Quorum";
/// A choice.
pub const NO_QUORUM: &str = "Aucun";
/// A field.
pub const PROXIES: &str = "Pouvoirs qu’une même personne peut porter";
/// A number of proxies that can't be one.
pub const PROXIES_RANGE: &str = "Il en faut entre 0 et 10.";
/// A field.
pub const LEAST_SECRET: &str = "Le moins de votants d’un scrutin secret";
/// Its hint.
pub const LEAST_SECRET_HINT: &str = "À moins de cinq, un résultat dit souvent qui a choisi quoi.";
/// A number of voters that can't be one.
pub const LEAST_SECRET_RANGE: &str = "Il en faut au moins 3.";
/// A button.
pub const CREATE: &str = "Prévoir la séance";
/// Once it is done.
pub const CREATED: &str = "La séance est prévue. Composez son ordre du jour ci-dessous.";

/// A heading.
pub const AGENDA: &str = "Ordre du jour";
/// No item yet.
pub const NO_AGENDA: &str = "L’ordre du jour n’est pas encore publié.";
/// A heading, to staff.
pub const NEW_ITEM: &str = "Ajouter un point";
/// A field.
pub const ITEM_TITLE: &str = "Le point";
/// A field.
pub const ITEM_SPEAKER: &str = "Qui le présente";
/// A field.
pub const ITEM_MINUTES: &str = "Durée prévue, en minutes";
/// A duration that can't be one.
pub const ITEM_MINUTES_RANGE: &str = "Entre 1 et 600 minutes, ou rien.";
/// A button.
pub const ADD_ITEM: &str = "Ajouter le point";
/// A button.
pub const REMOVE_ITEM: &str = "Retirer";
/// A button.
pub const UP: &str = "Monter";

/// The ways into a sitting.
pub const TO_FOLLOW: &str = "Suivre la séance";
/// A link.
pub const TO_DESK: &str = "Pupitre";
/// A link.
pub const TO_SCREEN: &str = "Écran";
/// A link.
pub const TO_DOOR: &str = "Accueil";
/// A link.
pub const BACK: &str = "Revenir à la séance";
/// A link.
pub const REFRESH: &str = "Actualiser";

/// What somebody is told of their own presence.
pub fn own_presence(of: Option<Presence>) -> &'static str {
    match of {
        Some(Presence::Room) => "Vous êtes inscrit comme présente ou présent dans la salle.",
        Some(Presence::Remote) => "Vous êtes inscrit comme participant à distance.",
        None => {
            "Vous n’êtes pas encore sur la feuille de présence\u{a0}: sans cela, vous ne pouvez pas voter."
        }
    }
}

/// The code on the screen.
pub const CODE: &str = "Code affiché à l’écran";
/// Its hint.
pub const CODE_HINT: &str = "Six chiffres. Sans code, présentez-vous à l’accueil.";
/// A button.
pub const CHECK_IN: &str = "Émarger";
/// A code that doesn't check in.
pub const CODE_WRONG: &str =
    "Ce code n’est pas celui de l’écran en ce moment. Relisez-le, ou passez à l’accueil.";
/// Too many codes.
pub const CODE_LIMIT: &str = "Trop d’essais en peu de temps. Attendez dix minutes, ou passez à l’accueil.";
/// Once it is done.
pub const CHECKED_IN: &str = "C’est noté\u{a0}: vous êtes sur la feuille de présence.";

/// A button.
pub const ASK_FLOOR: &str = "Demander la parole";
/// A button.
pub const WITHDRAW_FLOOR: &str = "Retirer ma demande";
/// Once asked.
pub const FLOOR_ASKED: &str = "Votre demande de parole est à la présidence.";
/// While speaking.
pub const FLOOR_YOURS: &str = "Vous avez la parole.";
/// Who doesn't take part can't ask.
pub const FLOOR_NOT_THERE: &str =
    "Émargez d’abord\u{a0}: seules les personnes présentes demandent la parole.";
/// A heading.
pub const FLOOR: &str = "Demandes de parole";
/// Nobody asks.
pub const NO_FLOOR: &str = "Personne ne demande la parole.";
/// A button.
pub const GIVE_FLOOR: &str = "Donner la parole";
/// A button.
pub const END_FLOOR: &str = "Reprendre la parole";

/// Who speaks.
pub fn speaking(name: &str) -> String {
    format!("{name} a la parole")
}

/// A heading.
pub const VOTES: &str = "Votes";
/// No vote yet.
pub const NO_VOTES: &str = "Aucun vote pour l’instant.";
/// While a vote is open.
pub const VOTE_OPEN: &str = "Vote ouvert";
/// A vote that has closed.
pub const VOTE_CLOSED: &str = "Vote clos";
/// Beneath it.
pub const VOTE_CLOSED_HOW: &str = "La présidence va proclamer le résultat.";
/// A vote that was dropped.
pub const VOTE_CANCELLED: &str = "Vote annulé";
/// A vote for practice.
pub const VOTE_TEST: &str = "Répétition\u{a0}: ce vote ne compte pas.";
/// Nothing is under way.
pub const NOTHING_NOW: &str = "La séance est ouverte. Rien n’est en débat pour l’instant.";

/// Voices that one casts.
pub fn own_voices(n: u32) -> String {
    match n {
        0 => "Vous n’avez pas de voix dans ce vote. Si vous êtes venue ou venu après son ouverture, la présidence peut vous y ajouter.".to_owned(),
        1 => "Vous votez pour une voix.".to_owned(),
        n => format!(
            "Vous votez pour {}, la vôtre et celles des pouvoirs que vous portez.",
            counted(n, "voix", "voix")
        ),
    }
}

/// A heading above one of several voices.
pub fn voice_of(name: &str, own: bool) -> String {
    if own { "Votre voix".to_owned() } else { format!("Pouvoir de {name}") }
}

/// What one chose.
pub fn you_chose(what: &str) -> String {
    format!("Vous avez choisi\u{a0}: {what}.")
}

/// What may still be done.
pub const MAY_CHANGE: &str = "Vous pouvez changer jusqu’à la clôture.";
/// A choice that is kept.
pub const GIVEN_SECRET: &str = "Votre bulletin est dans l’urne.";
/// For all voices at once.
pub const FOR_ALL: &str = "Voter pour toutes vos voix";
/// For each voice.
pub const ONE_BY_ONE: &str = "Voter voix par voix";
/// A button.
pub const ASIDE: &str = "Ne pas prendre part au vote";
/// A button, on the page that asks again.
pub const CONFIRM: &str = "Confirmer";
/// A link, on the page that asks again.
pub const CHANGE_MIND: &str = "Choisir autrement";
/// The title of the page that asks again.
pub const CONFIRM_TITLE: &str = "Confirmez votre vote";

/// What is about to be said.
pub fn about_to(what: &str, voices: u32) -> String {
    format!("{what}, pour {}.", counted(voices, "voix", "voix"))
}

/// The same, filled in by the script of the page.
pub const ABOUT_TO: &str = "{what}, pour {n}\u{a0}voix.";
/// Options that are chosen, in its `{what}`.
pub const ABOUT_OPTIONS: &str = "Voter «\u{202f}{options}\u{202f}»";

/// Above the receipts.
pub const RECEIPT: &str = "Votre récépissé";
/// Beneath them.
pub const RECEIPT_HOW: &str = "Notez-le ou photographiez-le avant de confirmer\u{a0}: il n’est gardé nulle part à votre nom. Après la proclamation, il vous permet de retrouver votre bulletin dans la liste publiée. Qui le montre montre son vote.";
/// Once it is taken.
pub const TAKEN: &str = "Votre vote est enregistré.";

/// The standing of a sitting.
pub fn stage(of: SittingStage) -> String {
    match of {
        SittingStage::Planned => "prévue".to_owned(),
        SittingStage::Open { since } => format!("ouverte depuis {}", date::hour(since)),
        SittingStage::Closed { closed_at, .. } => format!("levée {}", date::moment(closed_at)),
    }
}

/// Who may follow.
pub fn access(of: Access) -> &'static str {
    match of {
        Access::Public => "Tout le monde\u{a0}: l’écran et les résultats sont publics",
        Access::InCamera => "Les membres seulement, à huis clos",
    }
}

/// The same in two words.
pub fn access_short(of: Access) -> &'static str {
    match of {
        Access::Public => "publique",
        Access::InCamera => "à huis clos",
    }
}

/// What a voice belongs to.
pub fn seats(of: SeatKind) -> &'static str {
    match of {
        SeatKind::People => "À chaque élue ou élu",
        SeatKind::Territories => "À chaque collectivité membre, par la personne qui la représente",
    }
}

/// Where an item stands.
pub fn item(of: ItemState) -> &'static str {
    match of {
        ItemState::Coming => "à venir",
        ItemState::Current => "en cours",
        ItemState::Done => "traité",
    }
}

/// « 20 min »
pub fn minutes(n: u32) -> String {
    format!("{}\u{a0}min", number(n))
}

/// Who is there: « 82 voix présentes ou représentées sur 287 inscrits »
pub fn there(there: u64, entitled: u64) -> String {
    let of = |n: u64| number(u32::try_from(n).unwrap_or(u32::MAX));
    format!("{} voix présentes ou représentées sur {} inscrits", of(there), of(entitled))
}

/// Whether the quorum is reached.
pub fn quorum_reached(is_reached: bool) -> &'static str {
    if is_reached { "Quorum atteint" } else { "Quorum non atteint" }
}

/// On the screen, before the code.
pub const SCREEN_CODE: &str = "Pour émarger, ouvrez la page de la séance et tapez";
/// On the screen, while the sitting hasn't begun.
pub const SCREEN_SOON: &str = "La séance va commencer";
/// On the screen, once it is over.
pub const SCREEN_OVER: &str = "La séance est levée";

/// The label of what concerns whoever looks.
pub const YOURS: &str = "Votre participation";
/// A link to a document of another site.
pub fn document(site: &str) -> String {
    format!("lire le document sur {site} (nouvel onglet)")
}

/// A link to a retransmission: nothing of it is loaded before one follows it, and it says who then learns of it.
pub fn video(site: &str) -> String {
    format!(
        "regarder la retransmission sur {site} (nouvel onglet\u{a0}: vous quittez ce congrès, et {site} saura que vous la regardez)"
    )
}

/// A vote that isn't open yet.
pub const VOTE_PREPARED: &str = "Ce vote est préparé\u{a0}: il n’est pas encore ouvert.";
/// A heading.
pub const RULE: &str = "La règle de ce vote";
/// Before the seal.
pub const SEAL: &str = "Scellé des bulletins à la clôture\u{a0}:";
/// A heading.
pub const WHO: &str = "Qui a choisi quoi";
/// A heading.
pub const RECEIPTS: &str = "Tous les bulletins, par récépissé";
/// Beneath it.
pub const RECEIPTS_HOW: &str = "Retrouvez le vôtre par le récépissé que vous avez noté. L’ordre est celui des récépissés\u{a0}: il ne dit rien de l’ordre des votes.";
/// A column.
pub const NAME_COLUMN: &str = "Voix";
/// A column.
pub const MANDATE_COLUMN: &str = "Mandat";
/// A column.
pub const PLACE_COLUMN: &str = "Collectivité";
/// A column.
pub const CHOICE_COLUMN: &str = "Choix";

/// By whom a voice was cast.
pub fn cast_by(name: &str) -> String {
    format!("par pouvoir, porté par {name}")
}

/// When a vote opened, closed and was proclaimed.
pub fn times(opened: &str, closed: &str, proclaimed: &str) -> String {
    format!("Ouvert le {opened}, clos à {closed}, proclamé à {proclaimed}.")
}

/// A field.
pub const ITEM_DOCUMENT: &str = "Adresse d’un document";
/// A field.
pub const ITEM_VIDEO: &str = "Adresse d’une retransmission";
/// Its hint.
pub const ITEM_VIDEO_HINT: &str = "Un lien dit où il mène, et s’ouvre à côté\u{a0}: rien de cet autre site n’est chargé tant que personne ne clique.";
/// An address that can't be one.
pub const ITEM_ADDRESS: &str =
    "Une adresse commence par https:// et nomme un site\u{a0}: https://videos.example/seance.";
/// Once it is done.
pub const ITEM_ADDED: &str = "Le point est ajouté.";
/// An item that was begun, or has votes.
pub const ITEM_KEPT: &str = "Ce point est commencé ou a des votes\u{a0}: il reste à l’ordre du jour.";

/// Nothing was chosen.
pub const NOTHING_CHOSEN: &str = "Choisissez d’abord une option, ou l’abstention.";

/// A link.
pub const JOURNAL: &str = "Le journal des votes";
/// Beside it.
pub const JOURNAL_HOW: &str = "Un fichier dont chaque ligne scelle la précédente. « pleniere verify » en vérifie la chaîne et recompte chaque scrutin.";
/// A link.
pub const DELIBERATIONS: &str = "Les votes en données ouvertes";
/// Beside it.
pub const DELIBERATIONS_HOW: &str = "Un tableau aux colonnes du schéma « délibérations » du SCDL : chaque vote proclamé, ses voix et son résultat. Ceux des séances à huis clos n’y sont que pour les membres.";
/// Said when a result is.
pub const VOTE_PROCLAIMED: &str = "Résultat proclamé";
