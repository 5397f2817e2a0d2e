//! The pages of staff about people.

pub mod invite;
pub mod list;
pub mod new;
pub mod read;
pub mod remind;
pub mod territories;

mod fields;

pub use fields::{Who, name};
