//! Work that takes time, one job a file. Each is idempotent: done twice, it is done once.

pub mod analyse;
pub mod documents;
pub mod import;
pub mod keeping;
pub mod mail;
