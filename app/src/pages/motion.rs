//! The motion.

pub mod absent;
mod beside;
mod paragraph;
pub mod read;
