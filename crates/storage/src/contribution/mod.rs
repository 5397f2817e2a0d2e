//! Contributions: taken in, read, shown.

mod add;
mod page;
mod postings;
mod read;
pub(crate) mod row;
pub(crate) mod signature;

pub use add::{Added, NewContribution};
pub(crate) use postings::Postings;
pub(crate) use row::{ContributionRow, contribution_columns};
pub(crate) use signature::{TerritoryRow, signatory};
