//! Fields as they came.

use crate::forms::fields::{Fields, value};

/// The value of a field, to the letter; empty without it.
pub fn said<'f>(fields: &'f Fields, of: &str) -> &'f str {
    value(fields, of).unwrap_or_default()
}
