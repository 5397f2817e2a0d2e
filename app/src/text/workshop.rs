//! Workshops, their tables, and the sheets that open them.

use domain::workshop::Stands;

use super::number::{counted, plural};

/// The title, and the name of the page among staff's.
pub const TITLE: &str = "Ateliers";
/// Beneath it.
pub const LEAD: &str = "Un atelier a des tables ; à chacune, quelqu’un note ce qui se dit. Une feuille imprimée, posée sur la table, ouvre sa page sur l’ordinateur ou le téléphone de qui note : sans compte, jusqu’au soir.";
/// Nothing yet.
pub const NONE: &str = "Aucun atelier";
/// What to do then.
pub const NONE_HOW: &str = "Créez-en un ci-dessous, puis imprimez ses feuilles.";
/// A heading.
pub const NEW: &str = "Créer un atelier";
/// A field.
pub const NAME: &str = "Son sujet";
/// Its hint.
pub const NAME_HINT: &str = "En un mot ou deux, sans « atelier » : « Numérique ». Ce qui se dit à la table 3 sera signé « Table 3, atelier Numérique ».";
/// A field.
pub const DAY: &str = "Le jour";
/// Its hint.
pub const DAY_HINT: &str = "Les feuilles ouvrent les tables jusqu’à la fin de ce jour-là.";
/// A field.
pub const TABLES: &str = "Nombre de tables";
/// A button.
pub const CREATE: &str = "Créer l’atelier";
/// A name that another workshop has.
pub const TAKEN: &str = "Un autre atelier porte ce nom : choisissez-en un qui les distingue.";
/// A day that can't be one, or is over.
pub const DAY_PAST: &str = "Donnez un jour qui n’est pas passé.";
/// A number of tables that can't be one.
pub const TABLES_RANGE: &str = "Il faut entre 1 et 100 tables.";
/// Above the list, once something was done.
pub const CREATED: &str = "L’atelier est créé. Imprimez maintenant ses feuilles.";
/// The same.
pub const CLOSED: &str = "La table est fermée : sa feuille ne l’ouvre plus.";
/// A button.
pub const DRAW: &str = "Imprimer les feuilles";
/// Beside it, where sheets were drawn.
pub const DRAW_AGAIN: &str = "De nouvelles feuilles remplacent les précédentes, qui n’ouvriront plus.";
/// A button.
pub const DRAW_ONE: &str = "Nouvelle feuille";
/// A button.
pub const CLOSE: &str = "Fermer";
/// A link.
pub const OPEN: &str = "Voir";

/// The title of the page of sheets.
pub const SHEETS: &str = "Feuilles à imprimer";
/// What to do with them.
pub const SHEETS_LEAD: &str = "Imprimez cette page maintenant, une feuille par table : les adresses ne sont pas montrées deux fois, et la base n’en garde que l’empreinte.";
/// On a sheet, above the code.
pub const SHEET_HOW: &str = "Pour noter ce qui se dit à cette table, photographiez ce carré avec l’appareil photo d’un téléphone, ou tapez l’adresse dans un navigateur :";

/// On a sheet, and on the page that it opens.
pub fn consent(signed: &str) -> String {
    format!(
        "Ce qui se dit à cette table est noté et rejoint les contributions du congrès, sous la signature « {signed} ». Si l’on note aussi qui parle, ce nom ne paraît que si la personne le confirme sur sa page. Qui ne veut pas être noté le dit : la ligne se retire dans les dix minutes, et plus tard auprès de la rédaction."
    )
}

/// « Table 3 »
pub fn table(number: u32) -> String {
    format!("Table {number}")
}

/// « Table 3, atelier Numérique »: the signature of what nobody else signs.
pub fn signed(number: u32, workshop: &str) -> String {
    if workshop.to_lowercase().starts_with("atelier") {
        format!("Table {number}, {workshop}")
    } else {
        format!("Table {number}, atelier {workshop}")
    }
}

/// « jusqu’au 12 octobre 2026 »
pub fn until(day: &str) -> String {
    format!("Ouvre jusqu’au {day} au soir.")
}

/// Where the sheet of a table stands, and what was noted there.
pub fn standing(stands: Stands, notes: u32) -> String {
    let sheet = match stands {
        Stands::Undrawn => "pas encore de feuille",
        Stands::Open => "ouverte",
        Stands::Expired => "terminée",
        Stands::Closed => "fermée",
    };
    match notes {
        0 => format!("{sheet}, rien de noté"),
        n => format!("{sheet}, {} {}", counted(n, "ligne", "lignes"), plural(n, "notée", "notées")),
    }
}

/// What a button does, for those who don't see where it stands.
pub fn of_table(does: &str, number: u32) -> String {
    format!("{does}, table {number}")
}

/// The name of the picture of a code.
pub fn code(signed: &str) -> String {
    format!("Code à photographier : {signed}")
}

/// The title of the page that a sheet opens.
pub const ENTER: &str = "Ouvrir la table";
/// Beneath it.
pub const ENTER_LEAD: &str = "Le bouton ouvre la page de cette table sur cet appareil, jusqu’au soir. Elle ne montre que ce qui s’y note.";

/// The title of the page to project.
pub const LIVE: &str = "Ce qui se dit aux tables";
/// Beneath it.
pub const LIVE_LEAD: &str = "Les dernières lignes notées, en clair sur la carte ; les autres verbatims restent en fond. La page se rafraîchit seule toutes les vingt secondes.";
/// Nothing yet.
pub const LIVE_NONE: &str = "Rien n’a encore été noté";
/// What to wait for.
pub const LIVE_NONE_HOW: &str = "Dès qu’une table note une ligne, elle paraît ici en moins d’une minute.";
/// Those that no theme is near.
pub const LIVE_UNPLACED: &str = "La place de ces lignes est provisoire, jusqu’à la prochaine analyse ; une ligne trop courte ou sans voisine n’en a pas.";
/// A link.
pub const TO_LIVE: &str = "Projeter ce qui se dit aux tables";
