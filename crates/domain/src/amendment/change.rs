//! What an amendment does to a block.

use serde::{Deserialize, Serialize};

use crate::coded;
use crate::wording::{BlockKind, Words};

coded! {
    /// What an amendment does.
    pub enum AmendmentKind {
        /// Other words for a block.
        Replace = "remplacer",
        /// A block of its own.
        Insert = "inserer",
        /// No block any more.
        Delete = "supprimer",
    }
}

/// The same with the words that it asks for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// The block is to have these words.
    Replace(Words),
    /// A block of that kind with these words.
    Insert(BlockKind, Words),
    /// The block is to go.
    Delete,
}

impl Change {
    /// What it does.
    pub const fn kind(&self) -> AmendmentKind {
        match self {
            Self::Replace(_) => AmendmentKind::Replace,
            Self::Insert(..) => AmendmentKind::Insert,
            Self::Delete => AmendmentKind::Delete,
        }
    }

    /// The words that it asks for.
    pub const fn words(&self) -> Option<&Words> {
        match self {
            Self::Replace(words) | Self::Insert(_, words) => Some(words),
            Self::Delete => None,
        }
    }

    /// The same change with other words; one that deletes has none.
    #[must_use]
    pub fn with(&self, words: Words) -> Self {
        match self {
            Self::Replace(_) => Self::Replace(words),
            Self::Insert(kind, _) => Self::Insert(*kind, words),
            Self::Delete => Self::Delete,
        }
    }
}
