//! The motion, its annexes, the pictures and the open data, as bytes.
//!
//! **Invariants:** what people wrote is data and never code, in a PDF as in a CSV; every verbatim of a dossier is in
//! its document once, and the sums that it prints are checked before; the same input gives the same bytes.
//! No file, no network and no clock: moments are arguments.

mod error;
mod fonts;
mod french;
mod glyphs;
pub mod office;
pub mod open_data;
pub mod pdf;
pub mod picture;
mod spoken;
pub mod version;

pub use error::DocumentError;
