//! A list of people: those of an association, or the Répertoire national des élus as data.gouv.fr publishes it.

mod columns;
mod register;
mod row;

use crate::{Encoding, Layout, Lines, Mapping, Note, Unreadable, lines};

pub use columns::MemberField;
pub use row::{Doubt, MemberRefusal, MemberRefusalReason, MemberRow, Warning};

/// A list, read.
#[derive(Clone, Debug)]
pub struct Members {
    /// How its bytes were written.
    pub encoding: Encoding,
    /// What stands between its cells; none when there is one column, and in a sheet.
    pub separator: Option<char>,
    /// Its columns, and what each was taken for.
    pub layout: Layout<MemberField>,
    /// The lines that hold a person, in order.
    pub rows: Vec<MemberRow>,
    /// The lines that don't, with the reason.
    pub refused: Vec<MemberRefusal>,
    /// What was left aside of lines that were taken.
    pub warnings: Vec<Warning>,
    /// What a careful reader should check of the whole.
    pub notes: Vec<Note>,
}

/// Reads a list of people. `mapping` corrects what would be guessed of its columns.
///
/// # Errors
/// When nothing of it can be read. Single lines that can't are in [`Members::refused`].
pub fn read(bytes: &[u8], mapping: &Mapping<MemberField>) -> Result<Members, Unreadable> {
    let Lines { encoding, separator, names, records, mut notes } = lines(bytes, mapping.sheet.as_deref())?;
    let layout = crate::columns::by_name(&names, mapping, &[])?;
    if !layout.has(MemberField::Name) {
        return Err(Unreadable::NoNames(names));
    }
    let register = register::Register::recognise(&names);
    let mut reader = row::Rows::new(&layout, register);
    let blank = records.iter().filter(|record| record.is_blank()).count();
    records.iter().filter(|record| !record.is_blank()).for_each(|record| reader.read(record));
    let (rows, refused, warnings) = reader.end();
    notes.extend(layout.has(MemberField::Role).then_some(Note::RolesAside));
    notes.extend((blank > 0).then_some(Note::BlankLines(blank)));
    Ok(Members { encoding, separator, layout, rows, refused, warnings, notes })
}
