//! The accessibility statement.

use domain::congress::Congress;

use super::parts;
use crate::Document;
use crate::text::about;

/// The page, within the congress one comes from if there is a single one.
pub fn document(congress: Option<&Congress>) -> Document {
    Document::new(about::ACCESS, || parts(about::ACCESS, about::ACCESS_LEAD, about::ACCESS_PARTS))
        .within(congress)
}
