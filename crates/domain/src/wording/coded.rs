//! How a motion began, how wordings come, and what verbatims stand beside them for.

use crate::coded;

coded! {
    /// What a motion begins with.
    pub enum Origin {
        /// The draft of the last analysis.
        Draft = "brouillon",
        /// A text that was pasted or typed: last year's motion.
        Text = "texte",
        /// Nothing.
        Nothing = "rien",
    }
}

coded! {
    /// How a wording of a block came.
    pub enum RevisionAct {
        /// The machine drafted it.
        Drafted = "brouillon",
        /// Somebody added it.
        Added = "ajout",
        /// Somebody wrote it anew.
        Written = "ecriture",
        /// Somebody accepted a sentence of the machine's.
        Accepted = "acceptation",
        /// Somebody brought earlier words back.
        Restored = "retablissement",
        /// The assembly adopted an amendment of it.
        Amended = "amendement",
        /// Somebody took it out.
        Removed = "retrait",
        /// Somebody put it in again.
        PutBack = "remise",
    }
}

coded! {
    /// What a verbatim stands beside a block for.
    pub enum Stance {
        /// It says what the block says.
        Support = "appui",
        /// It says so with a difference.
        Nuance = "nuance",
        /// It says the contrary: disagreement is shown beside agreement.
        Disagreement = "desaccord",
    }
}
