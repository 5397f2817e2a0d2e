//! How to read this site.

use domain::congress::Congress;

use super::parts;
use crate::text::about;
use crate::{Document, Section};

/// The page, within the congress one comes from if there is a single one.
pub fn document(congress: Option<&Congress>) -> Document {
    Document::new(about::HELP, || parts(about::HELP, about::HELP_LEAD, about::HELP_PARTS))
        .within(congress)
        .at(Section::Help)
}
