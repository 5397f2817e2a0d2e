//! Themes, weak signals and what couldn't be compared.

use super::number::{count, counted, decimal, number, share};
use domain::reading::Figures;

/// The list's title.
pub const TITLE: &str = "Thèmes";
/// Heading of the account.
pub const ACCOUNT: &str = "Le compte";
/// A column.
pub const THEME: &str = "Thème";
/// A column.
pub const VERBATIMS: &str = "Verbatims";
/// A column.
pub const SIGNATORIES: &str = "Signataires";
/// A row.
pub const WEAK: &str = "Signaux faibles";
/// A row.
pub const UNPLACED: &str = "Non rapprochés";
/// The last row.
pub const TOTAL: &str = "En tout";
/// Below the account.
pub const ACCOUNT_NOTE: &str = "Un verbatim est compté une fois, à sa place principale. Une contribution est comptée dans le thème qui réunit le plus de ses verbatims ; un signataire, dans chaque thème où il s’exprime.";
/// Before the typical words of a list.
pub const WORDS: &str = "On y lit surtout";

/// A theme's label as a title: with a capital. The rest is to the letter.
pub fn label(label: &str) -> String {
    super::quote::capital(label)
}

/// The list's first sentence.
pub fn intro(themes: u32, figures: &Figures) -> String {
    format!(
        "Le logiciel a découpé {} en {} et rapproché ceux qui disent des choses voisines : {}, {}, et {}.",
        count::contributions(figures.contributions),
        count::verbatims(figures.verbatims),
        count::themes(themes),
        count::weak(figures.weak),
        counted(figures.unplaced, "verbatim non rapproché", "verbatims non rapprochés"),
    )
}

/// « 120 verbatims de 64 signataires, dans 80 contributions. »
pub fn size(verbatims: u32, signatories: u32, whole: u32) -> String {
    format!("{}, soit {} du corpus", super::tree::size(verbatims, signatories), share(verbatims, whole))
}

/// « Thème 3 »
pub fn rank(rank: u32) -> String {
    format!("Thème {}", number(rank))
}

/// The lead of a theme's page.
pub fn lead(verbatims: u32, signatories: u32, contributions: u32) -> String {
    format!(
        "{}. C’est le thème principal de {}.",
        super::tree::size(verbatims, signatories),
        count::contributions(contributions)
    )
}

/// How a theme got its name.
pub const NAMED: &str = "Le nom du thème est une expression relevée dans ses verbatims par le logiciel : personne ne l’a encore relu.";
/// Heading.
pub const TYPICAL: &str = "Ce qui s’y dit de plus typique";
/// Heading.
pub const TYPICAL_WORDS: &str = "Ses mots";
/// Heading.
pub const SAYS: &str = "Ce qu’il dit";
/// How it was chosen.
pub const SAYS_HOW: &str = "Quelques verbatims que le logiciel a choisis parce qu’ils résument bien le thème sans se répéter, par type.";
/// Heading.
pub const DIVIDES: &str = "Ce qui divise";
/// How it was found.
pub const DIVIDES_HOW: &str = "Des verbatims d’auteurs différents, qui parlent de la même chose et tirent en sens contraire. C’est le logiciel qui les a rapprochés : à vous de juger s’ils s’opposent.";
/// No division was found.
pub const NO_DIVIDE: &str =
    "Le logiciel n’y a relevé aucun désaccord net. Cela ne veut pas dire qu’il n’y en a pas.";
/// The label of the way from the root of the tree.
pub const PATH: &str = "Sa place dans l’arbre";
/// A table.
pub const BY_AREA: &str = "Par enjeu";
/// Below the tables.
pub const AREA_NOTE: &str =
    "Un verbatim peut relever de plusieurs enjeux : ce tableau-là peut dépasser le total du thème.";
/// The enjeux that aren't said.
pub const NO_AREA: &str = "Sans enjeu indiqué";
/// Leads to the map, this theme lit.
pub const ON_MAP: &str = "Voir ce thème sur la carte";

/// « À propos de « guichet » »
pub fn about(words: &str) -> String {
    format!("À propos de « {words} »")
}

/// How to read the words.
pub const WORDS_HOW: &str = "Les mots que l’on emploie ici bien plus qu’ailleurs. Le χ² (« khi-deux ») compare le nombre de verbatims du thème où le mot paraît au nombre attendu si le mot se répartissait au hasard : plus il est grand, plus le mot appartient au thème. La barre dit à quel point (χ², dessous) : au-dessus de 3,8, le hasard seul l’expliquerait moins d’une fois sur vingt.";

/// « χ² 143, dans 42 verbatims »
pub fn word(chi2: f64, verbatims: u32) -> String {
    let chi2 = if chi2 >= 100.0 { number_of(chi2) } else { decimal(chi2) };
    format!("χ² {chi2}, dans {}", count::verbatims(verbatims))
}

fn number_of(x: f64) -> String {
    let rounded = format!("{:.0}", x.clamp(0.0, 4e9));
    rounded.parse().map_or(rounded, number)
}

/// Heading.
pub const WHO: &str = "Qui en parle, et comment";
/// A table.
pub const BY_KIND: &str = "Par type";
/// A table.
pub const BY_COLLEGE: &str = "Par collège";
/// A table.
pub const BY_DEPARTEMENT: &str = "Par département";
/// The rest of a long table.
pub fn others(n: u32) -> String {
    counted(n, "autre département", "autres départements")
}
/// The territories that aren't said.
pub const NO_DEPARTEMENT: &str = "Sans département";
/// Heading.
pub const IN_MOTION: &str = "Dans le brouillon de motion";

/// « objectif 2 : Pour … »
pub fn objective(rank: u32) -> String {
    format!("Objectif {}", number(rank))
}

/// Not taken up.
pub const NOT_IN_MOTION: &str =
    "Aucun objectif du brouillon ne reprend ce thème. Ses verbatims sont tous dans l’annexe.";
/// Heading of the list.
pub const ALL: &str = "Tous ses verbatims";
/// How the list is ordered.
pub const ALL_ORDER: &str = "Du plus typique au moins typique.";
/// The label of the previous and next links.
pub const NEIGHBOURS: &str = "Thèmes voisins";
/// Leads to the corpus, filtered.
pub const SEARCH_IN: &str = "Chercher dans ces contributions";

/// How to use weak signals.
pub const WEAK_HOW: &str = "À lire un par un. Celui dont les mots sont rares mais se tiennent apporte souvent un sujet neuf ; celui qui est loin de tout peut être une expérience locale, ou une autre façon de dire ce que d’autres disent : les textes les plus proches, sur la page de sa contribution, aident à en juger.";
/// How to use what couldn’t be compared.
pub const UNPLACED_HOW: &str = "Ils se lisent ici en entier. Un texte trop court peut prendre sens à côté du reste de sa contribution, dont le numéro est sous chacun.";
/// The heading of the table of reasons.
pub const REASONS: &str = "Pourquoi";

/// Weak signals: the title and what they are.
pub const WEAK_LEAD: &str = "Ce que personne d’autre ne dit encore. Un signal faible n’est pas un reste : c’est un résultat, publié et compté comme les autres, avec la raison de son isolement.";
/// Unplaced: what they are.
pub const UNPLACED_LEAD: &str = "Trop courts, dans une autre langue, ou sans un mot que d’autres emploient : rien ne permet de les rapprocher. Ils sont publiés et comptés comme les autres.";
/// Nothing there.
pub const NO_WEAK: &str = "Cette analyse n’a isolé aucun verbatim : chacun ressemble à d’autres.";
/// Nothing there.
pub const NO_UNPLACED: &str = "Tous les verbatims de cette analyse ont pu être rapprochés ou distingués.";

/// « 31 verbatims sur 1 846 »
pub fn part(n: u32, whole: u32) -> String {
    format!("{} sur {}", count::verbatims(n), number(whole))
}

/// Before the reason of a weak signal.
pub const REASON: &str = "Pourquoi : ";
