//! What is proposed, where, and on which words it was written.

use serde::{Deserialize, Serialize};

use super::change::Change;
use super::edit::{Edit, Moved, applied, edits, rebased, touches};
use super::number::AmendmentNumber;
use crate::wording::{BlockKey, Field, fill};

/// Where an amendment changes something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// In a block.
    At(BlockKey),
    /// Behind a block; none: at the beginning.
    Behind(Option<BlockKey>),
    /// In the words that another amendment asks for: a sub-amendment, of one level.
    Within(AmendmentNumber),
}

/// A change with its place and the words that it was written on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Where.
    pub place: Place,
    /// The words as they stood there, to the letter; nothing where a block is to be inserted.
    pub base: String,
    /// What is to be.
    pub change: Change,
}

impl Proposal {
    /// What it does to the words that it was written on; nothing where it inserts.
    pub fn edits(&self) -> Vec<Edit> {
        match &self.change {
            Change::Replace(words) => edits(&self.base, words.as_str()),
            Change::Delete => vec![Edit { span: 0..self.base.len(), put: String::new() }],
            Change::Insert(..) => Vec::new(),
        }
    }

    /// How many characters it takes and puts: the furthest from the text is voted first.
    pub fn size(&self) -> usize {
        let chars = |text: &str| text.chars().count();
        match &self.change {
            Change::Insert(_, words) => chars(words.as_str()),
            _ => {
                let taken = |edit: &Edit| self.base.get(edit.span.clone()).map_or(0, chars);
                self.edits().iter().map(|edit| taken(edit) + chars(&edit.put)).sum()
            }
        }
    }

    /// Whether both ask for the same thing at the same place: they are discussed and voted together.
    pub fn is_identical(&self, other: &Self) -> bool {
        self.place == other.place && self.change == other.change
    }

    /// Whether adopting one leaves the other nothing to change where it was meant. Those that are identical don't collide.
    pub fn collides(&self, other: &Self) -> bool {
        if self.place != other.place || self.is_identical(other) {
            return false;
        }
        match (&self.change, &other.change) {
            // Blocks that are inserted at one place stand one behind the other.
            (Change::Insert(..), _) | (_, Change::Insert(..)) => false,
            (Change::Delete, _) | (_, Change::Delete) => true,
            (Change::Replace(_), Change::Replace(_)) => {
                // Either may be the one that is asked: which is put on the other's words must not depend on that.
                let (one, other) = if self.base <= other.base { (self, other) } else { (other, self) };
                let Ok(carried) = rebased(&one.base, &one.edits(), &other.base) else { return true };
                let own = other.edits();
                carried.iter().any(|edit| own.iter().any(|of| touches(&other.base, edit, of)))
            }
        }
    }

    /// Whether its place has the words that it was written on, but for figures that are filled in.
    pub fn stands_on(&self, now: &str) -> bool {
        now == self.base || is_filled(now, &self.base)
    }

    /// The words of its place once it is adopted, where they are `now` by then; none: the block goes.
    ///
    /// # Errors
    /// Where what it is about, or the words next to it, have changed since: it is never put elsewhere.
    pub fn on(&self, now: &str) -> Result<Option<String>, Moved> {
        match &self.change {
            Change::Insert(_, words) => Ok(Some(words.to_string())),
            Change::Delete if is_filled(now, &self.base) => Ok(None),
            Change::Delete => Err(Moved),
            Change::Replace(words) if now == self.base => Ok(Some(words.to_string())),
            Change::Replace(_) => {
                rebased(&self.base, &self.edits(), now).map(|edits| Some(applied(now, &edits)))
            }
        }
    }
}

/// Whether `said` is `words`, but for what stands in the place of its fields.
fn is_filled(words: &str, said: &str) -> bool {
    const MARK: &str = "\u{1}";
    let pattern = fill(words, |_: Field| MARK.to_owned());
    let mut parts = pattern.split(MARK);
    let Some(mut rest) = parts.next().and_then(|first| said.strip_prefix(first)) else { return false };
    let parts: Vec<&str> = parts.collect();
    for (at, part) in parts.iter().enumerate() {
        let found = if at + 1 == parts.len() {
            rest.strip_suffix(part).map(|_| "")
        } else {
            rest.split_once(part).map(|(_, behind)| behind)
        };
        let Some(behind) = found else { return false };
        rest = behind;
    }
    rest.is_empty()
}
