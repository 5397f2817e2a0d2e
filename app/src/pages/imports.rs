//! Files that staff reads in: sent, looked at, and what became of them.

pub mod list;
pub mod preview;
mod remarks;
pub mod report;
