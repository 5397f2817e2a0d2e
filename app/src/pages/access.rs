//! Coming in, and what one should know before.

pub mod asked;
pub mod decline;
pub mod enter;
pub mod quiet;
pub mod rules;
pub mod sign_in;
