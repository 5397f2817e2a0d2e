//! Badges: printed by staff, activated at the door, scanned by whoever wears them.

use domain::sitting::BadgeState;

use super::date;
use super::number::number;

/// The title where staff prints.
pub const TITLE: &str = "Badges";
/// Beneath it.
pub const LEAD: &str = "Imprimez les badges avant la séance, dix par page, à découper. Chacun porte un code : une fois la personne passée par l’accueil, ce code connecte son téléphone, sans courriel ni mot de passe.";
/// A heading.
pub const PRINT: &str = "Imprimer";
/// A heading.
pub const AGAIN: &str = "Réimprimer tous les badges";
/// Beneath it.
pub const AGAIN_HOW: &str = "À ne faire que si les feuilles sont perdues ou abîmées.";
/// A button.
pub const PRINT_ONE: &str = "Imprimer un badge";
/// The same for whoever has one.
pub const PRINT_OTHER: &str = "Imprimer un autre badge";
/// What it does to the one before.
pub const OTHER_HOW: &str = "Le badge imprimé avant cessera aussitôt de fonctionner.";
/// A tick.
pub const END_SESSION: &str =
    "Déconnecter aussi le téléphone que l’ancien badge avait connecté (téléphone perdu ou volé)";
/// A button.
pub const ACTIVATE: &str = "Activer le badge";
/// A button.
pub const TAKE_BACK: &str = "Reprendre le badge";
/// What it does.
pub const TAKE_BACK_HOW: &str =
    "Reprendre un badge l’éteint, et déconnecte le téléphone qu’il avait connecté.";
/// Nobody is left to print for.
pub const NOBODY: &str = "Chaque personne inscrite a déjà un badge : il n’y en a pas d’autre à imprimer. Si le fichier s’est perdu, réimprimez-les.";
/// Too many at once.
pub const MOST: &str =
    "Les badges s’impriment par 500 : rechargez ensuite cette page pour imprimer les suivants.";
/// The sitting is over.
pub const CLOSED: &str = "La séance est levée : il n’y a plus de badge à imprimer.";
/// Whoever runs something.
pub const NO_CODE: &str = "badge sans code : se connecte par son lien personnel";
/// There is none.
pub const NONE: &str = "pas de badge";
/// What the page of rules says.
pub const RULES: [&str; 4] = [
    "Un badge qui n’a pas été activé ne connecte personne. Cocher « Entre » à l’accueil l’active, jusqu’à la nuit : 18 heures plus tard, il s’éteint, et le téléphone qu’il avait connecté aussi.",
    "Un badge ne connecte qu’un téléphone à la fois : le viser avec un autre déconnecte le premier.",
    "Seule une empreinte du code est gardée ici. Un fichier perdu ne se retrouve pas : on réimprime, et les badges d’avant ne fonctionnent plus.",
    "Un badge se voit et se photographie : celui de la rédaction, de la présidence et de l’administration porte un nom et pas de code.",
];
/// Where it is done.
pub const TO_DOOR: &str = "Aller à l’accueil";

/// The page of a badge that isn't active yet.
pub const WAITS: &str = "Ce badge sera activé à l’accueil";
/// Beneath it.
pub const WAITS_LEAD: &str = "Il ne connecte encore personne. Passez par l’accueil de la séance, puis visez de nouveau le code, ou rechargez cette page.";
/// A button.
pub const RELOAD: &str = "Recharger";
/// The title of the page of a badge that is.
pub const ENTER: &str = "Se connecter avec un badge";
/// Beneath the name.
pub const ENTER_LEAD: &str = "Ce badge connecte ce téléphone à la séance : vous y suivez l’ordre du jour, demandez la parole et votez.";
/// What happens to others.
pub const ONE_PHONE: &str = "Il ne connecte qu’un téléphone à la fois.";

/// « 12 badges sont imprimés, dont 3 activés. »
pub fn printed(all: u32, active: u32) -> String {
    let active = match active {
        0 => "aucun n’est encore activé".to_owned(),
        1 => "dont un activé".to_owned(),
        n => format!("dont {} activés", number(n)),
    };
    match all {
        0 => "Aucun badge n’est encore imprimé.".to_owned(),
        1 => format!("Un badge est imprimé, {active}."),
        n => format!("{} badges sont imprimés, {active}.", number(n)),
    }
}

/// The button that prints for those who have none.
pub fn print_new(people: u32) -> String {
    match people {
        1 => "Imprimer le badge de la personne qui n’en a pas".to_owned(),
        n => format!("Imprimer les badges des {} personnes qui n’en ont pas", number(n)),
    }
}

/// What printing all again does.
pub fn replaces(printed: u32) -> String {
    match printed {
        1 => "Le badge déjà imprimé cessera aussitôt de fonctionner, même s’il est distribué.".to_owned(),
        n => format!(
            "Les {} badges déjà imprimés cesseront aussitôt de fonctionner, même distribués.",
            number(n)
        ),
    }
}

/// The button that does.
pub fn print_all(people: u32) -> String {
    format!("Remplacer et imprimer {} badges", number(people))
}

/// Where a badge stands, beside a name.
pub fn state(of: BadgeState) -> String {
    match of {
        BadgeState::Printed => "badge imprimé, pas encore activé".to_owned(),
        BadgeState::Active { until } => format!("badge actif jusqu’à {}", date::hour(until)),
        BadgeState::Over => "badge éteint : sa journée est finie".to_owned(),
        BadgeState::Revoked => "badge repris".to_owned(),
    }
}

/// « Connexion avec le badge de Soazig Tanguy »
pub fn whose(name: &str) -> String {
    format!("Badge de {name}")
}

/// Until when.
pub fn until(name: &str, at: domain::time::Timestamp) -> String {
    format!(
        "Si vous n’êtes pas {name}, rapportez ce badge à l’accueil. La connexion prend fin le {}.",
        date::day_and_hour(at)
    )
}
