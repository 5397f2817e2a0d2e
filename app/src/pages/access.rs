//! Coming in.

pub mod enter;
