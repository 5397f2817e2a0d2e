//! What a motion is made of.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

use super::machine::Spans;
use super::words::Words;
use crate::coded;

coded! {
    /// How a congress words its motion.
    pub enum Shape {
        /// Objectives « Pour … » with prose under each.
        Objectives = "objectifs",
        /// Principles with numbered propositions under each.
        Principles = "principes",
        /// As its writers like.
        Own = "propre",
    }
}

coded! {
    /// What a block is.
    pub enum BlockKind {
        /// A paragraph of the preamble: where the text comes from.
        Preamble = "preambule",
        /// The heading of an objective, a principle or another part.
        Heading = "intitule",
        /// Prose.
        Paragraph = "paragraphe",
        /// What is voted and answered by itself.
        Proposition = "proposition",
    }
}

/// A block's name within its motion: given once, in the order in which blocks were added, and never given again. « p12 » in
/// addresses and anchors, wherever the block stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BlockKey(u32);

impl BlockKey {
    /// The `number`th block that was added, from 1.
    pub const fn new(number: u32) -> Self {
        Self(number)
    }

    /// Its number.
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl fmt::Display for BlockKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "p{}", self.0)
    }
}

/// A text that is no [`BlockKey`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a block is called « p » and its number")]
pub struct BlockKeyError;

impl FromStr for BlockKey {
    type Err = BlockKeyError;

    fn from_str(text: &str) -> Result<Self, BlockKeyError> {
        let digits = text.strip_prefix('p').filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
        digits.and_then(|digits| digits.parse().ok()).map(Self).ok_or(BlockKeyError)
    }
}

/// A block as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Its name.
    pub key: BlockKey,
    /// What it is.
    pub kind: BlockKind,
    /// Its words, with their marks.
    pub words: Words,
    /// What of them a machine chose and nobody has accepted yet: bytes, one span a sentence.
    pub machine: Spans,
}

/// A block with its number among those of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbered<'b> {
    /// The block.
    pub block: &'b Block,
    /// From 1, for headings and propositions, each throughout the motion; none for prose.
    pub number: Option<u32>,
}

/// Blocks in their order, headings and propositions numbered throughout: an answer speaks of « proposition 7 ».
pub fn numbered(blocks: &[Block]) -> Vec<Numbered<'_>> {
    let (mut headings, mut propositions) = (0, 0);
    let next = |count: &mut u32| {
        *count += 1;
        Some(*count)
    };
    let mut lines = Vec::with_capacity(blocks.len());
    for block in blocks {
        let number = match block.kind {
            BlockKind::Heading => next(&mut headings),
            BlockKind::Proposition => next(&mut propositions),
            BlockKind::Preamble | BlockKind::Paragraph => None,
        };
        lines.push(Numbered { block, number });
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_is_written() {
        assert_eq!(BlockKey::new(12).to_string().parse(), Ok(BlockKey::new(12)));
        for bad in ["", "p", "12", "p-1", "p+1", "p99999999999", "P1"] {
            assert_eq!(bad.parse::<BlockKey>(), Err(BlockKeyError), "{bad}");
        }
    }

    #[test]
    fn propositions_are_numbered_throughout() {
        use BlockKind::{Heading, Paragraph, Preamble, Proposition};
        let kinds = [Preamble, Heading, Proposition, Proposition, Heading, Paragraph, Proposition];
        let block = |(kind, key): (&BlockKind, u32)| Block {
            key: BlockKey::new(key),
            kind: *kind,
            words: "Des mots.".parse().unwrap(),
            machine: Spans::default(),
        };
        let blocks: Vec<Block> = kinds.iter().zip(1..).map(block).collect();
        let numbers: Vec<_> = numbered(&blocks).iter().map(|of| of.number).collect();
        assert_eq!(numbers, [None, Some(1), Some(1), Some(2), Some(2), None, Some(3)]);
    }
}
