//! The open data: the same rows as tables and as one JSON tree, described by a Frictionless data package; the verbatims as a
//! corpus for IRaMuTeQ and, with their neighbours, as a graph for Gephi; all of it in one ZIP.
//!
//! **The tables** are UTF-8 with a byte order mark, fields separated by `;`, lines ended by CR LF, quoted as RFC 4180 says.
//! The mark and the semicolon are what a French Excel needs to open the file by a double click; LibreOffice, R and
//! pandas (`sep=";", encoding="utf-8-sig"`) read it all the same.
//!
//! **No cell is a formula.** A text that begins with `=`, `+`, `-`, `@`, a tab, a line break or one of their full-width
//! twins could be run by a spreadsheet: it gets an apostrophe before it. One that begins with an apostrophe gets another.
//! To read the exact text back, drop the first character of every cell that begins with an apostrophe.
//! Numbers and dates never get one. The JSON holds every text as it is.
//!
//! Moments are UTC, `2026-10-12T08:30:00Z`. Codes of collectivités are texts (`01004`): tell the spreadsheet so.

mod bundle;
mod cells;
mod deliberations;
mod gexf;
mod iramuteq;
mod rows;
mod schema;
mod tree;

use domain::reading::{ImportRemark, OpenData};
use serde::Serialize;

use crate::DocumentError;

pub use bundle::{ABOUT, bundle};
pub use deliberations::deliberations_csv;
pub use gexf::gexf;
pub use iramuteq::{iramuteq, iramuteq_text};
pub use schema::datapackage_json;

/// Every contribution, one a line: see [the rules of the tables](self).
///
/// # Errors
/// When a moment has no date.
pub fn contributions_csv(data: &OpenData) -> Result<Vec<u8>, DocumentError> {
    let rows = rows::contributions(data)?;
    table(rows::ContributionRow::COLUMNS, rows.iter().map(rows::ContributionRow::cells))
}

/// Every verbatim of the run, one a line: see [the rules of the tables](self).
///
/// `debut` and `fin` count the Unicode characters (code points) of the contribution's text before the verbatim, and up to its end.
///
/// # Errors
/// When a verbatim isn't a span of a contribution of the data.
pub fn verbatims_csv(data: &OpenData) -> Result<Vec<u8>, DocumentError> {
    let rows = rows::verbatims(data)?;
    table(rows::VerbatimRow::COLUMNS, rows.iter().map(rows::VerbatimRow::cells))
}

/// Every neighbour of every verbatim, one a line: see [the rules of the tables](self).
///
/// # Errors
/// As [`verbatims_csv`].
pub fn links_csv(data: &OpenData) -> Result<Vec<u8>, DocumentError> {
    let verbatims = rows::verbatims(data)?;
    table(rows::LinkRow::COLUMNS, rows::links(data, &verbatims).iter().map(rows::LinkRow::cells))
}

/// The congress, its run, contributions and verbatims as JSON; the names are those of the tables' columns.
///
/// # Errors
/// As both tables.
pub fn congress_json(data: &OpenData) -> Result<Vec<u8>, DocumentError> {
    let mut bytes = Vec::new();
    let pretty = serde_json::ser::PrettyFormatter::with_indent(b" ");
    tree::Tree::new(data)?.serialize(&mut serde_json::Serializer::with_formatter(&mut bytes, pretty))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// What is told of the lines of a file that was read in, one a line: see [the rules of the tables](self). Of the whole file, the
/// number of the line is empty.
///
/// # Errors
/// When the table can't be written.
pub fn import_report_csv(remarks: &[ImportRemark]) -> Result<Vec<u8>, DocumentError> {
    let rows = remarks.iter().map(|remark| {
        let line = remark.line.map(|line| line.to_string()).unwrap_or_default();
        let what = if remark.refused { "refusée" } else { "à vérifier" };
        [line, what.to_owned(), cells::text(&remark.words)]
    });
    table(["ligne", "issue", "motif"], rows)
}

fn table<const N: usize>(
    columns: [&str; N],
    rows: impl Iterator<Item = [String; N]>,
) -> Result<Vec<u8>, DocumentError> {
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    let mut writer =
        csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(&mut bytes);
    writer.write_record(columns)?;
    for row in rows {
        writer.write_record(row)?;
    }
    writer.flush().map_err(csv::Error::from)?;
    drop(writer);
    Ok(bytes)
}
