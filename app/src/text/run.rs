//! Runs, and what moved from one to another.

use domain::reading::Comparison;

mod parameters;

pub use parameters::{Parameter, parameters};

use super::number::{count, counted, decimal, number, plural};

/// The list's title.
pub const TITLE: &str = "Analyses";
/// What a run is.
pub const LEAD: &str = "Une analyse est numérotée, et sa recette est conservée : les mêmes textes, avec la même recette, donnent le même résultat. Le site montre la dernière qui a abouti.";
/// No run.
pub const NONE: &str = "Aucune analyse n’a encore été lancée.";
/// No run: what one can do.
pub const NONE_HOW: &str = "L’organisateur en lance une par « pleniere analyse --congress ADRESSE ». Les contributions se lisent et se cherchent dès maintenant.";
/// The one that pages show.
pub const SHOWN: &str = "celle que montre le site";
/// The corpus isn't what the run has read.
pub const CHANGED: &str = "Des contributions sont arrivées ou ont changé depuis l’analyse que montre le site : la prochaine les lira.";
/// While one is running.
pub const REFRESH: &str = "Actualiser";
/// While one is running.
pub const RUNNING: &str = "Une analyse est en cours. Vous pouvez quitter cette page, elle continue ; en attendant, le site montre la précédente.";
/// A failed run.
pub const FAILED: &str = "N’a pas abouti";
/// A failed run: what is still there.
pub const FAILED_KEEPS: &str =
    "Rien n’a été perdu : le site montre toujours la dernière analyse qui a abouti.";
/// Heading.
pub const RECIPE: &str = "Sa recette";
/// Heading.
pub const FIGURES: &str = "Son résultat";
/// Heading.
pub const COMPARE: &str = "La comparer";
/// A term of the recipe.
pub const CORPUS: &str = "Empreinte des textes";
/// A term of the recipe.
pub const SEED: &str = "Graine du hasard";
/// A term of the recipe.
pub const ENGINE: &str = "Version du moteur";
/// A term of the recipe.
pub const PARAMETERS: &str = "Réglages";
/// A term of the recipe.
pub const PREDECESSOR: &str = "Partie de";
/// The first run.
pub const NO_PREDECESSOR: &str =
    "de rien : c’est la première, ou elle a été faite sans s’appuyer sur une autre";
/// What the recipe is for.
pub const RECIPE_HOW: &str = "L’empreinte change dès qu’un seul caractère d’un seul texte change. La graine fixe ce qui se tire au sort : deux analyses de même recette donnent, octet pour octet, le même résultat.";
/// What it means to start from another run.
pub const PREDECESSOR_HOW: &str = "Partir de la précédente garde à chaque thème son nom et sa couleur, et à chaque point sa place, tant que les textes le permettent.";
/// When it began.
pub const BEGAN: &str = "Lancée";
/// When it ended.
pub const ENDED: &str = "Finie";

/// « Analyse n° 3 »
pub fn run(n: u32) -> String {
    format!("Analyse n°\u{a0}{}", number(n))
}

/// « Étape 3 sur 8 »
pub fn step(step: u32, steps: u32) -> String {
    match step {
        0 => "En attente de commencer".to_owned(),
        _ => format!("En cours, étape {} sur {}", number(step), number(steps)),
    }
}

/// « le 20 octobre 2026 à 18 h 02 »
pub fn at(moment: &str) -> String {
    format!("le {moment}")
}

/// The result in a sentence.
pub fn result(contributions: u32, themes: Option<u32>, in_themes: u32, weak: u32, unplaced: u32) -> String {
    let themes = themes.map_or_else(|| "aucun thème, le corpus étant trop petit".to_owned(), count::themes);
    format!(
        "{} lues. {themes}\u{a0}: {} rapprochés, {}, {}.",
        count::contributions(contributions),
        count::verbatims(in_themes),
        count::weak(weak),
        counted(unplaced, "non rapproché", "non rapprochés"),
    )
}

/// « Comparer avec l’analyse n° 2 »
pub fn compare_with(n: u32) -> String {
    format!("Ce qui a bougé depuis l’analyse n°\u{a0}{}", number(n))
}

/// The title of a comparison.
pub fn comparison(before: u32, after: u32) -> String {
    format!("De l’analyse n°\u{a0}{} à la n°\u{a0}{}", number(before), number(after))
}

/// The lead of a comparison.
pub fn moved(of: &Comparison) -> String {
    match (of.shared, of.moved) {
        (0, _) => "Ces deux analyses n’ont aucun verbatim en commun.".to_owned(),
        (shared, 0) => {
            format!("{} dans les deux, et aucun n’a changé de place.", are_common(shared))
        }
        (shared, moved) => format!(
            "{} dans les deux\u{a0}: {} à leur place, {} ailleurs.",
            are_common(shared),
            counted(of.stayed, "est resté", "sont restés"),
            counted(moved, "est maintenant", "sont maintenant"),
        ),
    }
}

fn are_common(shared: u32) -> String {
    format!("{} {}", count::verbatims(shared), plural(shared, "figure", "figurent"))
}

/// What came and went.
pub fn arrived(arrived: u32, gone: u32) -> Option<String> {
    let come = (arrived > 0).then(|| format!("{} de plus dans la seconde", count::verbatims(arrived)));
    let left = (gone > 0).then(|| format!("{} seulement dans la première", count::verbatims(gone)));
    let said: Vec<String> = [come, left].into_iter().flatten().collect();
    (!said.is_empty()).then(|| format!("{}.", said.join(", ")))
}

/// The agreement in words and as a number.
pub fn agreement(of: f64) -> String {
    let words = match of {
        of if of >= 0.95 => "presque le même découpage",
        of if of >= 0.85 => "le même découpage, à quelques verbatims près",
        of if of >= 0.6 => "un découpage proche, dont certaines frontières ont bougé",
        of if of >= 0.3 => "un découpage qui a nettement changé",
        _ => "un autre découpage",
    };
    format!(
        "Accord des deux analyses\u{a0}: {} sur 100, soit {words}. C’est l’indice de Rand ajusté sur les verbatims communs\u{a0}: 100 s’ils sont regroupés de la même façon, 0 si l’on avait tiré au sort.",
        decimal((of * 100.0).round())
    )
}

/// A table.
pub const FLOWS: &str = "D’où vers où";
/// A column.
pub const FROM: &str = "Était dans";
/// A column.
pub const TO: &str = "Est dans";
/// Heading.
pub const BORN: &str = "Thèmes nouveaux";
/// Heading.
pub const DIED: &str = "Thèmes qui ne sont pas repris";
/// Heading.
pub const MOVED: &str = "Les verbatims qui ont changé de place";
/// None.
pub const NO_BORN: &str = "Aucun : chaque thème en continue un autre.";
/// None.
pub const NO_DIED: &str = "Aucun : chacun a une suite.";
/// Before where a verbatim stood.
pub const WAS: &str = "Était dans\u{a0}: ";
/// Before where a verbatim stands.
pub const IS: &str = "Est dans\u{a0}: ";
/// The way back.
pub const BACK: &str = "Toutes les analyses";
