//! The addresses of a sitting's minutes, and of the sheets that do without a network.

use domain::id::SittingId;
use domain::sitting::PaperSheet;

/// What axum's router matches.
pub mod minutes_pattern {
    /// The minutes; to staff, where they are corrected and presented.
    pub const READ: &str = "/congres/{slug}/seances/{id}/proces-verbal";
    /// Where somebody signs them.
    pub const SIGN: &str = "/congres/{slug}/seances/{id}/proces-verbal/signature";
    /// The same as a PDF.
    pub const PDF: &str = "/congres/{slug}/seances/{id}/proces-verbal.pdf";
    /// Their words alone: what the hash is of.
    pub const PLAIN: &str = "/congres/{slug}/seances/{id}/proces-verbal.txt";
    /// Sheets to print for the day when everything fails.
    pub const PAPER: &str = "/congres/{slug}/seances/{id}/papier/{sheet}";
}

/// One of these addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MinutesRoute {
    /// The minutes.
    Read,
    /// Where somebody signs them.
    Sign,
    /// The same as a PDF.
    Pdf,
    /// Their words alone.
    Plain,
    /// A sheet to print.
    Paper(PaperSheet),
}

impl MinutesRoute {
    pub(super) fn below(self, id: SittingId) -> String {
        match self {
            Self::Read => format!("/seances/{id}/proces-verbal"),
            Self::Sign => format!("/seances/{id}/proces-verbal/signature"),
            Self::Pdf => format!("/seances/{id}/proces-verbal.pdf"),
            Self::Plain => format!("/seances/{id}/proces-verbal.txt"),
            Self::Paper(sheet) => format!("/seances/{id}/papier/{}", sheet.code()),
        }
    }
}
