//! The sheets that do without a network.

use domain::sitting::PaperSheet;

/// A heading.
pub const TITLE: &str = "Si tout tombe en panne";
/// Beneath it.
pub const LEAD: &str = "Imprimez ces feuilles la veille. La séance se tient alors au stylo, et ses chiffres se saisissent ensuite au pupitre.";

/// A link.
pub fn sheet(of: PaperSheet) -> &'static str {
    match of {
        PaperSheet::Attendance => "Feuille de présence, à signer",
        PaperSheet::Ballots => "Bulletins en blanc, à découper",
        PaperSheet::Count => "Feuille de dépouillement",
    }
}

/// A link to ballots of one vote.
pub fn ballots_of(title: &str) -> String {
    format!("Bulletins de « {title} »")
}

/// A link to the sheet on which those are counted.
pub fn count_of(title: &str) -> String {
    format!("Dépouillement de « {title} »")
}
