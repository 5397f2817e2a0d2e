//! Congresses.

pub mod home;
pub mod list;
