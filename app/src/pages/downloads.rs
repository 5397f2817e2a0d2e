//! Files to take away.

pub mod list;
pub mod pending;
