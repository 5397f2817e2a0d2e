//! The addresses of the motion that people write: where staff writes it, and where its versions are read for good.

use domain::reading::DispositionsQuery;
use domain::wording::{BlockKey, VersionNumber};

use super::dispositions;

/// What axum's router matches.
pub mod wording_pattern {
    /// The whole of it, for staff.
    pub const DESK: &str = "/congres/{slug}/redaction/motion";
    /// Where a version is published, and the motion taken to its next stage.
    pub const PUBLISH: &str = "/congres/{slug}/redaction/motion/publier";
    /// One block, by name.
    pub const BLOCK: &str = "/congres/{slug}/redaction/motion/{block}";
    /// Every wording that it had.
    pub const HISTORY: &str = "/congres/{slug}/redaction/motion/{block}/historique";
    /// What becomes of verbatims, where staff says so.
    pub const DISPOSITIONS: &str = "/congres/{slug}/redaction/suites";
    /// What became of them.
    pub const BECAME: &str = "/congres/{slug}/motion/suites";
    /// A version, by name: it never changes.
    pub const VERSION: &str = "/congres/{slug}/motion/{version}";
    /// What changed from one to another.
    pub const COMPARISON: &str = "/congres/{slug}/motion/{version}/comparer/{other}";
}

/// One of these addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordingRoute {
    /// The whole of it, for staff.
    Desk,
    /// Where a version is published, and the motion taken to its next stage.
    Publish,
    /// One block.
    Block(BlockKey),
    /// Every wording that it had.
    History(BlockKey),
    /// What becomes of verbatims, where staff says so.
    Dispositions(DispositionsQuery),
    /// What became of them.
    Became(DispositionsQuery),
    /// A version.
    Version(VersionNumber),
    /// What changed from the first to the second.
    Comparison(VersionNumber, VersionNumber),
}

impl WordingRoute {
    pub(super) fn below(self) -> String {
        match self {
            Self::Desk => "/redaction/motion".to_owned(),
            Self::Publish => "/redaction/motion/publier".to_owned(),
            Self::Block(key) => format!("/redaction/motion/{key}"),
            Self::History(key) => format!("/redaction/motion/{key}/historique"),
            Self::Dispositions(query) => "/redaction/suites".to_owned() + &dispositions::encode(&query),
            Self::Became(query) => "/motion/suites".to_owned() + &dispositions::encode(&query),
            Self::Version(number) => format!("/motion/{number}"),
            Self::Comparison(before, after) => format!("/motion/{before}/comparer/{after}"),
        }
    }
}
