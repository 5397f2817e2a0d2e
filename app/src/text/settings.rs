//! The settings of a person: how they sign, letters, devices, their data.

use domain::member::{Display, MailChoice};

/// The title.
pub const TITLE: &str = "Mes réglages";
/// A legend.
pub const DISPLAY: &str = "Comment je signe";
/// A legend.
pub const MAIL: &str = "Les lettres que je reçois";
/// A box.
pub const CONTACT: &str = "Les membres qui disent quelque chose de proche peuvent m’écrire";
/// What it gives.
pub const CONTACT_HINT: &str =
    "Votre adresse leur est montrée, s’ils l’ont accepté aussi. Elle n’est jamais publiée.";
/// What a change of signature reaches.
pub const DISPLAY_HINT: &str = "Pour vos prochaines contributions. La signature d’un texte déjà envoyé se change sur sa page, jusqu’à la clôture.";

/// A way to sign.
pub fn display(display: Display) -> &'static str {
    match display {
        Display::NameAndMandate => "Nom et mandat",
        Display::MandateOnly => "Mandat seul",
        Display::Nothing => "Sans nom ni mandat",
    }
}

/// How it looks.
pub fn shown_as(signature: &str) -> String {
    format!("Se lit : {signature}")
}

/// Which letters.
pub fn mail(choice: MailChoice) -> (&'static str, &'static str) {
    match choice {
        MailChoice::All => (
            "Ce qui compte, dès que cela arrive",
            "Dès que le brouillon de motion vous cite, ou qu’un atelier note des paroles comme les vôtres ; le reste dans un résumé, le lundi à 8 h.",
        ),
        MailChoice::Digest => (
            "Un résumé seulement",
            "Le lundi à 8 h, ce qui s’est passé depuis le précédent : citations, soutiens, cas ajoutés, textes voisins, thèmes. Rien de nouveau, pas de lettre.",
        ),
        MailChoice::Nothing => ("Rien", "Ni nouvelles, ni résumé, ni relance de l’équipe."),
    }
}

/// What is sent whatever one chose.
pub const MAIL_HINT: &str = "Les relances de l’équipe, pendant l’appel, vont à qui n’a pas encore écrit, sauf à qui choisit Rien. Quel que soit votre choix, partent l’invitation, les lettres que vous demandez (un lien pour entrer, un accusé de réception) et celles qui disent ce que la rédaction fait d’un de vos textes (masqué, publié après relecture, correction proposée), puisqu’elles peuvent attendre votre réponse.";

/// A heading.
pub const DEVICES: &str = "Mes appareils connectés";
/// Beside the one that asks.
pub const THIS_ONE: &str = "cet appareil";
/// A button.
pub const END: &str = "Déconnecter";
/// A button.
pub const END_OTHERS: &str = "Déconnecter tous les autres";
/// A button.
pub const SIGN_OUT: &str = "Se déconnecter";
/// A device was signed out.
pub const ENDED: &str = "L’appareil est déconnecté.";

/// « Connecté le 3 octobre 2026 à 9 h, vu aujourd’hui, jusqu’au 2 novembre 2026 »
pub fn session(opened: &str, seen: &str, until: &str) -> String {
    format!("Connecté le {opened}, vu {seen}, jusqu’au {until}.")
}

/// The name of a button, for those who don't see the line.
pub fn end_device(device: &str) -> String {
    format!("Déconnecter {device}")
}

/// « Votre numéro de membre : M-0042. »
pub fn number(number: &str) -> String {
    format!(
        "Votre numéro de membre : {number}. Avec un code que l’équipe dicte, il vous fait entrer sans courriel."
    )
}
