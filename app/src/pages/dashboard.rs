//! Staff follows the call under way.

mod days;
mod people;
pub mod read;
mod where_from;
