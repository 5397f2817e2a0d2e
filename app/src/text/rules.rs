//! The « règle du jeu »: what one should know before writing, composed from what the congress decided.

use domain::settings::{Contact, Moderation, Readers};

/// The title.
pub const TITLE: &str = "La règle du jeu";
/// Beneath it.
pub const LEAD: &str = "Une minute à lire avant d’écrire. Cette page reste au pied de toutes les autres.";
/// A heading.
pub const WHO_SEES: &str = "Qui voit quoi, et quand";
/// A heading.
pub const WHAT_BECOMES: &str = "Ce que devient ce que vous écrivez";
/// A heading.
pub const YOUR_NAME: &str = "Votre nom";
/// A heading.
pub const YOUR_RIGHTS: &str = "Vos droits";
/// A heading.
pub const PUBLISHER: &str = "Qui publie";

/// Who reads, when.
pub fn readers(readers: Readers, moderation: Moderation) -> String {
    let who = match readers {
        Readers::Public => {
            "Tout le monde peut lire les contributions, les thèmes et la motion, sans se connecter."
        }
        Readers::Members => "Seuls les membres connectés lisent les contributions, les thèmes et la motion.",
    };
    let when = match moderation {
        Moderation::After => "Une contribution paraît dès qu’elle est envoyée ; l’équipe la relit ensuite.",
        Moderation::Before => "L’équipe relit chaque contribution avant qu’elle paraisse.",
    };
    format!("{who} {when}")
}

/// What is never shown.
pub const NEVER_SHOWN: &str = "Votre adresse et votre téléphone ne sont jamais publiés. Ce qui serait masqué l’est avec son motif, vous est dit, et est compté en public.";

/// Until when one writes.
pub fn until(moment: &str, grace: u32) -> String {
    let grace = match grace {
        0 => String::new(),
        minutes => format!(" Un texte commencé avant peut encore être envoyé pendant {}.", duration(minutes)),
    };
    format!("On écrit jusqu’au {moment}.{grace} Jusque-là, vous pouvez corriger ou retirer votre texte.")
}

/// The call is over.
pub fn closed(day: &str) -> String {
    format!("L’appel est clos depuis le {day} : on lit, on n’écrit plus.")
}

/// No dates were given.
pub const NO_DATES: &str = "L’organisateur n’a pas encore donné de dates.";

/// Always so.
pub const BECOMES: &str = "Chaque contribution reçoit un numéro et reste lisible telle que vous l’avez écrite. Un logiciel repère ce qui se ressemble ; personne n’est écarté : ce que vous êtes seul à dire est publié aussi. La motion cite des mots à la lettre, avec le numéro de leur contribution ; son annexe donne tous les autres.";
/// Open data.
pub const OPEN_DATA: &str =
    "Les textes publiés peuvent être téléchargés et réutilisés, signés comme vous l’avez choisi.";

/// Consent to be quoted.
pub const NAME: &str = "En envoyant un texte, vous acceptez d’être cité sous la signature que vous choisissez : nom et mandat, mandat seul, ou rien. Pour une petite commune, « mandat seul » montre sa taille et son département au lieu de son nom. Ce choix se change jusqu’à la clôture.";
/// Where one chooses.
pub const CHOOSE: &str = "Choisir ma signature";

/// Rights over one's data.
pub const RIGHTS: &str = "Ce que ce congrès garde à votre sujet se lit et se télécharge à la page « Mes données », et s’y efface aussi, quand vous le voulez. Pour une correction, demandez à l’organisateur.";
/// What the browser keeps.
pub const BROWSER: &str = "Deux cookies, aucun traceur : celui de votre connexion et, seulement sur l’appareil d’une table d’atelier, celui que sa feuille y dépose pour la journée. Ce que vous écrivez reste aussi dans votre navigateur tant que ce n’est pas transmis, pour que rien ne se perde ; vous déconnecter l’en efface.";

/// Who holds the data, on what ground, for how long; what isn't filled in isn't said.
pub fn data(controller: &str, legal_basis: &str, retention: &str) -> String {
    let stated = |words: &str, before: &str| match words {
        "" => String::new(),
        words => format!(" {before} {}.", words.trim_end_matches('.')),
    };
    let who = match controller {
        "" => "Le responsable des données est l’organisateur du congrès.".to_owned(),
        name => format!("Le responsable des données est {name}."),
    };
    format!("{who}{}{}", stated(legal_basis, "Fondement :"), stated(retention, "Durée :"))
}

/// Who publishes, and whom to call.
pub fn publisher(organiser: &str, contact: &Contact) -> String {
    let ways: Vec<&str> = [
        contact.telephone.as_ref().map(domain::line::Line::as_str),
        contact.email.as_ref().map(domain::email::Email::as_str),
    ]
    .into_iter()
    .flatten()
    .collect();
    let name = contact.name.as_ref().map_or("l’organisateur", |name| name.as_str());
    if ways.is_empty() {
        return format!("{}.", super::quote::capital(organiser));
    }
    format!("{}. Une question ? {name} : {}.", super::quote::capital(organiser), ways.join(", "))
}

/// The first button.
pub const START: &str = "J’ai lu, je commence";
/// The second one.
pub const LATER: &str = "Plus tard";

fn duration(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => super::number::counted(minutes, "minute", "minutes"),
        (1, 0) => "une heure".to_owned(),
        (hours, 0) => super::number::counted(hours, "heure", "heures"),
        (hours, minutes) => format!("{hours} h {minutes:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_decision_has_its_own_words() {
        let all: std::collections::BTreeSet<String> = Readers::ALL
            .iter()
            .flat_map(|reads| Moderation::ALL.iter().map(|when| readers(*reads, *when)))
            .collect();
        assert_eq!(all.len(), 4);
        assert!(until("12 octobre 2026 à 18 h", 60).contains("pendant une heure"));
        assert!(until("12 octobre 2026 à 18 h", 90).contains("pendant 1 h 30"));
        assert!(!until("12 octobre 2026 à 18 h", 0).contains("commencé avant"));
    }

    #[test]
    fn what_nobody_filled_in_is_not_said() {
        assert_eq!(data("", "", ""), "Le responsable des données est l’organisateur du congrès.");
        assert!(data("A", "intérêt public.", "deux ans").contains("intérêt public. Durée"));
    }
}
