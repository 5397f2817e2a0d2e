//! The motion that people write.

mod told;

pub use told::{
    act, behind, block, change, compared, field, gauge, held, machine_left, origin, pending_left, published,
    refused, shape, sources, stage, stance, to_stage, unpasted, version, written, wrong, yours,
};

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
/// A block changed its place.
pub const MOVED: &str = "déplacé";
/// The sentences of a preamble to begin with.
pub const PREAMBLE: [&str; 2] = [
    "Ce texte s’appuie sur {contributions} de {signataires}.",
    "Leur lecture a distingué {verbatims}, dont {signaux-faibles} ; tous sont publiés en annexe.",
];
