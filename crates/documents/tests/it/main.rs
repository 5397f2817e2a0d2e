//! The documents as their readers get them.
#![expect(clippy::expect_used, reason = "a helper that fails is a test that fails")]

mod common;
mod open_data;
mod pdf;
mod picture;
