//! The documents as their readers get them.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a helper that fails is a test that fails")]

mod common;
mod interchange;
mod office;
mod open_data;
mod pdf;
mod picture;
mod sitting;
mod soffice;
mod version;
