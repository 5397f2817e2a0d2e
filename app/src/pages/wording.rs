//! The motion that people write.

pub mod block;
pub mod compare;
pub mod desk;
pub mod history;
pub mod publish;
pub mod start;
pub mod version;
pub(crate) mod words;

/// The names of the fields of its forms.
pub mod name {
    /// What is done.
    pub const ACT: &str = "geste";
    /// What the motion is called.
    pub const TITLE: &str = "titre";
    /// How it is worded.
    pub const SHAPE: &str = "forme";
    /// What it begins with.
    pub const ORIGIN: &str = "depart";
    /// The words of a block, or a whole text to begin with.
    pub const WORDS: &str = "texte";
    /// A block.
    pub const BLOCK: &str = "passage";
    /// What a block is.
    pub const KIND: &str = "genre";
    /// The block that another stands behind.
    pub const AFTER: &str = "apres";
    /// The version that was read.
    pub const FROM: &str = "version";
    /// A sentence of the machine's.
    pub const SENTENCE: &str = "phrase";
    /// The number of a contribution.
    pub const CONTRIBUTION: &str = "contribution";
    /// Words of it.
    pub const EXTRACT: &str = "extrait";
    /// What they stand there for.
    pub const STANCE: &str = "position";
    /// A citation.
    pub const CITATION: &str = "source";
    /// The hash of what was read.
    pub const SEEN: &str = "vu";
}

/// What forms ask for.
pub mod act {
    /// Begins the motion.
    pub const START: &str = "commencer";
    /// Calls it otherwise.
    pub const RETITLE: &str = "intituler";
    /// Adds a block.
    pub const ADD: &str = "ajouter";
    /// Moves one up.
    pub const UP: &str = "monter";
    /// Moves one down.
    pub const DOWN: &str = "descendre";
    /// Takes one out.
    pub const REMOVE: &str = "retirer";
    /// Puts one in again.
    pub const PUT_BACK: &str = "remettre";
    /// Takes the lease of one.
    pub const TAKE: &str = "ecrire";
    /// Gives it back.
    pub const GIVE_BACK: &str = "rendre";
    /// Saves its words.
    pub const SAVE: &str = "enregistrer";
    /// Accepts a sentence.
    pub const ACCEPT: &str = "reprendre";
    /// Accepts them all.
    pub const ACCEPT_ALL: &str = "tout-reprendre";
    /// Brings an earlier wording back.
    pub const RESTORE: &str = "retablir";
    /// Puts a verbatim beside.
    pub const ATTACH: &str = "rattacher";
    /// Takes one away.
    pub const DETACH: &str = "detacher";
    /// Publishes a version.
    pub const PUBLISH: &str = "publier";
    /// Takes the motion to its next stage.
    pub const ADVANCE: &str = "avancer";
}
