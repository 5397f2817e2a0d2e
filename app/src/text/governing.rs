//! The settings of a congress, and the dates of its call.

use domain::congress::{MoveError, PhaseChange};
use domain::reading::SettingsLine;
use domain::settings::{Moderation, Readers, SettingsField};

use super::{date, names};

/// The page's title.
pub const TITLE: &str = "Réglages";
/// Below it.
pub const LEAD: &str = "Ce que le congrès décide, dit aux membres avant qu’ils n’écrivent. Chaque changement laisse sa trace ci-dessous.";
/// A legend.
pub const READERS: &str = "Qui lit les contributions";
/// Beside what isn't theirs to change.
pub const READERS_NOT_YOURS: &str =
    "Seule l’administration peut changer qui lit : c’est ce qui a été promis avant d’écrire.";
/// A legend.
pub const MODERATION: &str = "Quand la rédaction relit";
/// A field.
pub const GRACE: &str = "Délai de grâce après la clôture, en minutes";
/// Its hint.
pub const GRACE_HINT: &str =
    "Un texte commencé avant la clôture peut encore être envoyé pendant ce délai : de 0 à 1 440 minutes.";
/// What isn't a number of minutes.
pub const GRACE_WRONG: &str = "Écrivez un nombre entier de minutes, de 0 à 1 440.";
/// A heading.
pub const CONTACT: &str = "La personne à appeler";
/// A field.
pub const CONTACT_NAME: &str = "Prénom et nom";
/// A field.
pub const CONTACT_TELEPHONE: &str = "Téléphone";
/// A field.
pub const CONTACT_EMAIL: &str = "Adresse électronique";
/// A heading.
pub const CALENDAR: &str = "L’appel à idées";
/// A button.
pub const PROLONG: &str = "Prolonger l’appel";
/// How.
pub const PROLONG_HOW: &str = "La fin peut être repoussée, jamais avancée. L’ancienne date et la raison se lisent sur la page du congrès.";
/// A field.
pub const END_DATE: &str = "Nouveau jour de fin";
/// A field.
pub const END_TIME: &str = "Heure de fin, à Paris";
/// A field.
pub const WHY: &str = "Raison, lue par tout le monde";
/// A button.
pub const OPEN: &str = "Changer l’ouverture";
/// How.
pub const OPEN_HOW: &str = "Tant que l’appel n’est pas ouvert, son ouverture peut changer.";
/// A field.
pub const OPEN_DATE: &str = "Jour d’ouverture";
/// A field.
pub const OPEN_TIME: &str = "Heure d’ouverture, à Paris";
/// There are no dates.
pub const NO_DATES: &str = "L’appel n’a pas de dates : elles se donnent à la création du congrès.";
/// A heading.
pub const TRACE: &str = "Ce qui a été changé";
/// Nothing.
pub const NO_TRACE: &str = "Rien pour l’instant.";
/// What isn't a date.
pub const DATE_WRONG: &str = "Écrivez une date comme 2026-11-19, et une heure comme 18:00.";

/// Who reads, and what that means.
pub fn readers(of: Readers) -> (&'static str, &'static str) {
    match of {
        Readers::Public => ("Tout le monde", "sur ce site, sans compte"),
        Readers::Members => ("Les membres du congrès", "une fois connectés ; le public voit les chiffres"),
    }
}

/// When staff reads, and what that means.
pub fn moderation(of: Moderation) -> (&'static str, &'static str) {
    match of {
        Moderation::After => ("Après la publication", "un texte paraît dès son envoi"),
        Moderation::Before => ("Avant la publication", "un texte attend que la rédaction le publie"),
    }
}

/// « Du 1er septembre 2026 à 9 h au 19 novembre 2026 à 18 h. »
pub fn dates(from: &str, to: &str) -> String {
    format!("Du {from} au {to}, heure de Paris.")
}

/// Why a date can't be moved.
pub fn moved(error: MoveError) -> &'static str {
    match error {
        MoveError::NoStep => NO_DATES,
        MoveError::Past => "Ce moment est déjà passé.",
        MoveError::NotLater => {
            "Ce moment n’est pas après la fin annoncée : un appel se prolonge, il ne se raccourcit pas."
        }
        MoveError::Begun => "L’appel est déjà ouvert.",
        MoveError::AfterEnd => "L’appel s’ouvrirait après sa fin.",
    }
}

/// « Analyse commence le …, avant la fin de l’appel. »
pub fn overlaps(step: &str, day: &str) -> String {
    format!("L’étape « {step} » commence le {day}, avant la fin de l’appel : les deux dureront ensemble.")
}

/// In public: what it was before, and why.
pub fn prolonged(change: &PhaseChange) -> String {
    format!(
        "« {} » devait se terminer le {} ; prolongé jusqu’au {}. Raison : {}",
        names::phase(change.kind),
        date::day_and_hour(change.ended_at),
        date::day_and_hour(change.ends_at),
        change.reason
    )
}

/// « Quand la rédaction relit : « Après la publication » devient « Avant la publication », par Idriss Belkacem »
pub fn change(line: &SettingsLine) -> String {
    let field = match line.field {
        SettingsField::Readers => READERS,
        SettingsField::Moderation => MODERATION,
        SettingsField::Grace => "Délai de grâce, en minutes",
        SettingsField::ContactName => "Nom de la personne à appeler",
        SettingsField::ContactTelephone => "Téléphone de la personne à appeler",
        SettingsField::ContactEmail => "Adresse de la personne à appeler",
        SettingsField::Opening => "Ouverture de l’appel",
    };
    let said = |value: &Option<String>| match value.as_deref() {
        None => "rien".to_owned(),
        Some(value) => format!("« {} »", stored(line.field, value)),
    };
    let by = line.by.as_deref().unwrap_or("une commande sur le serveur");
    format!("{field} : {} devient {}, par {by}", said(&line.before), said(&line.after))
}

fn stored(field: SettingsField, value: &str) -> String {
    match field {
        SettingsField::Readers => value.parse().map_or(value, |of| readers(of).0).to_owned(),
        SettingsField::Moderation => value.parse().map_or(value, |of| moderation(of).0).to_owned(),
        SettingsField::Opening => value.parse().map_or_else(
            |_| value.to_owned(),
            |micros| date::moment(domain::time::Timestamp::from_micros(micros)),
        ),
        _ => value.to_owned(),
    }
}
