//! Proxies, in words.

use domain::sitting::ProxyFault;

/// A heading.
pub const TITLE: &str = "Pouvoirs";
/// To somebody who may give one.
pub const LEAD: &str = "Vous ne pouvez pas venir ? Confiez votre voix à une personne qui sera là. Elle doit l’accepter. Si vous arrivez, vous votez vous-même.";
/// A field.
pub const HOLDER: &str = "Qui votera pour vous";
/// Its hint.
pub const HOLDER_HINT: &str = "Son prénom et son nom, ou son numéro de membre.";
/// A button.
pub const GIVE: &str = "Donner pouvoir";
/// A button.
pub const WITHDRAW: &str = "Retirer mon pouvoir";
/// A button.
pub const ACCEPT: &str = "Accepter";
/// A button.
pub const REFUSE: &str = "Refuser";
/// A button.
pub const GIVE_BACK: &str = "Rendre ce pouvoir";
/// Nobody has that name.
pub const NOBODY: &str =
    "Personne qui ait une voix ne porte ce nom : vérifiez-le, ou donnez son numéro de membre.";
/// Several people have that name.
pub const SEVERAL: &str = "Plusieurs personnes portent ce nom : donnez le numéro de membre de la bonne.";

/// Whoever is named holds as many as may be.
pub const HOLDER_FULL: &str =
    "Cette personne porte déjà autant de pouvoirs que le règlement le permet : choisissez-en une autre.";

/// What became of the proxy that somebody gave.
pub fn given(holder: &str, is_accepted: bool) -> String {
    match is_accepted {
        true => format!("{holder} votera pour vous."),
        false => format!(
            "Vous avez donné pouvoir à {holder}, qui ne l’a pas encore accepté : il ne compte pas encore."
        ),
    }
}

/// A proxy that somebody holds or is offered.
pub fn held(giver: &str, is_accepted: bool) -> String {
    match is_accepted {
        true => format!("Vous votez pour {giver}."),
        false => format!("{giver} vous donne pouvoir."),
    }
}

/// Why one can’t be given or accepted, and what to do.
pub fn fault(of: ProxyFault) -> &'static str {
    match of {
        ProxyFault::Oneself => "On ne se donne pas pouvoir à soi-même : choisissez une autre personne.",
        ProxyFault::NoVoice => "Vous n’avez pas de voix dans cette séance : il n’y a rien à confier.",
        ProxyFault::HolderHasNoVoice => {
            "Cette personne n’a pas de voix dans cette séance : choisissez-en une qui vote."
        }
        ProxyFault::GiverIsThere => "Vous êtes sur la feuille de présence : vous votez vous-même.",
        ProxyFault::TooMany => {
            "Vous portez déjà autant de pouvoirs que le règlement le permet. Rendez-en un, ou refusez celui-ci pour que la personne en choisisse une autre."
        }
        ProxyFault::Ended => "Ce pouvoir a pris fin : la personne l’a retiré, ou est arrivée.",
        ProxyFault::Closed => "La séance est levée.",
        ProxyFault::None => "Cette séance n’admet pas de pouvoirs.",
    }
}

/// The letter to whoever is to hold one.
pub mod letter {
    use domain::sitting::Sitting;

    use crate::text::date;

    /// What accepting means.
    pub const MEANS: &str = "Si vous acceptez, vous voterez pour cette personne en plus de vous-même, tant que vous êtes là et qu’elle ne l’est pas. Tant que vous n’avez pas accepté, ce pouvoir ne compte pas. Vous pourrez le rendre.";
    /// The button.
    pub const BUTTON: &str = "Accepter ou refuser";

    /// The subject: it names the person, since the mailbox may be shared.
    pub fn subject(name: &str, giver: &str) -> String {
        format!("{name}, {giver} vous donne pouvoir")
    }

    /// Who entrusts them with what.
    pub fn offered(giver: &str, sitting: &Sitting) -> String {
        let when = date::moment(sitting.starts_at);
        format!("{giver} vous donne pouvoir pour la séance « {} », le {when}.", sitting.name)
    }

    /// Whose the link is.
    pub fn link(name: &str) -> String {
        format!(
            "Le lien ci-dessous est celui de {name} : il mène à la page où ce pouvoir s’accepte ou se refuse."
        )
    }
}
