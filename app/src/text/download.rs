//! The files.

use domain::wording::{FileFormat, VersionFile};

/// The page's title.
pub const TITLE: &str = "Fichiers";
/// What one finds there.
pub const INTRO: &str =
    "Tout ce que montre ce site tient dans ces fichiers : à imprimer, à citer, à réutiliser.";
/// How the figures of the files relate to the pages.
pub const SAME: &str = "Les numéros imprimés, C-0421 par exemple, sont ceux des pages.";

/// The title while a document is being made.
pub fn pending(label: &str) -> String {
    format!("{label} : en préparation")
}

/// What is being done.
pub const PENDING: &str = "Le document est en cours de composition. Cette page se recharge d’elle-même et l’ouvrira dès qu’il sera prêt ; vous pouvez aussi la quitter et y revenir, rien ne sera perdu.";
/// The way out.
pub const BACK: &str = "Revenir aux fichiers";

/// A file: its name, what it holds, its format.
pub type FileWords = (&'static str, &'static str, &'static str);
/// The draft.
pub const MOTION_PDF: FileWords = (
    "Le projet de motion et ses annexes",
    "Le projet, chaque phrase avec sa source, puis tous les verbatims par thème, les signaux faibles et l’index des contributions.",
    "PDF",
);
/// The corpus as a table.
pub const CONTRIBUTIONS_CSV: FileWords = (
    "Les contributions",
    "Une ligne par contribution\u{a0}: texte, signature, collectivité, type, enjeux, date, thème principal.",
    "CSV",
);
/// The verbatims as a table.
pub const VERBATIMS_CSV: FileWords = (
    "Les verbatims et leur place",
    "Une ligne par verbatim\u{a0}: son passage exact, son type, son thème, ou la raison pour laquelle il n’en a pas.",
    "CSV",
);
/// Every neighbour.
pub const LINKS_CSV: FileWords = (
    "Tous les verbatims proches",
    "Un verbatim, un de ses plus proches, et à quel point ils le sont : une ligne pour chaque voisinage.",
    "CSV",
);
/// Everything.
pub const CONGRESS_JSON: FileWords =
    ("Tout le congrès", "Contributions, verbatims et analyse en un seul fichier, pour un programme.", "JSON");
/// The map as a picture.
pub const MAP_SVG: FileWords = (
    "La carte, à agrandir",
    "Les thèmes et leurs verbatims, en traits : nette à toute taille, à projeter ou à imprimer.",
    "SVG",
);
/// The map as a picture.
pub const MAP_PNG: FileWords =
    ("La carte, en image", "La même, à coller dans un document ou une présentation.", "PNG");
/// The tree as a picture.
pub const TREE_SVG: FileWords = (
    "L’arbre, à agrandir",
    "Les thèmes du plus partagé au plus particulier, en traits : net à toute taille.",
    "SVG",
);
/// The tree as a picture.
pub const TREE_PNG: FileWords =
    ("L’arbre, en image", "Le même, à coller dans un document ou une présentation.", "PNG");
/// The corpus for IRaMuTeQ.
pub const IRAMUTEQ: FileWords = (
    "Le corpus pour IRaMuTeQ",
    "Un texte par verbatim, avec ses variables étoilées : type, département, collège, thème. Pour refaire l’analyse avec un autre logiciel.",
    "TXT",
);
/// The closest verbatims as a graph.
pub const GEXF: FileWords = (
    "Les voisinages pour Gephi",
    "Un nœud par verbatim, un lien vers chacun de ses plus proches, à explorer comme un réseau.",
    "GEXF",
);
/// What the columns mean.
pub const SCHEMA: FileWords = (
    "Le schéma des données",
    "Ce que veut dire chaque colonne des tableaux et chaque champ, au format Frictionless.",
    "JSON",
);
/// Everything at once.
pub const ZIP: FileWords = (
    "Tout, en une archive",
    "Toutes les tables de cette page, avec le schéma qui les décrit\u{202f}; ni le PDF ni les images.",
    "ZIP",
);

/// A version of the motion: its name, what it holds, its format.
pub fn version(of: VersionFile) -> (String, &'static str, &'static str) {
    let number = of.version().get();
    let label = match of.since() {
        Some(since) => {
            format!("Les changements de la motion, de la version {} à la version {number}", since.get())
        }
        None => format!("La motion, version {number}"),
    };
    let description = match (of.since().is_some(), of.format()) {
        (true, FileFormat::Html) => {
            "Ce qui a été supprimé et ajouté, à lire sans autre logiciel qu’un navigateur."
        }
        (true, _) => {
            "En changements suivis : les accepter tous donne la version d’après, les refuser tous rend celle d’avant."
        }
        (false, FileFormat::Pdf) => {
            "Lignes numérotées, un code QR par objectif, puis les mots sur lesquels chaque passage s’appuie."
        }
        (false, FileFormat::Docx) => "Pour Word : le texte, ses numéros de contributions et les mots cités.",
        (false, FileFormat::Odt) => {
            "Pour LibreOffice : le texte, ses numéros de contributions et les mots cités."
        }
        (false, FileFormat::Html) => "Une page qui se lit et s’archive seule, sans réseau.",
    };
    (label, description, format(of.format()))
}

/// What people call a format.
pub fn format(of: FileFormat) -> &'static str {
    match of {
        FileFormat::Pdf => "PDF",
        FileFormat::Docx => "DOCX",
        FileFormat::Odt => "ODT",
        FileFormat::Html => "HTML",
    }
}

/// Before the formats in which a version can be kept.
pub const KEEP: &str = "Garder ce texte :";
/// Before the formats in which its changes can be kept.
pub const KEEP_CHANGES: &str = "Garder ces changements, à accepter ou à refuser un par un :";
