//! A version of the motion as a file that a ministry opens and a lawyer compares: from one model, under one hash.

mod changes;
mod said;
mod sources;
mod text;

use domain::congress::Congress;
use domain::wording::BlockKey;

pub use changes::changes;
pub use text::text;

pub(crate) use said::{called, notice, stance};
pub(crate) use sources::{by_stance, of_block, words};

/// Where a version is published.
#[derive(Clone, Copy, Debug)]
pub struct Published<'a> {
    /// Its congress.
    pub congress: &'a Congress,
    /// The address of the congress, that links begin with: `https://exemple.fr/congres/2026`.
    pub address: &'a str,
}

impl Published<'_> {
    /// The permanent address of a block.
    pub(crate) fn of_block(&self, version: domain::wording::VersionNumber, key: BlockKey) -> String {
        format!("{}/motion/{version}#{key}", self.address)
    }

    /// The page of a contribution.
    pub(crate) fn of_contribution(&self, number: domain::contribution::ContributionNumber) -> String {
        format!("{}/contributions/{number}", self.address)
    }
}
