//! The files.

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
/// Everything.
pub const CONGRESS_JSON: FileWords =
    ("Tout le congrès", "Contributions, verbatims et analyse en un seul fichier, pour un programme.", "JSON");
