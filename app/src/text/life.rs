//! What becomes of a contribution: its states, and what its author can do about it.

use domain::contribution::{ContributionNumber, Life, State};
use domain::reading::Withheld;

use super::date;
use super::number::{counted, number, plural};

/// The heading of what its author can do.
pub const YOURS: &str = "Votre contribution";
/// Opens the form.
pub const CHANGE: &str = "Modifier";
/// Asks before it takes the text back.
pub const WITHDRAW: &str = "Retirer";
/// Asks before it erases.
pub const ERASE: &str = "Effacer";
/// Shows the versions.
pub const VERSIONS: &str = "Versions";
/// One way back.
pub const KEEP: &str = "Non, ne rien changer";

/// A few words.
pub fn state(state: State) -> &'static str {
    match state {
        State::Published => "Publiée",
        State::Waiting => "En attente de relecture",
        State::Hidden => "Masquée par la rédaction",
        State::Withdrawn => "Retirée par qui l’a écrite",
        State::Erased => "Effacée",
    }
}

/// What everybody reads in the place of the words.
pub fn tombstone(state: State) -> &'static str {
    match state {
        State::Published => "",
        State::Waiting => "Ce texte est arrivé ; la rédaction le relit avant de le publier.",
        State::Hidden => {
            "La rédaction a masqué ce texte. Son numéro reste, pour que les comptes restent justes."
        }
        State::Withdrawn => {
            "Ce texte a été retiré par la personne qui l’a écrit. Son numéro reste, pour que les comptes restent justes."
        }
        State::Erased => {
            "Ce texte et sa signature ont été effacés. Son numéro reste, pour que les comptes restent justes."
        }
    }
}

/// The same to its author.
pub fn told(life: &Life) -> String {
    match life {
        Life::Published => "Publiée : tout le monde la lit.".to_owned(),
        Life::Waiting => {
            "En attente : la rédaction la relit avant de la publier. D’ici là, personne d’autre ne la lit."
                .to_owned()
        }
        Life::Hidden { reason, why, at } => {
            let words =
                if why.is_empty() { String::new() } else { format!(" Elle vous dit : « {why} »") };
            format!(
                "Masquée par la rédaction le {}, pour cette raison : {}.{words} Vous pouvez la réécrire tant que l’appel est ouvert : la rédaction la relira.",
                date::day(*at),
                super::moderation::because(*reason)
            )
        }
        Life::Withdrawn { at } => format!(
            "Vous l’avez retirée le {}. Personne d’autre que vous et la rédaction ne la lit.",
            date::day(*at)
        ),
        Life::Erased { at } => format!("Effacée le {}.", date::day(*at)),
    }
}

/// The question before a text is taken back.
pub fn ask_withdraw(number: ContributionNumber) -> String {
    format!("Retirer {number} ?")
}

/// What taking back does.
pub const WITHDRAW_WHAT: [&str; 3] = [
    "Plus personne ne lira votre texte sur ce site, ni dans les fichiers et le brouillon de motion qui le citent.",
    "Vous et la rédaction pourrez encore le lire : vous pourrez le copier.",
    "Vous ne pourrez pas le republier vous-même. Son numéro et son soutien restent dans les comptes.",
];
/// The button.
pub const WITHDRAW_DO: &str = "Oui, retirer ma contribution";

/// The question before a text is erased.
pub fn ask_erase(number: ContributionNumber) -> String {
    format!("Effacer {number} pour toujours ?")
}

/// What erasing does.
pub const ERASE_WHAT: [&str; 3] = [
    "Votre texte et toutes ses versions sont détruits, ici et dans les fichiers à télécharger ; votre nom, votre mandat et votre collectivité aussi.",
    "Il ne reste que son numéro et votre collège, pour que les comptes restent justes.",
    "Personne ne pourra le rétablir. Les sauvegardes du serveur le gardent jusqu’à leur propre expiration.",
];
/// The button.
pub const ERASE_DO: &str = "Oui, effacer pour toujours";

/// The words of a support.
pub const SUPPORT: &str = "Moi aussi";
/// Takes it back.
pub const UNSUPPORT: &str = "Retirer mon soutien";
/// The words of a complement.
pub const COMPLETE: &str = "J’ajoute mon cas";
/// Heading.
pub const COMPLEMENTS: &str = "Des cas ajoutés";

/// « 3 soutiens », « Aucun soutien pour l’instant »
pub fn supports(n: u32) -> String {
    if n == 0 { "Aucun soutien pour l’instant".to_owned() } else { counted(n, "soutien", "soutiens") }
}

/// « Moi aussi, à propos de C-0118 »: the same button told apart.
pub fn support_label(of: ContributionNumber) -> String {
    format!("{SUPPORT}, je soutiens {of}")
}

/// « Retirer mon soutien à C-0118 »
pub fn unsupport_label(of: ContributionNumber) -> String {
    format!("{UNSUPPORT} à {of}")
}

/// « J’ajoute mon cas à C-0118 »
pub fn complete_label(of: ContributionNumber) -> String {
    format!("{COMPLETE} à {of}")
}

/// What it completes.
pub const COMPLETES: &str = "Complète";
/// Typed by staff.
pub const ENTERED: &str = "Saisie par la rédaction, au nom de la personne qui signe";

/// « Version 2, du 14 novembre 2026 à 10 h 30 »
pub fn version(n: u32, moment: &str) -> String {
    format!("Version {}, du {moment}", number(n))
}

/// « Modifiée, version 2 »
pub fn changed(n: u32) -> String {
    format!("Modifiée depuis son envoi, version {}", number(n))
}

/// A version that staff proposed.
pub const CORRECTED: &str = "Correction proposée par la rédaction, acceptée par la personne qui a écrit";
/// A verbatim cut from an earlier version.
pub const EARLIER: &str = "Passage de la version précédente, que l’analyse a lue :";
/// A text that was never changed.
pub const ONE_VERSION: &str = "Ce texte n’a qu’une version : il n’a jamais été modifié.";

/// « dont 2 retirées et 1 masquée »: contributions whose words aren't shown, counted apart; nothing when there are none.
pub fn withheld(of: &Withheld) -> Option<String> {
    let parts = [
        (of.waiting, plural(of.waiting, "en attente de relecture", "en attente de relecture")),
        (of.hidden, plural(of.hidden, "masquée", "masquées")),
        (of.withdrawn, plural(of.withdrawn, "retirée", "retirées")),
        (of.erased, plural(of.erased, "effacée", "effacées")),
    ];
    let said: Vec<String> = parts
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, words)| format!("{}\u{a0}{words}", number(n)))
        .collect();
    let (last, others) = said.split_last()?;
    Some(if others.is_empty() {
        format!("dont {last}")
    } else {
        format!("dont {} et {last}", others.join(", "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_shown_is_counted_apart() {
        assert_eq!(withheld(&Withheld::default()), None);
        let one = Withheld { hidden: 1, ..Withheld::default() };
        assert_eq!(withheld(&one).as_deref(), Some("dont 1\u{a0}masquée"));
        let some = Withheld { waiting: 3, hidden: 1, withdrawn: 2, erased: 0 };
        assert_eq!(
            withheld(&some).as_deref(),
            Some("dont 3\u{a0}en attente de relecture, 1\u{a0}masquée et 2\u{a0}retirées")
        );
    }
}
