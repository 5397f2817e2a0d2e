//! The motion that people write: its blocks, who holds one, what they rest on, and what was published.

use serde::{Deserialize, Serialize};

use super::{Figures, Quote};
use crate::id::{CitationId, MemberId};
use crate::line::Line;
use crate::time::Timestamp;
use crate::wording::{
    Block, BlockKey, BlockKind, Frozen, Origin, RevisionAct, Shape, Spans, Stage, Stance, VersionNumber,
    Words,
};

/// What a motion is called, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MotionHead {
    /// Its title.
    pub title: Line,
    /// How it is worded.
    pub shape: Shape,
    /// Where it stands.
    pub stage: Stage,
    /// What it began with.
    pub origin: Origin,
    /// When it began.
    pub started_at: Timestamp,
}

/// Who is writing a block: nobody else may until then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// Who.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// Until when, unless they hold on to it.
    pub until: Timestamp,
}

/// A block as staff sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockLine {
    /// The block.
    pub block: Block,
    /// How many times its words were written down.
    pub version: u32,
    /// Who was the last to write them; none: the machine, or a command.
    pub by: Option<String>,
    /// When.
    pub at: Timestamp,
    /// Who holds it, or held it last.
    pub holder: Option<Holder>,
    /// Verbatims that stand beside it.
    pub sources: u32,
}

impl BlockLine {
    /// Who writes it at that moment.
    pub fn writer(&self, now: Timestamp) -> Option<&Holder> {
        self.holder.as_ref().filter(|of| of.until > now)
    }

    /// Whether somebody else writes it at that moment.
    pub fn is_kept_from(&self, member: MemberId, now: Timestamp) -> bool {
        self.writer(now).is_some_and(|of| of.member != member)
    }
}

/// A version, in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedLine {
    /// Its number.
    pub number: VersionNumber,
    /// The hash of its words.
    pub digest: String,
    /// When it was published.
    pub at: Timestamp,
    /// By whom.
    pub by: Option<String>,
    /// Sentences that were a machine's then.
    pub machine: u32,
    /// Verbatims of the analysis of which nobody had said what becomes.
    pub pending: u32,
}

/// The whole motion as staff sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MotionDesk {
    /// Its head.
    pub head: MotionHead,
    /// Its blocks in order.
    pub blocks: Vec<BlockLine>,
    /// Those that were taken out.
    pub removed: Vec<BlockLine>,
    /// Its versions, the last first.
    pub versions: Vec<PublishedLine>,
    /// What its fields say.
    pub figures: Figures,
    /// Verbatims of the analysis of which nobody has said what becomes.
    pub pending: u32,
}

/// One wording of a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RevisionLine {
    /// Its number, from 1.
    pub version: u32,
    /// How it came.
    pub act: RevisionAct,
    /// What the block was.
    pub kind: BlockKind,
    /// Its words.
    pub words: Words,
    /// What of them was the machine's.
    pub machine: Spans,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Option<String>,
}

/// A verbatim beside a block.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// The citation; none in a version, where nothing is taken away.
    pub id: Option<CitationId>,
    /// The block.
    pub block: BlockKey,
    /// What it is there for.
    pub stance: Stance,
    /// The words.
    pub quote: Quote,
}

/// A version as everybody reads it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PublishedMotion {
    /// Which one.
    pub line: PublishedLine,
    /// Its title.
    pub title: Line,
    /// How it is worded.
    pub shape: Shape,
    /// Its blocks.
    pub blocks: Vec<Frozen>,
    /// What they rest on, by block.
    pub sources: Vec<Source>,
}
