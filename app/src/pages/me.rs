//! The pages of whoever is signed in.

pub mod data;
pub mod leave;
pub mod settings;
