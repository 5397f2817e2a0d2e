//! What became of a file, for people and programs.

use serde::Serialize;

use super::{Order, words};
use domain::time::Timestamp;
use intake::Table;
use storage::{Added, Import};

/// What became of a file.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// Name of the file.
    pub file: String,
    /// Address of the congress.
    pub congress: String,
    /// Nothing was to be written.
    pub dry_run: bool,
    /// `utf-8`, `utf-16`, `windows-1252`, `mixed` or `workbook`.
    pub encoding: &'static str,
    /// What stands between cells; none for a single column, and in a workbook.
    pub separator: Option<char>,
    /// The columns, and what each was taken for.
    pub columns: Vec<Column>,
    /// Lines that hold a contribution.
    pub contributions: usize,
    /// Contributions that were added.
    pub added: u32,
    /// Contributions that were there already.
    pub already_there: u32,
    /// Lines that were refused.
    pub refused: Vec<Refused>,
    /// What deserves a look.
    pub notes: Vec<String>,
    /// When this very file was imported before, if it was, in RFC 3339; then nothing is added.
    pub imported_before: Option<String>,
    /// The same moment, for the sentence that says so.
    #[serde(skip)]
    pub before: Option<Timestamp>,
    /// Lines of it that were refused then.
    #[serde(skip)]
    pub refused_before: u32,
    /// Whether something was written, or would have been.
    pub done: bool,
}

/// A column of the file.
#[derive(Clone, Debug, Serialize)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it was taken for; none when it was left aside.
    pub field: Option<&'static str>,
}

/// A line that was refused.
#[derive(Clone, Debug, Serialize)]
pub struct Refused {
    /// Its number in the file.
    pub line: u64,
    /// A sentence.
    pub reason: String,
}

impl Report {
    pub(super) fn new(order: &Order, table: &Table, contributions: usize) -> Self {
        let columns = table.layout.columns.iter();
        let refused = table.refused.iter();
        Self {
            file: order.file_name.clone(),
            congress: order.congress.to_string(),
            dry_run: order.dry_run,
            encoding: encoding(table.encoding),
            separator: table.separator,
            columns: columns
                .map(|(name, field)| Column { name: name.clone(), field: field.map(intake::Field::name) })
                .collect(),
            contributions,
            added: 0,
            already_there: 0,
            refused: refused
                .map(|line| Refused { line: line.line, reason: words::refusal(line.reason) })
                .collect(),
            notes: table.notes.iter().map(words::note).collect(),
            imported_before: None,
            before: None,
            refused_before: 0,
            done: false,
        }
    }

    /// Its contributions were added, those that weren't there.
    pub(super) fn added(self, added: Added) -> Self {
        Self { added: added.added, already_there: added.already_there, done: true, ..self }
    }

    /// This very file was read before: its contributions are there.
    pub(super) fn known(self, earlier: &Import) -> Self {
        Self {
            already_there: earlier.added + earlier.already_there,
            imported_before: Some(app::text::date::machine(earlier.file.at)),
            before: Some(earlier.file.at),
            refused_before: earlier.file.refused,
            done: true,
            ..self
        }
    }

    /// Something was to be written, and nothing was.
    pub fn nothing_done(&self) -> bool {
        !self.done && !self.dry_run
    }
}

pub(super) fn encoding(encoding: intake::Encoding) -> &'static str {
    match encoding {
        intake::Encoding::Utf8 => "utf-8",
        intake::Encoding::Utf16 => "utf-16",
        intake::Encoding::Windows1252 => "windows-1252",
        intake::Encoding::Mixed => "mixed",
        intake::Encoding::Workbook => "workbook",
    }
}
