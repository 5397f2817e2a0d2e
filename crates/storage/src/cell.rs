//! Stored values to domain values: what the domain refuses is corrupt, and named.

use std::fmt::Display;
use std::ops::Range;
use std::str::FromStr;

use crate::error::{Result, StorageError};

/// The row that values are read from.
#[derive(Clone, Copy)]
pub(crate) struct At<'a> {
    table: &'static str,
    row: &'a dyn Display,
}

impl<'a> At<'a> {
    pub(crate) fn new(table: &'static str, row: &'a dyn Display) -> Self {
        Self { table, row }
    }

    /// The error that names `column` of this row.
    pub(crate) fn corrupt(self, column: &'static str) -> StorageError {
        StorageError::Corrupt { table: self.table, column, row: self.row.to_string() }
    }

    /// A code or another text with a form.
    pub(crate) fn parse<T: FromStr>(self, column: &'static str, text: &str) -> Result<T> {
        text.parse().map_err(|_| self.corrupt(column))
    }

    /// A code that may be absent.
    pub(crate) fn parse_some<T: FromStr>(
        self,
        column: &'static str,
        text: Option<&str>,
    ) -> Result<Option<T>> {
        text.map(|text| self.parse(column, text)).transpose()
    }

    /// A whole number within what `T` holds.
    pub(crate) fn number<T: TryFrom<i64>>(self, column: &'static str, value: i64) -> Result<T> {
        T::try_from(value).map_err(|_| self.corrupt(column))
    }

    /// A value that must be there when another one is.
    pub(crate) fn some<T>(self, column: &'static str, value: Option<T>) -> Result<T> {
        value.ok_or_else(|| self.corrupt(column))
    }

    /// Bytes from `start` to just before `end`, which must cut `text` between characters.
    pub(crate) fn span(self, text: &str, start: i64, end: i64) -> Result<Range<usize>> {
        let start: usize = self.number("start_byte", start)?;
        let end: usize = self.number("end_byte", end)?;
        if text.get(start..end).is_none_or(str::is_empty) {
            return Err(self.corrupt(if text.is_char_boundary(start) { "end_byte" } else { "start_byte" }));
        }
        Ok(start..end)
    }
}

/// A count or a size as SQL holds it. Nothing in memory has more than 2⁶³ parts.
pub(crate) fn stored(size: usize) -> i64 {
    i64::try_from(size).unwrap_or(i64::MAX)
}
