//! The file of the demonstration's motion and amendments, read.

use domain::amendment::{AmendmentState, Avis};
use domain::wording::{BlockKind, Words};
use serde::Deserialize;

const MOTION: &str = include_str!("../../demo/motion.toml");

/// The motion and its amendments.
pub(super) fn written() -> Result<Written, toml::de::Error> {
    toml::from_str(MOTION)
}

/// The file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    pub(super) title: String,
    pub(super) block: Vec<WrittenBlock>,
    pub(super) amendment: Vec<WrittenAmendment>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenBlock {
    pub(super) kind: BlockKind,
    pub(super) words: Words,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenAmendment {
    pub(super) block: Option<u32>,
    pub(super) within: Option<u32>,
    pub(super) old: Option<String>,
    pub(super) new: Option<String>,
    pub(super) words: Option<Words>,
    #[serde(rename = "as")]
    pub(super) kind: Option<BlockKind>,
    #[serde(default)]
    pub(super) delete: bool,
    pub(super) title: String,
    pub(super) motive: String,
    pub(super) by: String,
    #[serde(default)]
    pub(super) with: Vec<String>,
    pub(super) avis: Option<Avis>,
    #[serde(default)]
    pub(super) says: String,
    pub(super) fate: Option<AmendmentState>,
}
