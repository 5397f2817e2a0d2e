//! Tables that people send, to contributions: encodings, separators, columns, refusals. Bytes in, plain data out.
//!
//! The first line names the columns. Everything that isn't refused is kept to the letter; everything that is refused
//! is listed with its line and its reason; what could only be guessed is told in a [`Note`].

mod columns;
mod date;
mod decode;
mod fingerprint;
mod row;
mod separator;
mod territory;

use std::collections::BTreeMap;

pub use columns::{Field, Layout, Mapping, MappingError};
pub use decode::Encoding;
pub use row::{Refusal, RefusalReason, Row};

/// A table, read.
#[derive(Clone, Debug)]
pub struct Table {
    /// How its bytes were written.
    pub encoding: Encoding,
    /// What stands between its cells; none when there is one column.
    pub separator: Option<char>,
    /// Its columns, and what each was taken for.
    pub layout: Layout,
    /// The lines that hold a contribution, in order.
    pub rows: Vec<Row>,
    /// The lines that don't, with the reason.
    pub refused: Vec<Refusal>,
    /// What a careful reader should check.
    pub notes: Vec<Note>,
}

/// Something that was taken in, but deserves a look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The only column was taken for the text.
    SingleColumn(String),
    /// No column's name says text: the one with the longest cells was taken.
    TextGuessed(String),
    /// That many cells of a column weren't understood and were left out; an example.
    NotUnderstood(Field, usize, String),
    /// That many collectivités aren't in the list; their names were kept; an example.
    UnknownTerritory(usize, String),
    /// That many lines look as if they had been encoded twice (« Ã© » for « é »).
    TwiceEncoded(usize),
    /// That many lines are wholly empty and were passed over.
    BlankLines(usize),
}

/// Why nothing of a file could be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Not one byte, or only white space.
    #[error("the file is empty")]
    Empty,
    /// Names of columns, and no line below them.
    #[error("the file has names of columns and no line below them")]
    NoRows,
    /// A workbook (XLSX or ODS): it is to be saved as CSV.
    #[error("the file is a workbook (XLSX, ODS), not CSV")]
    Workbook,
    /// Not text: an image, an archive, a PDF …
    #[error("the file isn't text")]
    Binary,
    /// A quote opens a cell on that line (from 1) and isn't closed where the cell ends: it swallows the lines below.
    #[error("the quote opened on line {0} isn't closed")]
    UnclosedQuote(u64),
    /// No column holds sentences; the names of those there are.
    #[error("no column holds text among {0:?}")]
    NoText(Vec<String>),
    /// The mapping asked for doesn't fit.
    #[error(transparent)]
    Mapping(#[from] MappingError),
}

/// Reads a table. `mapping` corrects what would be guessed of its columns.
///
/// # Errors
/// When nothing of it can be read. Single lines that can't are in [`Table::refused`].
pub fn read(bytes: &[u8], mapping: &Mapping) -> Result<Table, Unreadable> {
    let (text, encoding) = decode::decode(bytes)?;
    let separator = separator_of(&text)?;
    let mut records = separator::records(&text, separator);
    let names = records.next().ok_or(Unreadable::Empty)?.cells;
    let records: Vec<_> = records.collect();
    if records.iter().all(separator::Record::is_blank) {
        return Err(Unreadable::NoRows);
    }
    let (layout, mut notes) = columns::lay_out(&names, &records, mapping)?;
    let mut sums = row::Sums::default();
    let (rows, refused) = row::read_all(&records, &layout, &mut sums);
    notes.extend(sums.notes());
    Ok(Table { encoding, separator, layout, rows, refused, notes })
}

/// The names of a table's columns, and its lines that aren't blank, cell by cell, nothing guessed.
///
/// # Errors
/// When it isn't a table of text.
pub fn cells(bytes: &[u8]) -> Result<(Vec<String>, Vec<Vec<String>>), Unreadable> {
    let (text, _) = decode::decode(bytes)?;
    let mut records = separator::records(&text, separator_of(&text)?);
    let names = records.next().ok_or(Unreadable::Empty)?.cells;
    let lines: Vec<_> = records.filter(|record| !record.is_blank()).map(|record| record.cells).collect();
    if lines.is_empty() { Err(Unreadable::NoRows) } else { Ok((names, lines)) }
}

/// What stands between the cells of a text whose quotes are all closed.
fn separator_of(text: &str) -> Result<Option<char>, Unreadable> {
    let separator = separator::sniff(text);
    separator::unclosed_quote(text, separator)
        .map_or(Ok(separator), |line| Err(Unreadable::UnclosedQuote(line)))
}

/// How many of each: small helper of the reports.
type Counts<K> = BTreeMap<K, (usize, String)>;
