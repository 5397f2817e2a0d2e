//! The engine as those who call it see it.
#![expect(clippy::unwrap_used, reason = "a test that can't go on panics")]

mod analyse;
mod common;
mod demo;
mod kinds;
mod previous;
