//! A settlement as columns.

use domain::contribution::ContributionNumber;
use domain::disposition::{DispositionKind, Settled};
use sqlx_macros::FromRow;

use crate::cell::At;
use crate::error::Result;

/// Columns of [`SettledRow`], of the table called `d`; all NULL where nothing was settled.
macro_rules! settled_columns {
    () => {
        "d.kind AS settled_kind, d.near, d.reason AS settled_reason, d.words AS settled_words"
    };
}
pub(super) use settled_columns;

#[derive(FromRow)]
pub(super) struct SettledRow {
    settled_kind: Option<String>,
    near: Option<i64>,
    settled_reason: Option<String>,
    settled_words: Option<String>,
}

impl SettledRow {
    pub(super) fn parse(self, at: &At<'_>) -> Result<Option<Settled>> {
        let Some(kind) = self.settled_kind.as_deref() else { return Ok(None) };
        let kind: DispositionKind = at.parse("kind", kind)?;
        let near = self.near.map(|near| at.number("near", near).map(ContributionNumber::new)).transpose()?;
        let reason = self.settled_reason.as_deref().map(|of| at.parse("reason", of)).transpose()?;
        let words = self.settled_words.as_deref().map(|of| at.parse("words", of)).transpose()?;
        Settled::new(kind, near, reason, words).map(Some).map_err(|_| at.corrupt("kind"))
    }
}
