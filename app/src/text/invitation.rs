//! Inviting people, and their right to decline.

use domain::settings::Contact;

use super::number::{counted, number};

/// The title of the page.
pub const TITLE: &str = "Invitations";
/// The first paragraph.
pub const LEAD: &str = "Chaque personne reçoit une lettre à son nom, avec un lien qui n’ouvre qu’à elle. Rien ne part avant que vous l’ayez confirmé ici.";
/// Nobody is left to invite.
pub const NONE: &str = "Personne n’est à inviter.";
/// What to do.
pub const NONE_HOW: &str = "Tous les membres qui ont une adresse ont reçu une invitation. Pour écrire à nouveau à quelqu’un, ouvrez sa fiche ou cochez son nom dans la liste.";
/// A heading.
pub const PREVIEW: &str = "La lettre";
/// Beneath it.
pub const PREVIEW_HOW: &str = "Telle que la première personne la lira ; chacune aura son nom et son lien.";
/// A heading.
pub const WHO: &str = "À qui";
/// A field.
pub const MAILBOX: &str = "Sans adresse";

/// « 212 lettres partiront »
pub fn leave(letters: u32) -> String {
    match letters {
        0 => "Aucune lettre ne partira.".to_owned(),
        1 => "Une lettre partira.".to_owned(),
        more => format!("{} lettres partiront.", number(more)),
    }
}

/// The button: it says how many.
pub fn send(letters: u32) -> String {
    format!("Envoyer {}", counted(letters, "lettre", "lettres"))
}

/// How many wait for an address.
pub fn without_address(names: &[String], more: u32) -> String {
    let more = if more > 0 { format!(" et {} autres", number(more)) } else { String::new() };
    format!("Sans adresse, donc sans lettre : {}{more}. Donnez-leur un code par téléphone.", names.join(", "))
}

/// How many declined.
pub fn declined(count: u32) -> String {
    match count {
        1 => "Une personne a demandé à ne plus rien recevoir : rien ne lui est envoyé.".to_owned(),
        more => format!(
            "{} personnes ont demandé à ne plus rien recevoir : rien ne leur est envoyé.",
            number(more)
        ),
    }
}

/// After sending.
pub fn sent(letters: u32) -> String {
    match letters {
        0 => "Aucune lettre n’est partie : ces personnes les avaient déjà, ou n’en veulent plus.".to_owned(),
        1 => "Une lettre est en route.".to_owned(),
        more => format!("{} lettres sont en route.", number(more)),
    }
}

/// The letter.
pub mod letter {
    use super::Contact;

    /// The subject: it names the person, since the mailbox may be shared.
    pub fn subject(name: &str, congress: &str) -> String {
        format!("{name}, votre invitation : {congress}")
    }

    /// Who asks, and what.
    pub fn asked(organiser: &str, question: &str) -> String {
        format!("{} vous pose une question : « {question} »", crate::text::quote::capital(organiser))
    }

    /// What it takes, and what becomes of it.
    pub const WHAT: &str = "Cinq minutes suffisent, depuis un téléphone. Vos mots seront lus, rapprochés de ceux des autres, et cités à la lettre dans la motion.";

    /// Until when.
    pub fn until(moment: &str) -> String {
        format!("On peut écrire jusqu’au {moment}.")
    }

    /// What the link does.
    pub fn link(name: &str) -> String {
        format!(
            "Le lien ci-dessous est celui de {name} : pas de mot de passe à retenir, il ouvre pendant trente jours."
        )
    }

    /// The button.
    pub const BUTTON: &str = "Entrer et donner mon avis";

    /// A person to call.
    pub fn call(contact: &Contact) -> Option<String> {
        let telephone = contact.telephone.as_ref()?;
        let name = contact.name.as_ref().map_or("l’équipe du congrès", |name| name.as_str());
        Some(format!("Plus simple au téléphone ? {name} vous répond au {telephone}."))
    }

    /// Why one gets it.
    pub fn why(organiser: &str, number: &str) -> String {
        format!(
            "Vous recevez ce message parce que {organiser} vous compte parmi les membres de ce congrès, sous le numéro {number}."
        )
    }

    /// How to get no more.
    pub const DECLINE: &str = "Ne plus rien recevoir de ce congrès";
}

/// Declining.
pub mod decline {
    /// The title.
    pub const TITLE: &str = "Ne plus rien recevoir";
    /// What the button does.
    pub const LEAD: &str = "Ce congrès ne vous enverra plus ni invitation, ni relance, ni résumé. Vous pourrez revenir sur ce choix avec ce même lien.";
    /// The button.
    pub const BUTTON: &str = "Ne plus rien recevoir";
    /// Done.
    pub const DONE: &str = "Vous ne recevrez plus rien";
    /// Done.
    pub const DONE_LEAD: &str =
        "C’est noté. Seules partiront les lettres que vous demanderiez vous-même, comme un lien pour entrer.";
    /// To come back on it.
    pub const BACK: &str = "Finalement, recevoir à nouveau";
    /// Done.
    pub const BACK_DONE: &str = "Vous recevrez à nouveau nos lettres";
    /// Done.
    pub const BACK_LEAD: &str = "C’est noté. Votre lien personnel ouvre toujours, s’il a moins de trente jours ; sinon, demandez-en un autre.";

    /// For whom.
    pub fn whose(name: &str) -> String {
        format!("Pour {name}")
    }
}
