//! The words of the desk's forms: fields, and what is done.

/// The names of the fields.
pub mod name {
    /// What is done.
    pub const GESTURE: &str = "geste";
    /// To which poll.
    pub const POLL: &str = "scrutin";
    /// What makes a form that prepares a poll the same when it comes again: the id of the poll that it prepares.
    pub const KEY: &str = "cle";
    /// To which item.
    pub const ITEM: &str = "point";
    /// To which voice.
    pub const VOICE: &str = "voix";
    /// To which request to speak.
    pub const REQUEST: &str = "demande";
    /// How many minutes a turn to speak takes.
    pub const TURN: &str = "minutes";
    /// How many a pitch does.
    pub const PITCH_MINUTES: &str = "minutes-pitch";
    /// Who presents.
    pub const WHO: &str = "qui";
    /// The network that screens name.
    pub const NETWORK: &str = "reseau";
    /// Why.
    pub const REASON: &str = "motif";
    /// What is put to the vote.
    pub const TITLE: &str = "titre";
    /// Its text.
    pub const BODY: &str = "texte";
    /// Its options.
    pub const OPTIONS: &str = "options";
    /// How many may be chosen.
    pub const MOST: &str = "nombre";
    /// By which majority.
    pub const MAJORITY: &str = "majorite";
    /// Public or secret.
    pub const SECRECY: &str = "mode";
    /// On phones or by show of hands.
    pub const MEANS: &str = "moyen";
    /// Whether it is for practice.
    pub const TEST: &str = "essai";
    /// Whether the chair decides a tie; and at proclaiming, on which side they are.
    pub const CASTING: &str = "preponderante";
    /// Counted for.
    pub const FOR: &str = "pour";
    /// Counted against.
    pub const AGAINST: &str = "contre";
    /// Counted abstentions.
    pub const ABSTAIN: &str = "abstentions";
    /// Counted blanks.
    pub const BLANK: &str = "blancs";
}

/// What is done at the desk.
pub mod gesture {
    /// « La séance est ouverte. »
    pub const OPEN_SITTING: &str = "ouvrir-seance";
    /// « La séance est levée. »
    pub const CLOSE_SITTING: &str = "lever-seance";
    /// An item is begun, or the one under way ended.
    pub const ITEM: &str = "point";
    /// The floor is given, or taken back.
    pub const FLOOR: &str = "parole";
    /// How long a turn takes is set.
    pub const TURN: &str = "duree";
    /// A pitch begins.
    pub const PITCH: &str = "pitch";
    /// The last one has ended.
    pub const END_PITCH: &str = "fin-pitchs";
    /// A code is shown to check in by, or hidden.
    pub const SHOW_CODE: &str = "montrer-code";
    /// The same.
    pub const HIDE_CODE: &str = "retirer-code";
    /// The network that screens name is set.
    pub const NETWORK: &str = "reseau";
    /// A poll is prepared.
    pub const PREPARE: &str = "preparer";
    /// It is opened.
    pub const OPEN: &str = "ouvrir";
    /// The room is simulated, in a rehearsal.
    pub const SIMULATE: &str = "simuler";
    /// It is closed.
    pub const CLOSE: &str = "clore";
    /// Its result is said.
    pub const PROCLAIM: &str = "proclamer";
    /// It is dropped.
    pub const CANCEL: &str = "annuler";
    /// A voice that came late is added to the roll.
    pub const ADD: &str = "ajouter-voix";
    /// Counted hands are noted.
    pub const HANDS: &str = "main-levee";
    /// Everybody is for it.
    pub const UNANIMOUS: &str = "unanimite";
}
