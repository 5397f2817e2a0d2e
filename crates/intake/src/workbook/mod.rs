//! Spreadsheets as they are saved: XLSX and ODS, told by what is in them and not by their name. One sheet becomes the
//! records that a text gives.

mod archive;
mod cell;
mod grid;

use std::io::Cursor;

use calamine::{Ods, OdsError, Reader, SheetType, SheetVisible, Sheets, Xlsx, XlsxError};

use crate::Unreadable;
use crate::separator::Record;
use archive::Kind;
use grid::Grid;

/// What is read of a workbook.
#[derive(Debug)]
pub(crate) struct Sheet {
    /// The sheet's name.
    pub name: String,
    /// The other sheets that hold something.
    pub others: Vec<String>,
    /// Rows above the names of columns, which were passed over: a title, most often.
    pub above: usize,
    /// The names of columns, then the rows below that hold something. Lines are those of the sheet.
    pub records: Vec<Record>,
}

type Book<'a> = Sheets<Cursor<&'a [u8]>>;

/// The sheet called `wanted`, or the first that holds something; none when the bytes are no workbook.
pub(crate) fn read(bytes: &[u8], wanted: Option<&str>) -> Result<Option<Sheet>, Unreadable> {
    let Some(kind) = archive::kind(bytes)? else { return Ok(None) };
    let mut book = open(bytes, kind)?;
    let names: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut filled = Vec::new();
    for name in &names {
        let grid = Grid::read(&mut book, name)?;
        filled.extend((!grid.is_empty()).then(|| (name.clone(), grid)));
    }
    let at = match wanted {
        None => 0,
        Some(wanted) => filled
            .iter()
            .position(|(name, _)| territories::fold(name) == territories::fold(wanted))
            .ok_or_else(|| Unreadable::NoSheet(wanted.to_owned(), names))?,
    };
    if filled.is_empty() {
        return Err(Unreadable::Empty);
    }
    let (name, grid) = filled.remove(at);
    let (above, records) = grid.into_records()?;
    let others = filled.into_iter().map(|(name, _)| name).collect();
    Ok(Some(Sheet { name, others, above, records }))
}

fn open(bytes: &[u8], kind: Kind) -> Result<Book<'_>, Unreadable> {
    let file = Cursor::new(bytes);
    match kind {
        Kind::Xlsx => Xlsx::new(file).map(Sheets::Xlsx).map_err(|error| match error {
            XlsxError::Password => Unreadable::Protected,
            _ => Unreadable::Broken,
        }),
        Kind::Ods => Ods::new(file).map(Sheets::Ods).map_err(|error| match error {
            OdsError::Password => Unreadable::Protected,
            _ => Unreadable::Broken,
        }),
    }
}
