//! Amendments.

pub mod desk;
pub mod form;
pub mod item;
pub mod judge;
pub mod list;
pub mod one;
pub mod oral;

/// The names of the fields of its forms.
pub mod name {
    /// What is done.
    pub const ACT: &str = "geste";
    /// The id of an amendment that is proposed: a second click is the same one.
    pub const KEY: &str = "cle";
    /// The version that was read.
    pub const VERSION: &str = "version";
    /// The block, or « debut ».
    pub const BLOCK: &str = "passage";
    /// The amendment that a sub-amendment changes.
    pub const WITHIN: &str = "amendement";
    /// What is done to the block.
    pub const KIND: &str = "nature";
    /// What an inserted block is.
    pub const BLOCK_KIND: &str = "genre";
    /// The words.
    pub const WORDS: &str = "texte";
    /// The title.
    pub const TITLE: &str = "titre";
    /// Why.
    pub const MOTIVE: &str = "motifs";
    /// Set once an identical one was shown.
    pub const SEEN: &str = "identique-vu";
    /// The wording that was read.
    pub const FROM: &str = "redaction";
    /// Why it is refused.
    pub const REASON: &str = "motif";
    /// What is advised.
    pub const AVIS: &str = "avis";
    /// Why.
    pub const AVIS_WORDS: &str = "avis-mots";
    /// Other words.
    pub const REWRITE: &str = "autre-redaction";
    /// A day.
    pub const DAY: &str = "jour";
    /// An hour.
    pub const HOUR: &str = "heure";
    /// A sitting.
    pub const SITTING: &str = "seance";
    /// How one votes.
    pub const MEANS: &str = "moyen";
    /// Who said it in the room.
    pub const BY: &str = "auteur";
}

/// What forms ask for.
pub mod act {
    /// Signs it.
    pub const COSIGN: &str = "cosigner";
    /// Stops signing it.
    pub const STOP: &str = "ne-plus-cosigner";
    /// Takes it back.
    pub const WITHDRAW: &str = "retirer";
    /// Accepts other words.
    pub const ACCEPT: &str = "accepter";
    /// Keeps one's own.
    pub const DECLINE: &str = "garder";
    /// It may be voted.
    pub const ADMIT: &str = "recevable";
    /// It may not.
    pub const REFUSE: &str = "irrecevable";
    /// Advises.
    pub const ADVISE: &str = "avis";
    /// Takes it out of the block.
    pub const APART: &str = "sortir";
    /// Puts it back.
    pub const TOGETHER: &str = "remettre";
    /// It stands in the text.
    pub const APPLIED: &str = "reporte";
    /// Sets until when one may propose.
    pub const DEADLINE: &str = "delai";
    /// Makes the polls.
    pub const PREPARE: &str = "preparer";
}

/// The first place, in a form.
pub const FIRST: &str = "debut";
