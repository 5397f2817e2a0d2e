//! One text as DOCX, ODT and standalone HTML, with its changes tracked as those formats track them.
//!
//! **Invariants:** accepting every change gives [`Side::Adopted`] and rejecting every change gives [`Side::Submitted`],
//! without an empty paragraph left behind; the same text gives the same bytes; words are data.

mod docx;
mod html;
mod model;
mod odt;
mod pack;
mod xml;

pub use docx::docx;
pub use html::html;
pub use model::{Block, Change, ChangeKind, Link, Paragraph, Role, Run, Side, Table, Text};
pub use odt::odt;
