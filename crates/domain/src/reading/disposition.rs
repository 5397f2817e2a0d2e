//! What becomes of verbatims, as pages list it.

use serde::{Deserialize, Serialize};

use super::{Quote, RunTag, ThemeTag};
use crate::disposition::{Disposition, DispositionKind, Ledger, LedgerBy, LedgerPlace};
use crate::time::Timestamp;
use crate::wording::{BlockKey, BlockKind, Stance};

/// Which verbatims are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DispositionsQuery {
    /// What the ledger is counted by.
    pub by: LedgerBy,
    /// Those that stand there.
    pub place: Option<LedgerPlace>,
    /// Those that became that.
    pub kind: Option<DispositionKind>,
    /// The page of the list, from 1.
    pub page: u32,
}

impl Default for DispositionsQuery {
    fn default() -> Self {
        Self { by: LedgerBy::Place, place: None, kind: None, page: 1 }
    }
}

/// A verbatim and what became of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DispositionLine {
    /// The words.
    pub quote: Quote,
    /// What became of it.
    pub disposition: Disposition,
    /// Who settled it last, and when, where somebody did.
    pub settled: Option<(Option<String>, Timestamp)>,
}

/// The ledger, and verbatims of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DispositionsPage {
    /// What was asked; its page is never beyond the last.
    pub query: DispositionsQuery,
    /// The run that they stand in.
    pub run: RunTag,
    /// Its themes, by rank.
    pub themes: Vec<ThemeTag>,
    /// How many became what.
    pub ledger: Ledger,
    /// How many verbatims are asked for.
    pub total: u32,
    /// How many pages they make.
    pub pages: u32,
    /// Those of this page.
    pub lines: Vec<DispositionLine>,
}

impl DispositionsPage {
    /// Verbatims of a page.
    pub const SIZE: u32 = 40;
}

/// Where the motion takes a verbatim up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beside {
    /// The passage.
    pub block: BlockKey,
    /// What it is.
    pub kind: BlockKind,
    /// Its number among those of its kind.
    pub number: Option<u32>,
    /// What the verbatim stands there for.
    pub stance: Stance,
}

/// What became of one verbatim, as everybody reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Became {
    /// What.
    pub disposition: Disposition,
    /// The passages of the last version that it stands beside.
    pub beside: Vec<Beside>,
}
