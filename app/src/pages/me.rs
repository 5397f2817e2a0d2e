//! The pages of whoever is signed in.

pub mod settings;
