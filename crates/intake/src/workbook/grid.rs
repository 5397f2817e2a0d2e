//! The cells of a sheet that hold something.

use std::collections::BTreeMap;

use calamine::{Data, Dimensions, Reader, Sheets};

use super::{Book, cell};
use crate::Unreadable;
use crate::separator::Record;

/// Columns between the first and the last that hold something, at most.
const MOST_COLUMNS: u32 = 1_000;
/// A merged cell with no more characters is a label, which stands for each of its rows; a longer one is a text, which was
/// written once.
const LABEL: usize = 200;

/// Row → column → text.
#[derive(Debug, Default)]
pub(super) struct Grid(BTreeMap<u32, BTreeMap<u32, String>>);

impl Grid {
    pub fn read(book: &mut Book<'_>, name: &str) -> Result<Self, Unreadable> {
        let mut grid = Self::default();
        let merged = match book {
            // Cell by cell: a sheet with one cell in its last corner has 17 thousand million.
            Sheets::Xlsx(book) => {
                let mut cells = book.worksheet_cells_reader(name).map_err(|_| Unreadable::Broken)?;
                while let Some(found) = cells.next_cell().map_err(|_| Unreadable::Broken)? {
                    grid.put(found.get_position(), found.get_value().clone().into());
                }
                drop(cells);
                book.merge_cells_by_sheet_name(name).unwrap_or_default()
            }
            other => {
                grid.put_range(&other.worksheet_range(name).map_err(|_| Unreadable::Broken)?);
                Vec::new()
            }
        };
        merged.iter().for_each(|region| grid.fill_down(region));
        Ok(grid)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn put_range(&mut self, range: &calamine::Range<Data>) {
        let (row, column) = range.start().unwrap_or_default();
        for (down, right, data) in range.used_cells() {
            let at = (row + u32::try_from(down).unwrap_or(0), column + u32::try_from(right).unwrap_or(0));
            self.put(at, data.clone());
        }
    }

    fn put(&mut self, (row, column): (u32, u32), data: Data) {
        let text = cell::text(data);
        if !text.trim().is_empty() {
            self.0.entry(row).or_default().insert(column, text);
        }
    }

    /// Only the first cell of a merged region holds its text.
    fn fill_down(&mut self, region: &Dimensions) {
        let ((first, column), (last, _)) = (region.start, region.end);
        let label = self.0.get(&first).and_then(|row| row.get(&column)).cloned();
        let Some(label) = label.filter(|label| last > first && label.chars().count() <= LABEL) else {
            return;
        };
        for (_, row) in self.0.range_mut(first + 1..=last) {
            row.entry(column).or_insert_with(|| label.clone());
        }
    }

    /// The rows as records, the names of columns first: the first row with two cells, or of a sheet of one column the first.
    /// How many rows above it were passed over.
    pub fn into_records(self) -> Result<(usize, Vec<Record>), Unreadable> {
        let columns = || self.0.values().flat_map(|row| row.keys().copied());
        let (first, last) = (columns().min().unwrap_or(0), columns().max().unwrap_or(0));
        if last - first >= MOST_COLUMNS {
            return Err(Unreadable::TooLarge);
        }
        let above = self.0.values().position(|row| row.len() > 1).unwrap_or(0);
        let records = self.0.into_iter().skip(above).map(|(row, cells)| {
            let width = cells.keys().last().map_or(0, |last| last - first + 1);
            let mut record = vec![String::new(); width as usize];
            for (column, text) in cells {
                record[(column - first) as usize] = text;
            }
            Record { line: u64::from(row) + 1, cells: record }
        });
        Ok((above, records.collect()))
    }
}
