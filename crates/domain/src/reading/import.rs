//! Files that were read in, and those that wait to be.

use serde::{Deserialize, Serialize};

use crate::id::{ImportId, MemberId};
use crate::import::ImportKind;
use crate::time::Timestamp;

/// A file that was read in, and what became of its lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportLine {
    /// Its id.
    pub id: ImportId,
    /// What it held.
    pub kind: ImportKind,
    /// Its name, without folders.
    pub file_name: String,
    /// When it was read in.
    pub at: Timestamp,
    /// By whom; None for a command on the server, or somebody who left.
    pub by: Option<String>,
    /// Contributions or people that it added.
    pub added: u32,
    /// Those that were there already.
    pub already_there: u32,
    /// Lines that were refused.
    pub refused: u32,
}

/// What is told of a line of a file, or of the whole of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportRemark {
    /// Its number in the file, from 1; None for the whole file.
    pub line: Option<u64>,
    /// Whether the line was refused; otherwise it was taken, and something of it deserves a look.
    pub refused: bool,
    /// A sentence.
    pub words: String,
}

/// A file that was sent and not read in yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UploadLine {
    /// Its id: that of the import that it becomes.
    pub id: ImportId,
    /// What it is said to hold.
    pub kind: ImportKind,
    /// Its name, without folders.
    pub file_name: String,
    /// Its bytes.
    pub size: u32,
    /// Who sent it.
    pub by: MemberId,
    /// Their name.
    pub by_name: String,
    /// When.
    pub at: Timestamp,
}
