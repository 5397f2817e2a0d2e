//! Suites données: what becomes of each verbatim.

pub mod desk;
mod ledger;
mod line;
pub mod read;
