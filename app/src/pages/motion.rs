//! The motion.

pub mod absent;
mod paragraph;
pub mod read;
