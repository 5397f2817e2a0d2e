//! The tree.

use domain::analysis::{Choice, Confidence};

use super::number::{count, counted, decimal, number, share};

/// The page's title.
pub const TITLE: &str = "Arbre";
/// What it is.
pub const LEAD: &str = "Au tronc, ce que le plus de signataires partagent ; plus on s’en éloigne, plus c’est particulier. Chaque feuille est un thème, et mène à tous ses verbatims.";
/// Below the picture.
pub const PICTURE_HOW: &str = "Plus une feuille est à gauche, plus la part des signataires qui s’y expriment est grande. L’épaisseur d’une branche dit combien de signataires elle porte.";
/// The theme of whoever asks.
pub const HERE: &str = "Vous êtes ici";
/// The left end of the picture.
pub const SHARED: &str = "le plus partagé";
/// The right end of the picture.
pub const PARTICULAR: &str = "le plus particulier";
/// The root.
pub const TRUNK: &str = "Le tronc";
/// The heading of how many themes there are.
pub const HOW_MANY: &str = "Combien de thèmes, et à quel point c’est sûr";
/// The heading of the nested list.
pub const LIST: &str = "L’arbre en toutes lettres";
/// Only on paper.
pub const MARGIN: &str = "La marge est laissée libre pour vos notes.";
/// No tree.
pub const NONE: &str = "Aucune analyse n’a encore formé de thèmes.";
/// No tree: what one can do.
pub const NONE_HOW: &str = "L’arbre paraîtra ici après l’analyse, dès que les contributions seront assez nombreuses. En attendant, elles se lisent et se cherchent.";
/// A table.
pub const COMPARED: &str = "Les nombres comparés";
/// A column.
pub const THEMES: &str = "Thèmes";
/// A column.
pub const SCORE: &str = "Note";
/// The row that was chosen.
pub const CHOSEN: &str = "retenu";

/// The picture in words.
pub fn label(themes: u32) -> String {
    format!(
        "Arbre de {}, du plus partagé au plus particulier. La liste qui suit dit la même chose.",
        count::themes(themes)
    )
}

/// « , 18 % des signataires »; nothing where nobody signed.
pub fn shared(signatories: u32, whole: u32) -> String {
    match whole {
        0 => String::new(),
        _ => format!(", {} des signataires", share(signatories, whole)),
    }
}

/// « 302 verbatims de 111 signataires »; « 302 verbatims » where nobody signed.
pub fn size(verbatims: u32, signatories: u32) -> String {
    match signatories {
        0 => count::verbatims(verbatims),
        n => format!("{} de {}", count::verbatims(verbatims), count::signatories(n)),
    }
}

/// « 302 verbatims, répartis en 4 thèmes »
pub fn branch(verbatims: u32, themes: u32) -> String {
    format!("{} en {}", count::verbatims(verbatims), count::themes(themes))
}

/// « Nombre de thèmes : 11, choisi par la machine ; division nette. »
pub fn choice(choice: &Choice) -> String {
    let themes = number(choice.themes);
    match choice.confidence {
        Confidence::Given => format!("Nombre de thèmes\u{a0}: {themes}, fixé par une personne."),
        Confidence::High => {
            format!("Nombre de thèmes\u{a0}: {themes}, choisi par la machine ; division nette.")
        }
        Confidence::Fair => {
            format!("Nombre de thèmes\u{a0}: {themes}, choisi par la machine ; division moyenne.")
        }
        Confidence::Low => {
            format!("Nombre de thèmes\u{a0}: {themes}, choisi par la machine ; division faible.")
        }
    }
}

/// What that confidence means.
pub fn confidence(choice: &Choice) -> String {
    let agreement = format!(
        "Accord mesuré entre plusieurs départs\u{a0}: {} sur 100 (indice de Rand ajusté).",
        decimal((choice.agreement * 100.0).round())
    );
    let means = match choice.confidence {
        Confidence::Given => {
            "La machine n’a pas eu à choisir ce nombre ; elle dit seulement si d’autres départs retrouvent les mêmes thèmes."
        }
        Confidence::High => {
            "En recommençant autrement, ou avec un thème de plus ou de moins, on retrouve presque les mêmes thèmes : on peut s’y fier pour parler du corpus."
        }
        Confidence::Fair => {
            "En recommençant autrement, on retrouve l’essentiel, mais certaines frontières bougent : deux thèmes voisins peuvent se lire ensemble."
        }
        Confidence::Low => {
            "En recommençant autrement, on trouve d’autres découpages : celui-ci est une lecture possible parmi d’autres, à discuter avant de s’en servir."
        }
    };
    format!("{means} {agreement}")
}

/// What stands outside the tree: « 31 signaux faibles »
pub fn outside(weak: u32, unplaced: u32) -> (String, String) {
    (count::weak(weak), counted(unplaced, "verbatim non rapproché", "verbatims non rapprochés"))
}

/// Before what stands outside.
pub const OUTSIDE: &str = "Hors de l’arbre\u{a0}: ";
