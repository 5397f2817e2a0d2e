//! The life of a contribution: posted, rewritten, hidden, published, taken back, erased; supported and completed.
//!
//! Every change holds the congress until the unit of work ends, asks the domain whether it may be made from the state that
//! the contribution is in, and makes the files of before another edition.

mod contacts;
mod correction;
mod draft;
mod erase;
mod event;
mod note;
mod own;
mod post;
mod publish;
mod queue;
mod rewrite;
mod stand;
mod stems;
mod support;
mod versions;
mod withhold;
mod words;

pub(crate) use own::{OwnRow, own_columns};

pub use draft::StoredDraft;
pub use note::Correcting;
pub use post::{NewText, Posted};
pub use queue::Unlooked;
pub use rewrite::{Rewriting, Rewritten};
pub use withhold::Hiding;
