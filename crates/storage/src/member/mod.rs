//! People of a congress.

mod add;
mod change;
mod read;
mod row;

pub use add::NewMember;
pub(crate) use row::{MemberRow, member_columns};
