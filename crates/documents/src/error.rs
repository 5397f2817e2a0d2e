//! What can keep a document from being made.

use domain::contribution::ContributionNumber;
use domain::time::Timestamp;

/// Why a document couldn't be made.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// A figure that the document would print isn't what its annex holds.
    #[error("{what}: the figures say {said}, the annex holds {held}")]
    Sums {
        /// What was counted.
        what: String,
        /// What the figures say.
        said: u32,
        /// What would be printed.
        held: u32,
    },
    /// A verbatim whose contribution isn't in the data.
    #[error("a verbatim belongs to {0}, which is not in the data")]
    UnknownContribution(ContributionNumber),
    /// A moment beyond the years 0 to 9999.
    #[error("{0:?} is not a moment that a calendar names")]
    Moment(Timestamp),
    /// The pages couldn't be laid out: the messages of the typesetter.
    #[error("the pages could not be laid out: {0}")]
    Layout(String),
    /// The picture couldn't be drawn: why.
    #[error("the picture could not be drawn: {0}")]
    Picture(String),
    /// The table couldn't be written.
    #[error("the table could not be written")]
    Csv(#[from] csv::Error),
    /// The tree couldn't be written.
    #[error("the JSON could not be written")]
    Json(#[from] serde_json::Error),
    /// The archive couldn't be written.
    #[error("the archive could not be written")]
    Zip(#[from] zip::result::ZipError),
}
