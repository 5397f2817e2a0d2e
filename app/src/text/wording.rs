//! The motion that people write.

use domain::reading::{Figures, PublishedLine};
use domain::wording::{
    BlockKind, ChangeKind, Field, Gauge, Origin, PastedError, RevisionAct, Shape, Stage, StageRefusal,
    Stance, Words, WordsError,
};

use super::number::{count, counted, decimal, number, plural};

/// The title of the page where it is written.
pub const TITLE: &str = "Motion";
/// What this page is.
pub const LEAD: &str = "Le texte qui sera amendé, voté et remis. Il s’écrit paragraphe par paragraphe ; chaque rédaction est gardée.";
/// Before it began.
pub const BEGIN: &str = "Commencer la motion";
/// A field.
pub const NAME: &str = "Titre de la motion";
/// A field.
pub const SHAPE: &str = "Forme";
/// A field.
pub const ORIGIN: &str = "Partir de quoi ?";
/// Where there is no draft.
pub const NO_DRAFT: &str = "Aucun brouillon n’a été établi : lancez d’abord l’analyse, ou partez d’un texte.";
/// A field.
pub const TEXT: &str = "Texte de départ";
/// Its hint.
pub const TEXT_HINT: &str = "Seulement si vous partez d’un texte : collez-le ici, les paragraphes séparés par une ligne vide. Un intitulé commence par « Pour », « Objectif » ou « Principe » ; une proposition par « Proposition ».";
/// A button.
pub const START: &str = "Commencer";
/// A congress has one motion.
pub const STARTED: &str = "La motion de ce congrès est déjà commencée : la voici.";
/// A heading.
pub const OUTLINE: &str = "Le texte";
/// A heading.
pub const ADD: &str = "Ajouter";
/// A field.
pub const KIND: &str = "Quoi ?";
/// A field.
pub const AFTER: &str = "Où ?";
/// At the beginning.
pub const FIRST: &str = "Au début";
/// A field.
pub const WORDS: &str = "Le texte";
/// Its hint.
pub const WORDS_HINT: &str = "*mots* pour l’italique, « - » ou « 1. » en début de ligne pour une liste. Les chiffres s’écrivent par leur nom et restent vrais : {contributions}, {signataires}, {departements}, {verbatims}, {signaux-faibles}, {non-rapproches}.";
/// A button.
pub const WRITE: &str = "Écrire";
/// A button.
pub const UP: &str = "Monter";
/// A button.
pub const DOWN: &str = "Descendre";
/// A button.
pub const REMOVE: &str = "Retirer du texte";
/// A button.
pub const PUT_BACK: &str = "Remettre dans le texte";
/// A heading.
pub const REMOVED: &str = "Ce qui a été retiré";
/// What is true of it.
pub const REMOVED_HOW: &str = "Rien n’est perdu : ces passages gardent leurs mots et leur historique.";
/// A heading.
pub const HEAD: &str = "Titre et forme";
/// A heading.
pub const PUBLISHING: &str = "Publier";
/// A link.
pub const TO_PUBLISH: &str = "Publier une version, passer à l’étape suivante…";
/// A heading.
pub const VERSIONS: &str = "Versions publiées";
/// None yet.
pub const NO_VERSION: &str = "Aucune version n’est publiée.";
/// It was done.
pub const DONE: &str = "C’est fait.";
/// It wasn't.
pub const NOT_DONE: &str = "Rien n’a été changé : le passage est pris par une autre personne, il a été retiré, ou le texte est arrêté.";
/// Once the words are settled.
pub const SETTLED: &str = "Le texte est adopté : ses mots ne changent plus.";
/// A link.
pub const HISTORY: &str = "Historique";
/// A button.
pub const SAVE: &str = "Enregistrer";
/// A button.
pub const GIVE_BACK: &str = "Rendre sans enregistrer";
/// Somebody else saved in between.
pub const STALE: &str = "Ce passage a été changé pendant que vous écriviez. Rien n’est enregistré et rien n’est perdu : voici les deux textes. Reprenez dans le vôtre ce que vous voulez garder de l’autre, puis enregistrez.";
/// Somebody else is writing.
pub const HELD_WHILE: &str = "Une autre personne écrit ce passage en ce moment. Rien n’est enregistré et rien n’est perdu : votre texte est encore ci-dessous. Enregistrez-le quand elle l’aura rendu.";
/// A heading.
pub const THEIRS: &str = "Le texte tel qu’il est maintenant";
/// A heading.
pub const DIFFERENCE: &str = "Ce que le vôtre y changerait";
/// The block was taken out.
pub const GONE: &str =
    "Ce passage a été retiré du texte : remettez-le d’abord. Votre texte est encore ci-dessous.";
/// A heading.
pub const MACHINE: &str = "Phrases proposées par le logiciel";
/// What accepting means.
pub const MACHINE_HOW: &str = "Une phrase reste « brouillon automatique » jusqu’à ce qu’une personne la reprenne à son compte ou la récrive.";
/// A button.
pub const ACCEPT: &str = "Reprendre à mon compte";
/// A button.
pub const ACCEPT_ALL: &str = "Les reprendre toutes";
/// A heading.
pub const SOURCES: &str = "Ce qui appuie ce passage, et ce qui le contredit";
/// None.
pub const NO_SOURCE: &str = "Aucun verbatim n’est rattaché à ce passage.";
/// A heading.
pub const CITE: &str = "Rattacher un verbatim";
/// A field.
pub const CONTRIBUTION: &str = "Numéro de la contribution";
/// A field.
pub const EXTRACT: &str = "Mots cités";
/// Its hint.
pub const EXTRACT_HINT: &str = "À la lettre. Rien si la contribution ne contient qu’un verbatim.";
/// A field.
pub const STANCE: &str = "Position";
/// A button.
pub const ATTACH: &str = "Rattacher";
/// A button.
pub const DETACH: &str = "Détacher";
/// No contribution.
pub const NO_CONTRIBUTION: &str =
    "L’analyse ne contient aucun verbatim de cette contribution : vérifiez son numéro, comme C-0421.";
/// The words aren't in it.
pub const NO_EXTRACT: &str = "Ces mots ne figurent pas à la lettre dans un verbatim de cette contribution : copiez-les depuis sa page.";
/// A button.
pub const RESTORE: &str = "Rétablir ce texte";
/// What history shows.
pub const HISTORY_LEAD: &str =
    "Chaque rédaction, la dernière d’abord, avec ce qu’elle changeait à la précédente.";
/// Said before what is taken out.
pub const TAKEN: &str = " (supprimé : ";
/// Said before what is put in.
pub const PUT: &str = " (ajouté : ";
/// Said after either.
pub const END: &str = ") ";
/// A button.
pub const PUBLISH: &str = "Publier cette version";
/// Nothing to publish.
pub const UNCHANGED: &str = "Rien n’a changé depuis la dernière version : il n’y a rien à publier.";
/// Nothing to publish.
pub const EMPTY: &str = "Le texte est vide : il n’y a rien à publier.";
/// The words changed while one looked.
pub const CHANGED: &str =
    "Le texte a changé pendant que vous regardiez : relisez ce qui reste à faire, puis publiez.";
/// A heading.
pub const LEFT: &str = "Ce qui reste à faire";
/// What publishing does.
pub const PUBLISH_HOW: &str = "Une version publiée porte un numéro, une adresse et une empreinte ; elle ne change plus jamais. Le texte, lui, peut continuer d’évoluer.";
/// A heading.
pub const STAGE: &str = "Étape";
/// There is no way back.
pub const NO_WAY_BACK: &str = "Une étape franchie ne se reprend pas.";
/// Under a block whose sentences are the machine's.
pub const HASH: &str = "Empreinte du document";
/// A link.
pub const COMPARE: &str = "Comparer";
/// A block changed its place.
pub const MOVED: &str = "déplacé";

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

/// The sentences of a preamble to begin with.
pub const PREAMBLE: [&str; 2] = [
    "Ce texte s’appuie sur {contributions} de {signataires}.",
    "Leur lecture a distingué {verbatims}, dont {signaux-faibles} ; tous sont publiés en annexe.",
];

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

/// « 120 verbatims ne sont rattachés à aucun passage »
pub fn uncited_left(n: u32) -> String {
    match n {
        0 => "Tous les verbatims de l’analyse sont rattachés à un passage".to_owned(),
        n => format!(
            "{} {} à aucun passage : la suite qui leur est donnée reste à dire",
            count::verbatims(n),
            plural(n, "n’est rattaché", "ne sont rattachés")
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
