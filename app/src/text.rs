//! Every French sentence of the screens, one file a noun; nothing is worded anywhere else.
//!
//! Typography stands in the strings themselves: ’ for apostrophes, U+202F inside guillemets and before `; ! ?`,
//! U+00A0 before `:` and between a number and its noun. A test reads the pages for what was forgotten.

pub mod about;
pub mod access;
#[cfg(feature = "ssr")]
pub mod call;
pub mod congress;
pub mod contribution;
pub mod corpus;
#[cfg(feature = "ssr")]
pub mod dashboard;
#[cfg(feature = "ssr")]
pub mod data;
#[cfg(feature = "ssr")]
pub mod date;
#[cfg(feature = "ssr")]
pub mod device;
pub mod download;
pub mod failure;
pub mod form;
pub mod frame;
#[cfg(feature = "ssr")]
pub mod governing;
#[cfg(feature = "ssr")]
pub mod invitation;
pub mod letter;
#[cfg(feature = "ssr")]
pub mod life;
#[cfg(feature = "ssr")]
pub mod mail;
pub mod map;
#[cfg(feature = "ssr")]
pub mod members;
#[cfg(feature = "ssr")]
pub mod mine;
#[cfg(feature = "ssr")]
pub mod moderation;
pub mod motion;
pub mod names;
pub mod number;
pub mod quote;
#[cfg(feature = "ssr")]
pub mod received;
#[cfg(feature = "ssr")]
pub mod rules;
#[cfg(feature = "ssr")]
pub mod run;
#[cfg(feature = "ssr")]
pub mod settings;
pub mod theme;
pub mod tree;
pub mod unsent;
#[cfg(feature = "ssr")]
pub mod writing;
