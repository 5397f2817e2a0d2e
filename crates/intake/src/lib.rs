//! Tables that people send, to contributions and [`members`]: encodings, separators, workbooks, columns, refusals. Bytes in,
//! plain data out.
//!
//! The first line names the columns. Everything that isn't refused is kept to the letter; everything that is refused
//! is listed with its line and its reason; what could only be guessed is told in a [`Note`].

mod columns;
mod date;
mod decidim;
mod decode;
mod fingerprint;
pub mod members;
mod row;
mod separator;
mod territory;
mod workbook;

use std::collections::BTreeMap;

pub use columns::{Announced, Field, Layout, Mapping, MappingError};
pub use decidim::Passed;
pub use decode::Encoding;
pub use row::{Refusal, RefusalReason, Row};

/// Columns that a table has at most: people choose among them.
const MOST_COLUMNS: usize = 1_000;

/// A table, read.
#[derive(Clone, Debug)]
pub struct Table {
    /// How its bytes were written.
    pub encoding: Encoding,
    /// What stands between its cells; none when there is one column, and in a sheet.
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
    /// Which sheet of a workbook was read, and those that hold something else.
    Sheet(String, Vec<String>),
    /// That many rows above the names of columns were passed over.
    RowsAbove(usize),
    /// A column of roles was left aside: roles are given on the site, never taken from a file.
    RolesAside,
    /// That many proposals of a Decidim export were passed over for what it says of their state.
    PassedOver(Passed, usize),
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
    /// A workbook that only opens by a password.
    #[error("the workbook is protected by a password")]
    Protected,
    /// A workbook of the time before XLSX, or another of Microsoft's old documents.
    #[error("the workbook is of an old format")]
    Old,
    /// A workbook that ends too early, or whose parts can't be read.
    #[error("the workbook is damaged")]
    Broken,
    /// More columns than anybody could lay out by hand; how many.
    #[error("the file has {0} columns")]
    TooManyColumns(usize),
    /// A workbook that unfolds to more than a machine should hold.
    #[error("the workbook is too large once unfolded")]
    TooLarge,
    /// An archive or a document, but no workbook.
    #[error("the file is an archive or a document, not a workbook")]
    NoWorkbook,
    /// No sheet of that name; those that there are.
    #[error("no sheet is called « {0} » among {1:?}")]
    NoSheet(String, Vec<String>),
    /// Not text: an image, an archive, a PDF …
    #[error("the file isn't text")]
    Binary,
    /// A quote opens a cell on that line (from 1) and isn't closed where the cell ends: it swallows the lines below.
    #[error("the quote opened on line {0} isn't closed")]
    UnclosedQuote(u64),
    /// No column holds sentences; the names of those there are.
    #[error("no column holds text among {0:?}")]
    NoText(Vec<String>),
    /// No column holds the names of people; the names of those there are.
    #[error("no column holds names of people among {0:?}")]
    NoNames(Vec<String>),
    /// The mapping asked for doesn't fit.
    #[error(transparent)]
    Mapping(#[from] MappingError),
}

/// Reads a table. `mapping` corrects what would be guessed of its columns.
///
/// # Errors
/// When nothing of it can be read. Single lines that can't are in [`Table::refused`].
pub fn read(bytes: &[u8], mapping: &Mapping) -> Result<Table, Unreadable> {
    let Lines { encoding, separator, names, mut records, mut notes } =
        lines(bytes, mapping.sheet.as_deref())?;
    let (layout, guessed) = columns::lay_out(&names, &records, mapping)?;
    notes.extend(guessed);
    notes.extend(decidim::pass_over(&names, &mut records));
    let mut sums = row::Sums::default();
    let (rows, refused) = row::read_all(&records, &layout, &mut sums);
    notes.extend(sums.notes());
    Ok(Table { encoding, separator, layout, rows, refused, notes })
}

/// A table cell by cell, before anything is guessed of it.
struct Lines {
    encoding: Encoding,
    separator: Option<char>,
    names: Vec<String>,
    records: Vec<separator::Record>,
    notes: Vec<Note>,
}

/// The lines of a text or of a sheet, one of them at least not blank.
fn lines(bytes: &[u8], sheet: Option<&str>) -> Result<Lines, Unreadable> {
    let (mut records, encoding, separator, notes) = match workbook::read(bytes, sheet)? {
        Some(sheet) => {
            let mut notes = Vec::new();
            if !sheet.others.is_empty() {
                notes.push(Note::Sheet(sheet.name, sheet.others));
            }
            notes.extend((sheet.above > 0).then_some(Note::RowsAbove(sheet.above)));
            (sheet.records, Encoding::Workbook, None, notes)
        }
        None => {
            let (text, encoding) = decode::decode(bytes)?;
            let separator = separator_of(&text)?;
            (separator::records(&text, separator).collect(), encoding, separator, Vec::new())
        }
    };
    if records.is_empty() {
        return Err(Unreadable::Empty);
    }
    let names = records.remove(0).cells;
    if names.len() > MOST_COLUMNS {
        return Err(Unreadable::TooManyColumns(names.len()));
    }
    if records.iter().all(separator::Record::is_blank) {
        return Err(Unreadable::NoRows);
    }
    Ok(Lines { encoding, separator, names, records, notes })
}

/// The names of a workbook's sheets that hold something, the one read unless told otherwise first; none of what isn't one.
///
/// # Errors
/// When it is a workbook that can't be read.
pub fn sheets(bytes: &[u8]) -> Result<Vec<String>, Unreadable> {
    let Some(sheet) = workbook::read(bytes, None)? else { return Ok(Vec::new()) };
    Ok([vec![sheet.name], sheet.others].concat())
}

/// The names of a table's columns, and its lines that aren't blank, cell by cell, nothing guessed.
///
/// # Errors
/// When it isn't a table of text.
pub fn cells(bytes: &[u8]) -> Result<(Vec<String>, Vec<Vec<String>>), Unreadable> {
    let Lines { names, records, .. } = lines(bytes, None)?;
    let kept = records.into_iter().filter(|record| !record.is_blank()).map(|record| record.cells);
    Ok((names, kept.collect()))
}

/// What stands between the cells of a text whose quotes are all closed.
fn separator_of(text: &str) -> Result<Option<char>, Unreadable> {
    let separator = separator::sniff(text);
    separator::unclosed_quote(text, separator)
        .map_or(Ok(separator), |line| Err(Unreadable::UnclosedQuote(line)))
}

/// How many of each: small helper of the reports.
type Counts<K> = BTreeMap<K, (usize, String)>;
