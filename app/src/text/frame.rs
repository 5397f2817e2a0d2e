//! What stands around every page.

/// The product's name.
pub const NAME: &str = "Plénière";
/// The first link of every page.
pub const SKIP: &str = "Aller au contenu";
/// The label of the navigation.
pub const NAVIGATION: &str = "Pages du congrès";
/// The label of the navigation outside any congress.
pub const FOOTER_NAVIGATION: &str = "À propos du site";
/// On every page of an invented congress.
pub const FICTION: &str = "Démonstration : ce congrès, ces personnes et ces textes sont fictifs.";
/// Navigation.
pub const CONGRESS: &str = "Le congrès";
/// Navigation.
pub const CONTRIBUTIONS: &str = "Contributions";
/// Navigation.
pub const THEMES: &str = "Thèmes";
/// Navigation.
pub const MAP: &str = "Carte";
/// The label of the second navigation, between the views of one analysis.
pub const VIEWS: &str = "Ce que dit l’analyse";
/// The second navigation.
pub const TREE: &str = "Arbre";
/// The second navigation.
pub const WEAK: &str = "Signaux faibles";
/// The second navigation.
pub const UNPLACED: &str = "Non rapprochés";
/// The second navigation.
pub const RUNS: &str = "Analyses";
/// Navigation.
pub const MOTION: &str = "Motion";
/// Navigation.
pub const SITTINGS: &str = "Séances";
/// Navigation.
pub const DOWNLOADS: &str = "Fichiers";
/// Navigation.
pub const HELP: &str = "Aide";
/// The label of the navigation of whoever is signed in.
pub const ACCOUNT: &str = "Votre accès";
/// To those who aren't signed in.
pub const SIGN_IN: &str = "Se connecter";
/// To staff.
pub const STAFF: &str = "Rédaction";
/// Footer.
pub const READ_THIS_SITE: &str = "Comment lire ce site";
/// Footer.
pub const ACCESSIBILITY: &str = "Accessibilité : non conforme";
/// Footer.
pub const LEGAL: &str = "Mentions légales";
/// Footer: what it is.
pub const FREE_SOFTWARE: &str =
    "Plénière est un logiciel libre. Ce site ne dépose aucun traceur et ne demande rien à un autre site.";

/// The title of the browser's tab.
pub fn tab(page: &str, congress: Option<&str>) -> String {
    match congress {
        Some(congress) if congress != page => format!("{page} · {congress} · {NAME}"),
        _ => format!("{page} · {NAME}"),
    }
}

/// At the foot of a printed page; without the address of a page that is somebody's own.
pub fn printed(moment: &str, path: Option<&str>) -> String {
    match path {
        Some(path) => format!("Page lue le {moment}, à l’adresse {path}"),
        None => format!("Page lue le {moment}"),
    }
}

/// The label of a list's pages.
pub const PAGES: &str = "Pages de la liste";
/// Pagination.
pub const PREVIOUS: &str = "Page précédente";
/// Pagination.
pub const NEXT: &str = "Page suivante";

/// « Page 2 sur 14 »
pub fn page_of(page: u32, pages: u32) -> String {
    format!("Page {} sur {}", super::number::number(page), super::number::number(pages))
}
