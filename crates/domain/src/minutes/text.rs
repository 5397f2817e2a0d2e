//! The words of the minutes, as they are shown, printed, hashed and signed.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fmt;
use std::str::FromStr;

use crate::journal::Hash;
use crate::vote::PollNumber;

/// Tells a section from another: « presences », « point-2 », « scrutin-3 ».
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum SectionKey {
    /// Who was there.
    Presence,
    /// Who spoke for whom.
    Proxies,
    /// Whether they were enough.
    Quorum,
    /// The item that was begun as such in turn, from 1.
    Item(u32),
    /// A vote.
    Poll(PollNumber),
    /// Items that weren't dealt with.
    Left,
    /// Votes that don't count.
    Apart,
    /// What went wrong.
    Incidents,
    /// What is about nothing else.
    Remarks,
}

/// A text that names no section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no section has that name")]
pub struct SectionKeyError;

impl FromStr for SectionKey {
    type Err = SectionKeyError;

    fn from_str(text: &str) -> Result<Self, SectionKeyError> {
        Ok(match text {
            "presences" => Self::Presence,
            "pouvoirs" => Self::Proxies,
            "quorum" => Self::Quorum,
            "non-traites" => Self::Left,
            "hors-compte" => Self::Apart,
            "incidents" => Self::Incidents,
            "remarques" => Self::Remarks,
            numbered => {
                let (kind, n) = numbered.rsplit_once('-').ok_or(SectionKeyError)?;
                let number = n.parse().ok().filter(|of: &u32| of.to_string() == n).ok_or(SectionKeyError)?;
                match kind {
                    "point" => Self::Item(number),
                    "scrutin" => Self::Poll(PollNumber::new(number)),
                    _ => return Err(SectionKeyError),
                }
            }
        })
    }
}

impl TryFrom<String> for SectionKey {
    type Error = SectionKeyError;

    fn try_from(text: String) -> Result<Self, SectionKeyError> {
        text.parse()
    }
}

impl From<SectionKey> for String {
    fn from(key: SectionKey) -> Self {
        key.to_string()
    }
}

impl fmt::Display for SectionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Presence => f.write_str("presences"),
            Self::Proxies => f.write_str("pouvoirs"),
            Self::Quorum => f.write_str("quorum"),
            Self::Item(n) => write!(f, "point-{n}"),
            Self::Poll(n) => write!(f, "scrutin-{n}"),
            Self::Left => f.write_str("non-traites"),
            Self::Apart => f.write_str("hors-compte"),
            Self::Incidents => f.write_str("incidents"),
            Self::Remarks => f.write_str("remarques"),
        }
    }
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Sentences.
    Paragraph(String),
    /// What was put to the vote, to the letter.
    Quoted(String),
    /// What came out, set off from the rest.
    Result(String),
    /// Lines of one kind.
    List(Vec<String>),
    /// People and what is said of each.
    Table {
        /// What it holds.
        caption: String,
        /// A title for each column.
        head: Vec<String>,
        /// The lines, as many cells each as there are titles.
        rows: Vec<Vec<String>>,
    },
    /// What staff corrected, with who and when.
    Correction(String),
}

/// A section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Which.
    pub key: SectionKey,
    /// Whether it belongs to the one before: a vote to the item under which it was taken.
    pub is_within: bool,
    /// Its title.
    pub title: String,
    /// What stands in it.
    pub parts: Vec<Part>,
}

/// The whole text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinutesText {
    /// Of which sitting of which congress.
    pub title: String,
    /// When, where, open to whom: a line each.
    pub lead: Vec<String>,
    /// What was said and done.
    pub sections: Vec<Section>,
}

impl MinutesText {
    /// The text without any shape, which anybody can hash again: a line for each line, a blank one between pieces.
    pub fn plain(&self) -> String {
        let mut lines = vec![self.title.clone()];
        lines.extend(self.lead.iter().cloned());
        for section in &self.sections {
            lines.extend([String::new(), section.title.clone()]);
            for part in &section.parts {
                lines.push(String::new());
                match part {
                    Part::Paragraph(said)
                    | Part::Quoted(said)
                    | Part::Result(said)
                    | Part::Correction(said) => {
                        lines.push(said.clone());
                    }
                    Part::List(items) => lines.extend(items.iter().map(|item| format!("- {item}"))),
                    Part::Table { caption, head, rows } => {
                        lines.push(caption.clone());
                        lines.push(head.join(" | "));
                        lines.extend(rows.iter().map(|row| row.join(" | ")));
                    }
                }
            }
        }
        lines.push(String::new());
        lines.join("\n")
    }

    /// SHA-256 of [`MinutesText::plain`], in UTF-8: what is signed.
    pub fn hash(&self) -> Hash {
        Sha256::digest(self.plain()).into()
    }

    /// Whether a section of that name is there.
    pub fn has(&self, key: SectionKey) -> bool {
        self.sections.iter().any(|section| section.key == key)
    }
}
