//! What the motion's pages say of what they show.

use domain::reading::{Figures, PublishedLine};
use domain::wording::{
    BlockKind, ChangeKind, Field, Gauge, Origin, PastedError, RevisionAct, Shape, Stage, StageRefusal,
    Stance, Words, WordsError,
};

use crate::text::number::{count, counted, decimal, number, plural};

/// What a shape is called.
pub fn shape(of: Shape) -> &'static str {
    match of {
        Shape::Objectives => "Des objectifs « Pour … », en prose",
        Shape::Principles => "Des principes, avec des propositions numérotées",
        Shape::Own => "Une forme libre",
    }
}

/// What a motion begins with.
pub fn origin(of: Origin) -> &'static str {
    match of {
        Origin::Draft => "Le brouillon de la dernière analyse",
        Origin::Text => "Un texte, par exemple la motion de l’an dernier",
        Origin::Nothing => "Une page blanche",
    }
}

/// « Après Paragraphe : La fibre s’arrête… »
pub fn behind(called: &str, words: &str) -> String {
    let begins: String = words.chars().take(40).collect();
    format!("Après {called} : {begins}…")
}

/// What a block is called, with its number where it has one.
pub fn block(kind: BlockKind, rank: Option<u32>, of: Shape) -> String {
    let name = match (kind, of) {
        (BlockKind::Preamble, _) => "Préambule",
        (BlockKind::Heading, Shape::Objectives) => "Objectif",
        (BlockKind::Heading, Shape::Principles) => "Principe",
        (BlockKind::Heading, Shape::Own) => "Partie",
        (BlockKind::Paragraph, _) => "Paragraphe",
        (BlockKind::Proposition, _) => "Proposition",
    };
    rank.map_or_else(|| name.to_owned(), |rank| format!("{name} {}", number(rank)))
}

/// What verbatims stand beside a block for.
pub fn stance(of: Stance) -> &'static str {
    match of {
        Stance::Support => "À l’appui",
        Stance::Nuance => "Nuance",
        Stance::Disagreement => "Désaccord",
    }
}

/// What a stage is called.
pub fn stage(of: Stage) -> &'static str {
    match of {
        Stage::Draft => "En rédaction",
        Stage::Amendable => "Soumise aux amendements",
        Stage::Debated => "En débat",
        Stage::Adopted => "Adoptée",
        Stage::HandedOver => "Remise",
    }
}

/// The button that leads to a stage.
pub fn to_stage(of: Stage) -> &'static str {
    match of {
        Stage::Draft => "Rouvrir la rédaction",
        Stage::Amendable => "Soumettre aux amendements",
        Stage::Debated => "Ouvrir le débat",
        Stage::Adopted => "Noter l’adoption",
        Stage::HandedOver => "Noter la remise",
    }
}

/// Why a motion can't go on.
pub fn refused(of: StageRefusal) -> String {
    match of {
        StageRefusal::Over => "La motion est remise : il n’y a plus d’étape.".to_owned(),
        StageRefusal::NoVersion => {
            "Publiez d’abord une version : on n’amende que ce qu’on peut lire.".to_owned()
        }
        StageRefusal::Changed => {
            "Le texte diffère de la dernière version publiée : publiez-le d’abord.".to_owned()
        }
        StageRefusal::Machine(left) => {
            format!("{} : une assemblée n’adopte que des phrases dont quelqu’un répond.", machine_left(left))
        }
        StageRefusal::Amendments(1) => {
            "Un amendement attend encore son vote, ou d’être reporté dans le texte à la main : l’adoption vient après.".to_owned()
        }
        StageRefusal::Amendments(left) => format!(
            "{} amendements attendent encore leur vote, ou d’être reportés dans le texte à la main : l’adoption vient après.",
            number(left)
        ),
    }
}

/// How a wording came.
pub fn act(of: RevisionAct) -> &'static str {
    match of {
        RevisionAct::Drafted => "Brouillon automatique",
        RevisionAct::Added => "Ajout",
        RevisionAct::Written => "Rédaction",
        RevisionAct::Accepted => "Phrase reprise",
        RevisionAct::Restored => "Texte rétabli",
        RevisionAct::Amended => "Amendement adopté",
        RevisionAct::Removed => "Retrait",
        RevisionAct::PutBack => "Remise dans le texte",
    }
}

/// What became of a block.
pub fn change(of: ChangeKind) -> &'static str {
    match of {
        ChangeKind::Same => "inchangé",
        ChangeKind::Changed => "modifié",
        ChangeKind::Added => "ajouté",
        ChangeKind::Removed => "supprimé",
    }
}

/// What a field says.
pub fn field(of: Field, figures: &Figures) -> String {
    let n = of.of(figures);
    match of {
        Field::Contributions => count::contributions(n),
        Field::Signatories => count::signatories(n),
        Field::Departements => count::departements(n),
        Field::Verbatims => count::verbatims(n),
        Field::Weak => count::weak(n),
        Field::Unplaced => counted(n, "verbatim non rapproché", "verbatims non rapprochés"),
    }
}

/// « 12 phrases sont encore du brouillon automatique »
pub fn machine_left(n: u32) -> String {
    match n {
        0 => "Aucune phrase n’est plus du brouillon automatique".to_owned(),
        n => format!(
            "{} {} encore du brouillon automatique",
            counted(n, "phrase", "phrases"),
            plural(n, "est", "sont")
        ),
    }
}

/// « 120 verbatims restent à traiter »
pub fn pending_left(n: u32) -> String {
    match n {
        0 => "Chaque verbatim de l’analyse a une suite".to_owned(),
        n => format!(
            "{} {} à traiter : la suite qui {} est donnée reste à dire",
            count::verbatims(n),
            plural(n, "reste", "restent"),
            plural(n, "lui", "leur")
        ),
    }
}

/// « 3,8 pages sur les 4 que lit un ministre »
pub fn gauge(of: Gauge) -> String {
    let pages = decimal(f64::from(of.tenths()) / 10.0);
    let over = if of.is_over() { " : c’est trop long" } else { "" };
    let word = plural(of.tenths() / 10, "page", "pages");
    format!("Longueur : {pages} {word}, pour les {} que lit un ministre{over}.", number(Gauge::MOST_PAGES))
}

/// « Nadia Le Bihan l’écrit jusqu’à 10 h 45 »
pub fn held(name: &str, until: &str) -> String {
    format!("{name} écrit ce passage, jusqu’à {until} au plus tard.")
}

/// « Vous écrivez ce passage jusqu’à 10 h 45 »
pub fn yours(until: &str) -> String {
    format!("Ce passage est à vous jusqu’à {until} ; enregistrez ou rendez-le avant.")
}

/// « Dernière rédaction par … le … »
pub fn written(by: Option<&str>, moment: &str) -> String {
    format!("{}, {moment}", by.unwrap_or("Le logiciel"))
}

/// « 2 verbatims à côté »
pub fn sources(n: u32) -> String {
    format!("{} à côté", count::verbatims(n))
}

/// « Version 2 »
pub fn version(n: u32) -> String {
    format!("Version {}", number(n))
}

/// « Version 2, publiée le … par … »
pub fn published(line: &PublishedLine, moment: &str) -> String {
    let by = line.by.as_ref().map(|by| format!(" par {by}")).unwrap_or_default();
    format!("{}, publiée le {moment}{by}", version(line.number.get()))
}

/// « Version 1 → version 2 »
pub fn compared(before: u32, after: u32) -> String {
    format!("Ce qui change de la version {} à la version {}", number(before), number(after))
}

/// Why words can't stand, and how to mend them.
pub fn wrong(error: &WordsError) -> String {
    match error {
        WordsError::Empty => "Le texte est vide : écrivez-le, ou retirez le passage.".to_owned(),
        WordsError::TooLong(chars) => format!(
            "{} caractères : un passage en a {} au plus. Coupez-le en deux.",
            number(u32::try_from(*chars).unwrap_or(u32::MAX)),
            number(u32::try_from(Words::MAX_CHARS).unwrap_or(u32::MAX))
        ),
        WordsError::OpenEmphasis(words) => format!(
            "L’astérisque près de « {words} » n’a pas son pendant sur la ligne : fermez l’italique, ou écrivez \\* pour une astérisque."
        ),
        WordsError::OpenField(words) => format!(
            "L’accolade avant « {words} » n’est pas fermée : ajoutez }}, ou écrivez \\{{ pour une accolade."
        ),
        WordsError::UnknownField(name) => format!(
            "Aucun chiffre ne s’appelle « {name} » : les noms possibles sont indiqués au-dessus du texte."
        ),
    }
}

/// Why a pasted text can't be taken.
pub fn unpasted(error: &PastedError) -> String {
    let n = |n: &usize| number(u32::try_from(*n).unwrap_or(u32::MAX));
    match error {
        PastedError::Empty => {
            "Le texte de départ est vide : collez-le, ou choisissez de partir d’une page blanche.".to_owned()
        }
        PastedError::TooLong(chars) => {
            format!("{} caractères : c’est plus qu’une motion. Collez-en une partie.", n(chars))
        }
        PastedError::TooMany(blocks) => {
            format!("{} paragraphes : c’est plus qu’une motion. Collez-en une partie.", n(blocks))
        }
        PastedError::Paragraph(begins, error) => {
            format!("Au paragraphe qui commence par « {begins} » : {}", wrong(error))
        }
    }
}
