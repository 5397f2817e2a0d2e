//! The legal notice: a template that says what the organiser must fill in.

use domain::congress::Congress;

use super::parts;
use crate::Document;
use crate::text::about;

/// The page, within the congress one comes from if there is a single one.
pub fn document(congress: Option<&Congress>) -> Document {
    Document::new(about::LEGAL, || parts(about::LEGAL, about::LEGAL_LEAD, about::LEGAL_PARTS))
        .within(congress)
}
