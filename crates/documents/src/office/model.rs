//! The text that the three formats are written from.

use domain::time::Timestamp;

use crate::french::NBSP;

/// A whole text.
#[derive(Clone, Debug)]
pub struct Text {
    /// What it is called, printed above it.
    pub title: String,
    /// Who stands behind it.
    pub authors: Vec<String>,
    /// Its moment, which dates everything in the file.
    pub at: Timestamp,
    /// The hash of what it says, printed at the foot of each page.
    pub hash: String,
    /// A sentence under the title, such as that it is a draft.
    pub notice: Option<String>,
    /// What it says, in reading order.
    pub blocks: Vec<Block>,
}

/// A part of a text.
#[derive(Clone, Debug)]
pub enum Block {
    /// Words.
    Paragraph(Paragraph),
    /// Rows and columns.
    Table(Table),
}

/// Words that stand together.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// What it is in the text.
    pub role: Role,
    /// Where links to it arrive: letters, digits, `-` and `_`, once in a text.
    pub anchor: Option<String>,
    /// Its words.
    pub runs: Vec<Run>,
    /// The change that brought or took the paragraph as a whole; its runs' own changes don't count then.
    pub change: Option<Change>,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A heading, 1 to 4; other levels are brought into these.
    Heading(u8),
    /// Ordinary words.
    Body,
    /// A proposition, numbered through the text.
    Proposition,
    /// A line of a list.
    Item,
    /// Words of somebody else.
    Quotation,
    /// Whose words stand above.
    Source,
}

/// Words that look alike.
#[derive(Clone, Debug, Default)]
pub struct Run {
    /// The words; a line feed breaks the line.
    pub text: String,
    /// Stressed.
    pub emphasis: bool,
    /// Stressed more.
    pub strong: bool,
    /// Where they lead.
    pub link: Option<Link>,
    /// What brought or took them.
    pub change: Option<Change>,
}

/// Where words lead.
#[derive(Clone, Debug)]
pub enum Link {
    /// To a paragraph's anchor.
    Anchor(String),
    /// To a page: an `http` or `https` address; others are dropped.
    Address(String),
}

/// A change, as a word processor shows it beside the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which.
    pub kind: ChangeKind,
    /// Whose: « Amendement 12, déposé par … ».
    pub author: String,
    /// When.
    pub at: Timestamp,
}

/// What a change did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// The words came.
    Inserted,
    /// The words went.
    Deleted,
}

/// Rows and columns, unchanged.
#[derive(Clone, Debug)]
pub struct Table {
    /// What it tells, in a line above it.
    pub caption: String,
    /// The headings of its columns, repeated on each page.
    pub head: Vec<String>,
    /// Its rows, each as wide as the head.
    pub rows: Vec<Vec<String>>,
}

/// Which text one reads of a text with changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Every change rejected.
    Submitted,
    /// Every change accepted.
    Adopted,
}

impl Side {
    fn keeps(self, change: Option<&Change>) -> bool {
        !matches!(
            (self, change.map(|change| change.kind)),
            (Self::Submitted, Some(ChangeKind::Inserted)) | (Self::Adopted, Some(ChangeKind::Deleted))
        )
    }
}

impl Paragraph {
    /// Unchanged words.
    pub fn plain(role: Role, text: impl Into<String>) -> Self {
        let runs = vec![Run { text: text.into(), ..Run::default() }];
        Self { role, anchor: None, runs, change: None }
    }

    /// The change of `run`: the paragraph's, where it has one.
    pub(super) fn change_of<'a>(&'a self, run: &'a Run) -> Option<&'a Change> {
        self.change.as_ref().or(run.change.as_ref())
    }
}

impl Table {
    /// A cell as a paragraph of its own.
    pub(super) fn cell(words: &str, is_head: bool) -> Paragraph {
        let run = Run { text: words.to_owned(), strong: is_head, ..Run::default() };
        Paragraph { runs: vec![run], ..Paragraph::plain(Role::Body, "") }
    }
}

impl Text {
    /// « Empreinte du document : 3f9a… »: what stands at the foot of each page.
    pub(super) fn content(&self) -> String {
        format!("Empreinte du document{NBSP}: {}", self.hash)
    }

    /// The paragraphs that one reads on a side, outside tables, without numbers and without the title.
    pub fn read(&self, side: Side) -> Vec<String> {
        let paragraphs = self.blocks.iter().filter_map(|block| match block {
            Block::Paragraph(paragraph) if side.keeps(paragraph.change.as_ref()) => Some(paragraph),
            _ => None,
        });
        paragraphs
            .map(|paragraph| {
                let runs = paragraph.runs.iter().filter(|run| side.keeps(paragraph.change_of(run)));
                runs.map(|run| super::xml::clean(&run.text)).collect()
            })
            .collect()
    }
}
