//! Fields as they came.

use crate::forms::staff::typed::Fields;

/// The value of a field; empty without it.
pub fn said<'f>(fields: &'f Fields, of: &str) -> &'f str {
    fields.iter().find(|(name, _)| name == of).map_or("", |(_, value)| value.as_str())
}
