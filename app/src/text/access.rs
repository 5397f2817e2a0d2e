//! Coming in.

use domain::settings::Contact;

/// The title of the page of a personal link.
pub const ENTER: &str = "Entrer";
/// What the button does.
pub const ENTER_LEAD: &str = "Ce lien est le vôtre. Il n’y a pas de mot de passe : le bouton ci-dessous connecte cet appareil pour trente jours.";

/// The page of the door.
pub const SIGN_IN: &str = "Se connecter";
/// Its first paragraph.
pub const SIGN_IN_LEAD: &str = "Il n’y a pas de mot de passe. On entre par un lien reçu par courriel, ou par un code que l’équipe du congrès dicte au téléphone.";
/// A heading.
pub const BY_LINK: &str = "Recevoir un lien";
/// Beneath it.
pub const BY_LINK_HOW: &str = "Donnez l’adresse où le congrès vous écrit. Si plusieurs membres la partagent, chacun reçoit sa lettre, à son nom.";
/// A field.
pub const EMAIL: &str = "Votre adresse électronique";
/// A button.
pub const SEND_LINK: &str = "Recevoir mon lien";
/// A heading.
pub const BY_CODE: &str = "Entrer un code";
/// A field.
pub const WHO: &str = "Votre adresse électronique ou votre numéro de membre";
/// Its hint.
pub const WHO_HINT: &str = "Le numéro ressemble à M-0042 ; il figure sur vos lettres.";
/// A field.
pub const CODE: &str = "Les six chiffres";
/// A button.
pub const ENTER_CODE: &str = "Entrer";
/// Whatever is wrong with a code or with who types it.
pub const CODE_REFUSED: &str = "Ce code n’ouvre pas. Il vaut quinze minutes et une seule fois : relisez ses chiffres et votre adresse, ou demandez-en un autre.";

/// The page after a link was asked for.
pub const ASKED: &str = "Regardez votre courrier";
/// The same, whether anybody has that address or not.
pub const ASKED_LEAD: &str = "Si cette adresse est celle d’un membre du congrès, une lettre y arrive d’ici une minute, et une pour chaque personne qui partage la boîte.";
/// When it doesn’t come.
pub const ASKED_HELP: &str = "Rien ne vient ? Regardez parmi les messages indésirables, puis vérifiez l’adresse : c’est celle où le congrès vous écrit d’habitude.";
/// A way back.
pub const ASK_AGAIN: &str = "Revenir à la connexion";
/// A heading.
pub const BY_CALL: &str = "Préférer le téléphone";

/// Whom to call for a code; None when nobody has a number.
pub fn call(contact: &Contact) -> Option<String> {
    let telephone = contact.telephone.as_ref()?;
    let name = contact.name.as_ref().map_or("L’équipe du congrès", |name| name.as_str());
    Some(format!("{name} vous dicte un code au {telephone}."))
}

/// Too many letters to a mailbox.
pub fn too_many_letters(hour: &str) -> String {
    format!(
        "Cinq lettres ont déjà été demandées pour cette boîte en une heure. La dernière ouvre toujours : cherchez-la. Vous pourrez en demander une autre à {hour}."
    )
}

/// Too many demands from one address.
pub fn too_many_demands(hour: &str) -> String {
    format!(
        "Trop de demandes viennent de ce réseau en ce moment. Réessayez à {hour}, ou appelez l’équipe du congrès."
    )
}

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
        "Vous n’êtes pas {name} ? Fermez cette page : chaque personne d’une même boîte reçoit sa propre lettre, à son nom."
    )
}

/// A personal link as a letter.
pub mod letter {
    /// The subject: it names the person, since the mailbox may be shared.
    pub fn subject(name: &str, congress: &str) -> String {
        format!("{name}, votre lien pour entrer : {congress}")
    }

    /// What it is.
    pub const WHAT: &str = "Voici le lien que vous avez demandé. Il ouvre votre espace, sans mot de passe, pendant trente jours.";
    /// Who shares the mailbox.
    pub fn own(name: &str) -> String {
        format!(
            "Il est au nom de {name} seulement : si d’autres personnes lisent cette boîte, chacune a le sien."
        )
    }
    /// Nobody asked.
    pub const NOT_ASKED: &str = "Vous n’avez rien demandé ? Laissez ce message : tant que personne n’appuie sur le bouton de la page, rien ne se passe.";
    /// The button.
    pub const BUTTON: &str = "Entrer";
    /// Why it came.
    pub fn why(number: &str) -> String {
        format!(
            "Vous recevez ce message parce qu’un lien a été demandé pour votre adresse sur la page de connexion. Votre numéro de membre : {number}."
        )
    }
}
