//! What is printed for the day when everything fails.

use crate::coded;

coded! {
    /// A sheet of the kit.
    pub enum PaperSheet {
        /// « Feuille de présence »: who has a voice, with room to sign.
        Attendance = "presence.pdf",
        /// Blank ballots, to be cut.
        Ballots = "bulletins.pdf",
        /// « Feuille de dépouillement »: where ballots are counted.
        Count = "depouillement.pdf",
    }
}
