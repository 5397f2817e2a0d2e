//! Ids, parsed texts, lifecycles and what pages read, shared by every room of Plénière.
//!
//! **Invariant:** this crate knows no IO, no clock and no chance. Moments and random bytes are arguments.
//! It compiles to wasm, where the islands use it.
//!
//! The words are those of the glossary in `ARCHITECTURE.md`; the French ones of the screens live in `app::text`.

mod coded;

pub mod access;
pub mod amendment;
pub mod analysis;
pub mod congress;
pub mod contribution;
pub mod diff;
pub mod disposition;
pub mod email;
pub mod flags;
pub mod french;
pub mod id;
pub mod import;
pub mod journal;
pub mod line;
pub mod live;
pub mod mail;
pub mod member;
pub mod minutes;
pub mod moderation;
pub mod motion;
pub mod reading;
pub mod reminder;
pub mod settings;
pub mod sitting;
pub mod territory;
pub mod time;
pub mod vote;
pub mod web;
pub mod wording;
pub mod words;
pub mod workshop;

pub use coded::UnknownCode;
