//! Files that staff reads in.

use crate::coded;

coded! {
    /// What a file holds.
    pub enum ImportKind {
        /// Texts.
        Contributions = "contributions",
        /// People.
        People = "membres",
    }
}

/// Bytes that a file sent to the site has at most.
pub const LARGEST_FILE: usize = 20 << 20;

/// Hours for which a file that was sent waits to be read in.
pub const UPLOAD_HOURS: i64 = 24;
