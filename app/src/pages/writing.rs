//! Writing: the form, its acknowledgement, and what one can do about one's own texts.

pub(crate) mod acts;
pub mod close;
mod fields;
pub mod form;
pub mod mine;
pub mod question;
pub mod received;
pub mod shut;
pub(crate) mod still;
pub mod versions;
mod warning;
