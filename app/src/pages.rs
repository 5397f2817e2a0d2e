//! The pages, one a file: pure functions from a model of `domain::reading` to a [`Document`](crate::Document).

pub mod about;
pub mod access;
pub mod amending;
pub mod apart;
pub mod congress;
pub mod contributions;
pub mod dashboard;
pub mod dispositions;
pub mod downloads;
pub mod failure;
pub mod governing;
pub mod imports;
pub mod mail;
pub mod map;
pub mod me;
pub mod members;
pub mod moderation;
pub mod motion;
pub mod runs;
pub mod sittings;
pub mod themes;
pub mod wording;
pub mod workshops;
pub mod writing;
