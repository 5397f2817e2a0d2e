//! Versions that were published: numbered, never changed, known by the hash of their words.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fmt;
use std::fmt::Write as _;
use std::str::FromStr;

use super::block::{Block, BlockKey, BlockKind, Shape, numbered};
use super::field::{Field, fill};
use super::machine::Spans;

/// The number of a version: « v1 » in addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct VersionNumber(u32);

impl VersionNumber {
    /// The `number`th version, from 1.
    pub const fn new(number: u32) -> Self {
        Self(number)
    }

    /// Its number.
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl fmt::Display for VersionNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "v{}", self.0)
    }
}

/// A text that is no [`VersionNumber`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a version is called « v » and its number")]
pub struct VersionNumberError;

impl FromStr for VersionNumber {
    type Err = VersionNumberError;

    fn from_str(text: &str) -> Result<Self, VersionNumberError> {
        let digits = text.strip_prefix('v').filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
        let number = digits.and_then(|digits| digits.parse().ok()).filter(|number| *number > 0);
        number.map(Self).ok_or(VersionNumberError)
    }
}

/// A block of a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frozen {
    /// Its name, the same in every version.
    pub key: BlockKey,
    /// What it is.
    pub kind: BlockKind,
    /// Its number among those of its kind, if they are numbered.
    pub number: Option<u32>,
    /// Its words with their marks, fields filled in.
    pub words: String,
    /// What of them was a machine's when it was published.
    pub machine: Spans,
}

/// The blocks as they would be published now: numbered, with what `said` says in the place of each field.
pub fn freeze(blocks: &[Block], said: impl Fn(Field) -> String) -> Vec<Frozen> {
    let frozen = numbered(blocks).into_iter().map(|of| {
        let (words, machine) = filled(of.block, &said);
        Frozen { key: of.block.key, kind: of.block.kind, number: of.number, words, machine }
    });
    frozen.collect()
}

/// The words of a block with its fields filled in, and where what is the machine's stands by then.
fn filled(block: &Block, said: &impl Fn(Field) -> String) -> (String, Spans) {
    let text = block.words.as_str();
    let (mut words, mut spans, mut at) = (String::new(), Vec::new(), 0);
    for span in block.machine.as_slice() {
        let (Some(before), Some(own)) = (text.get(at..span.start), text.get(span.clone())) else { continue };
        words += &fill(before, said);
        let start = words.len();
        words += &fill(own, said);
        spans.push(start..words.len());
        at = span.end;
    }
    words += &fill(text.get(at..).unwrap_or_default(), said);
    (words, Spans::new(spans).unwrap_or_default())
}

/// The SHA-256, in hexadecimal, of a version's words: of what it is called, how it is shaped, and each block with its name, kind
/// and number. The length before each text leaves one way only to read what was hashed.
pub fn digest(title: &str, shape: Shape, blocks: &[Frozen]) -> String {
    let mut hash = Sha256::new();
    hash.update(format!("motion 1\n{} {}\n{title}\n", shape.code(), title.len()));
    for block in blocks {
        let number = block.number.map_or_else(|| "-".to_owned(), |number| number.to_string());
        let (kind, bytes) = (block.kind.code(), block.words.len());
        hash.update(format!("{} {kind} {number} {bytes}\n{}\n", block.key, block.words));
    }
    let mut text = String::with_capacity(64);
    for byte in hash.finalize() {
        // Writing to a string can't fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn block(key: u32, words: &str) -> Frozen {
        let (kind, machine) = (BlockKind::Paragraph, Spans::default());
        Frozen { key: BlockKey::new(key), kind, number: None, words: words.to_owned(), machine }
    }

    #[test]
    fn a_version_is_read_as_it_is_written() {
        assert_eq!("v3".parse(), Ok(VersionNumber::new(3)));
        for bad in ["v0", "3", "v", "v-1", "v1.2"] {
            assert_eq!(bad.parse::<VersionNumber>(), Err(VersionNumberError), "{bad}");
        }
    }

    #[test]
    fn what_is_the_machines_is_found_again_once_figures_stand_in_it() {
        let words = "Sur {contributions}. Lues {verbatims} fois.";
        let block = Block {
            key: BlockKey::new(1),
            kind: BlockKind::Preamble,
            words: words.parse().unwrap(),
            machine: "0-20 21-43".parse().unwrap(),
        };
        let frozen =
            freeze(
                &[block],
                |field| if field == Field::Verbatims { "2".to_owned() } else { "492".to_owned() },
            );
        assert_eq!(frozen[0].words, "Sur 492. Lues 2 fois.");
        assert_eq!(frozen[0].machine.to_string(), "0-8 9-21");
    }

    proptest! {
        #[test]
        fn other_words_have_another_hash(one in "[a\n p1]{0,12}", other in "[a\n p1]{0,12}") {
            let of = |words: &str| digest("Motion", Shape::Own, &[block(1, words), block(2, "fin")]);
            prop_assert_eq!(of(&one) == of(&other), one == other);
            let apart = digest("Motion", Shape::Own, &[block(1, &one), block(2, &other)]);
            let together = digest("Motion", Shape::Own, &[block(1, &format!("{one}\np2 paragraphe - {}\n{other}", other.len()))]);
            prop_assert_ne!(apart, together);
        }
    }
}
