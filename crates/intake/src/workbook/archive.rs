//! Which kind of workbook bytes are, and whether they are reasonable, before anything of them is believed.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;

use crate::Unreadable;

/// A workbook that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Xlsx,
    Ods,
}

/// How a ZIP begins.
const ZIP: &[u8] = b"PK\x03\x04";
/// How Microsoft's compound files begin: XLS, and XLSX under a password.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/// What the parts of a workbook may come to, inflated: some ten times 100,000 long contributions.
pub(super) const MOST_BYTES: u64 = 512 << 20;
/// Cells, empty ones between others included, that a sheet of ODS may come to: 100,000 rows of 100 columns.
const MOST_CELLS: u64 = 10_000_000;

/// The kind; none when the bytes are no archive at all.
pub(super) fn kind(bytes: &[u8]) -> Result<Option<Kind>, Unreadable> {
    if bytes.starts_with(COMPOUND) {
        // Names of parts are in UTF-16.
        let encrypted: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let protected = bytes.windows(encrypted.len()).any(|part| part == encrypted);
        // XLS says how much memory to take, and nobody can tell whether it lies before it is taken.
        return Err(if protected { Unreadable::Protected } else { Unreadable::Old });
    }
    if !bytes.starts_with(ZIP) {
        return Ok(None);
    }
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Broken)?;
    let kind = if zip.index_for_name("xl/workbook.xml").is_some() {
        Kind::Xlsx
    } else if is_ods(&mut zip) {
        Kind::Ods
    } else {
        return Err(Unreadable::NoWorkbook);
    };
    reasonable(&mut zip)?;
    if kind == Kind::Ods {
        let mut content = String::new();
        // Encrypted content isn't text: who reads the workbook says so.
        let read = zip.by_name("content.xml").map(|mut part| part.read_to_string(&mut content));
        if matches!(read, Ok(Ok(_))) && cells(&content) > MOST_CELLS {
            return Err(Unreadable::TooLarge);
        }
    }
    Ok(Some(kind))
}

fn is_ods(zip: &mut ZipArchive<Cursor<&[u8]>>) -> bool {
    let mut said = String::new();
    let read = zip.by_name("mimetype").map(|part| part.take(200).read_to_string(&mut said));
    matches!(read, Ok(Ok(_))) && said.starts_with("application/vnd.oasis.opendocument.spreadsheet")
}

/// Inflates every part into nothing, and stops as soon as it is too much: the sizes that an archive states may be lies.
fn reasonable(zip: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), Unreadable> {
    let mut left = MOST_BYTES;
    for at in 0..zip.len() {
        let part = zip.by_index(at).map_err(|_| Unreadable::Broken)?;
        let size = io::copy(&mut part.take(left + 1), &mut io::sink()).map_err(|_| Unreadable::Broken)?;
        left = left.checked_sub(size).ok_or(Unreadable::TooLarge)?;
    }
    Ok(())
}

/// Rows times columns that hold something, in the largest sheet: ODS writes a thousand equal cells as one with a count.
fn cells(content: &str) -> u64 {
    let (mut most, mut rows, mut columns) = (0_u64, 0_u64, 0_u64);
    let (mut column, mut pending) = (0_u64, 0_u64);
    for tag in content.split("<table:").skip(1) {
        let end = tag.find('>').unwrap_or(tag.len());
        let (head, name) = (&tag[..end], tag.split([' ', '>', '/']).next().unwrap_or_default());
        match name {
            "table" => (rows, columns, pending) = (0, 0, 0),
            "table-row" => {
                column = 0;
                pending = pending.saturating_add(count(head, "table:number-rows-repeated"));
            }
            "table-cell" | "covered-table-cell" => {
                column = column.saturating_add(count(head, "table:number-columns-repeated"));
                if !head.ends_with('/') || head.contains("office:value") {
                    columns = columns.max(column);
                    rows = rows.max(pending);
                }
            }
            _ => {}
        }
        most = most.max(rows.saturating_mul(columns));
    }
    most
}

fn count(head: &str, attribute: &str) -> u64 {
    let value = head.split_once(attribute).and_then(|(_, rest)| rest.split(['"', '\'']).nth(1));
    value.and_then(|value| value.parse().ok()).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_cells_are_counted_where_something_stands() {
        let sheet = |row: &str| {
            format!("<table:table table:name=\"a\"><table:table-row>{row}</table:table-row></table:table>")
        };
        assert_eq!(cells(&sheet("<table:table-cell/>")), 0);
        assert_eq!(cells(&sheet("<table:table-cell><text:p>a</text:p></table:table-cell>")), 1);
        let tail = "<table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"16384\"/>";
        assert_eq!(cells(&sheet(tail)), 1);
        let bomb = "<table:table><table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"16384\" office:value=\"1\"/></table:table-row></table:table>";
        assert_eq!(cells(bomb), 16_384_000_000);
    }
}
