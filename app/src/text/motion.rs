//! The draft of the motion.

use super::congress::coming_from;
use super::number::{count, counted, number, plural};
use domain::reading::Figures;

/// The page's title.
pub const TITLE: &str = "Brouillon de motion";
/// The mark of what a machine chose.
pub const MACHINE: &str = "brouillon automatique";
/// What the mark means.
pub const MACHINE_WHY: &str = "Ce texte a été assemblé par un logiciel et n’engage encore personne. Chaque phrase entre guillemets est la citation exacte d’une contribution, soulignée en pointillé tant qu’aucune personne ne l’a reprise à son compte ; son numéro mène à la source. Les intitulés viennent des thèmes.";
/// Heading.
pub const PREAMBLE: &str = "Préambule";
/// Heading.
pub const OBJECTIVES: &str = "Les objectifs";
/// The label of the notes.
pub const SOURCES: &str = "Sources";
/// What a person will write.
pub const POUR: &str = "Pour …";
/// How the words are offered.
pub const POUR_HOW: &str = "L’intitulé reste à écrire par une personne. Voici des formules relevées dans les contributions après « pour », « il faut » ou « nous demandons », à la lettre.";
/// The first word of an objective's heading.
pub const POUR_START: &str = "Pour";
/// Heading.
pub const DIVIDES: &str = "Ce qui divise";
/// How pairs were found.
pub const DIVIDES_HOW: &str = "Des verbatims d’auteurs différents qui tirent en sens contraire. C’est le logiciel qui les a rapprochés : à vous de juger s’ils s’opposent.";
/// No pair.
pub const NO_DIVIDE: &str = "Le logiciel n’a pas relevé ici deux verbatims qui s’opposent sur un même objet. Cela ne veut pas dire que tous sont d’accord.";
/// Link to the file.
pub const PDF: &str = "Télécharger le dossier en PDF";
/// Heading of what isn't quoted.
pub const REST: &str = "Et le reste ?";

/// « Objectif 1 »
pub fn objective(rank: u32) -> String {
    format!("Objectif {}", number(rank))
}

/// The preamble: where the text comes from, in figures.
pub fn preamble(organiser: &str, figures: &Figures) -> String {
    let by = match figures.signatories {
        0 => String::new(),
        n => format!(" de {}", count::signatories(n)),
    };
    let from = match figures.departements {
        0 => String::new(),
        n => format!("{}{}", coming_from(figures), count::departements(n)),
    };
    let whose =
        if organiser.is_empty() { String::new() } else { format!(" Organisation\u{a0}: {organiser}.") };
    format!("Ce texte s’appuie sur {}{by}{from}.{whose}", count::contributions(figures.contributions))
}

/// The preamble: what was done with the words.
pub fn method(figures: &Figures, quoted: u32) -> String {
    format!(
        "Le logiciel y a reconnu {}, dont {} {} en thèmes, {} et {}. Ce brouillon en cite {}. Tous sont publiés, jusqu’aux signaux faibles.",
        count::verbatims(figures.verbatims),
        number(figures.in_themes),
        plural(figures.in_themes, "rapproché", "rapprochés"),
        count::weak(figures.weak),
        counted(figures.unplaced, "verbatim non rapproché", "verbatims non rapprochés"),
        number(quoted),
    )
}

/// « Établi le 20 octobre 2026 à 18 h à partir de l’analyse n° 3 »
pub fn drafted(moment: &str, run: u32) -> String {
    format!("Établi le {moment}, à partir de l’analyse n° {}", number(run))
}

/// « Source de la phrase 5 : contribution C-0421 »
pub fn source(sentence: u32, contribution: &str) -> String {
    format!("Source de la phrase {} : contribution {contribution}", number(sentence))
}

/// Back from the note to the sentence.
pub fn to_sentence(sentence: u32) -> String {
    format!("Retrouver la phrase {} dans le texte", number(sentence))
}

/// What becomes of what isn't quoted.
pub fn rest(figures: &Figures, quoted: u32) -> String {
    let left = figures.verbatims.saturating_sub(quoted);
    match left {
        0 => "Ce brouillon cite tous les verbatims du corpus.".to_owned(),
        1 => format!(
            "{} n’est pas cité ici. Il reste à lire dans son thème ou parmi ce qui n’en relève pas, et figure dans l’annexe du dossier.",
            count::verbatims(left)
        ),
        _ => format!(
            "{} ne sont pas cités ici. Ils restent à lire thème par thème, avec {} que ce brouillon ne reprend pas encore, et figurent tous dans l’annexe du dossier.",
            count::verbatims(left),
            count::weak(figures.weak)
        ),
    }
}

/// No objective.
pub const NO_OBJECTIVE: &str =
    "Le corpus est trop petit pour former des thèmes : aucun objectif n’a pu être proposé.";
/// No objective: what one can do.
pub const NO_OBJECTIVE_HOW: &str =
    "Les contributions se lisent en entier, et peuvent nourrir une motion écrite à la main.";
/// No draft.
pub const NONE: &str = "Aucun brouillon n’a encore été établi.";
/// No draft: what one can do.
pub const NONE_HOW: &str = "Il paraîtra ici après l’analyse des contributions, chaque phrase reliée à la contribution d’où elle vient.";

#[cfg(test)]
mod tests {
    use super::*;
    use domain::reading::Withheld;

    #[test]
    fn words_agree_with_what_is_counted() {
        let one = Figures {
            withheld: Withheld::default(),
            contributions: 1,
            signatories: 1,
            departements: 1,
            verbatims: 2,
            in_themes: 1,
            weak: 0,
            unplaced: 1,
        };
        assert!(preamble("", &one).contains("1\u{a0}signataire, venu de 1\u{a0}département"));
        let nobody = Figures { contributions: 3, signatories: 0, ..one };
        assert!(preamble("", &nobody).contains("3\u{a0}contributions, venues de"));
        assert!(
            method(&one, 1).contains(
                "dont 1 rapproché en thèmes, 0\u{a0}signal faible et 1\u{a0}verbatim non rapproché."
            )
        );
        assert!(rest(&one, 1).starts_with("1\u{a0}verbatim n’est pas cité ici. Il reste"));
        assert!(rest(&one, 0).starts_with("2\u{a0}verbatims ne sont pas cités ici. Ils restent"));
        assert_eq!(crate::text::congress::all_themes(1), "Le thème et ce qui n’en relève pas");
    }
}
