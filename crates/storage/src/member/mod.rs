//! People of a congress.

mod add;
mod change;
mod erase;
mod erased;
mod event;
mod held;
mod lines;
mod read;
mod remind;
mod rename;
mod representative;
mod row;

pub use add::NewMember;
pub use erase::Erasure;
pub use representative::Representative;
pub(crate) use row::{MemberRow, member_columns};
