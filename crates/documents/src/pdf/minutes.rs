//! The minutes of a sitting, to be read, signed and kept.

use domain::congress::Congress;
use domain::minutes::{MinutesText, Part, Section};
use domain::time::Timestamp;
use serde::Serialize;

use super::sheet::fiction;
use super::{datetime, typeset, world};
use crate::DocumentError;
use crate::french;
use crate::glyphs::Printer;

/// What the document needs: the text, and what is said around it.
#[derive(Clone, Debug)]
pub struct MinutesPaper {
    /// Whose.
    pub congress: Congress,
    /// « Projet de procès-verbal », « Procès-verbal ».
    pub kind: &'static str,
    /// What that means.
    pub notice: String,
    /// The text.
    pub text: MinutesText,
    /// The hash of its words, once they are kept.
    pub hash: Option<String>,
    /// Where it stands online.
    pub address: String,
    /// When the sitting was to begin: the document's own date.
    pub day: Timestamp,
    /// What tells this document from others.
    pub ident: String,
    /// A heading.
    pub signatures_title: &'static str,
    /// Who signs; nobody while it is a draft.
    pub signatures: Vec<SignatureLine>,
}

/// Somebody who signs.
#[derive(Clone, Debug, Serialize)]
pub struct SignatureLine {
    /// As what.
    pub office: String,
    /// Their name.
    pub name: String,
    /// What became of it; room for a hand where nothing is said.
    pub said: Option<String>,
}

#[derive(Debug, Serialize)]
struct MinutesSheet {
    document_title: String,
    title: String,
    kind: String,
    notice: String,
    congress: String,
    organiser: String,
    fiction: Option<String>,
    lead: Vec<String>,
    sections: Vec<SectionSheet>,
    hash: Option<String>,
    address: String,
    signatures_title: String,
    signatures: Vec<SignatureLine>,
    date: (i16, i8, i8),
}

#[derive(Debug, Serialize)]
struct SectionSheet {
    within: bool,
    title: String,
    parts: Vec<PartSheet>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum PartSheet {
    Paragraph { text: String },
    Quoted { text: String },
    Result { text: String },
    Correction { text: String },
    List { items: Vec<String> },
    Table { caption: String, head: Vec<String>, rows: Vec<Vec<String>> },
}

/// The minutes: the same bytes for the same text, signatures and notice.
///
/// # Errors
/// When the day has no date, or when the pages can't be laid out.
pub fn minutes(paper: &MinutesPaper) -> Result<Vec<u8>, DocumentError> {
    let printer = Printer::new();
    let line = |text: &str| printer.line(text);
    let date = french::day(paper.day)?;
    let signature = |of: &SignatureLine| SignatureLine {
        office: line(&of.office),
        name: line(&of.name),
        said: of.said.as_deref().map(line),
    };
    let sheet = MinutesSheet {
        document_title: format!(
            "{}, {}, {}",
            paper.kind,
            line(&paper.text.title),
            line(&paper.congress.title)
        ),
        title: line(&paper.text.title),
        kind: line(paper.kind),
        notice: line(&paper.notice),
        congress: line(&paper.congress.title),
        organiser: line(&paper.congress.organiser),
        fiction: paper.congress.fictional.then(fiction),
        lead: paper.text.lead.iter().skip(1).map(|said| line(said)).collect(),
        sections: paper.text.sections.iter().map(|of| section(&printer, of)).collect(),
        hash: paper.hash.as_deref().map(line),
        address: paper.address.clone(),
        signatures_title: line(paper.signatures_title),
        signatures: paper.signatures.iter().map(signature).collect(),
        date: (date.year(), date.month(), date.day()),
    };
    let desk = world::Desk::new(world::Page::Minutes, serde_json::to_vec(&sheet)?, datetime(date));
    let bytes = typeset(&desk, paper.ident.clone());
    comemo::evict(0);
    bytes
}

fn section(printer: &Printer, of: &Section) -> SectionSheet {
    SectionSheet {
        within: of.is_within,
        title: printer.line(&of.title),
        parts: of.parts.iter().map(|of| part(printer, of)).collect(),
    }
}

fn part(printer: &Printer, of: &Part) -> PartSheet {
    let line = |text: &String| printer.line(text);
    let lines = |all: &Vec<String>| all.iter().map(line).collect::<Vec<_>>();
    match of {
        Part::Paragraph(text) => PartSheet::Paragraph { text: line(text) },
        Part::Quoted(text) => PartSheet::Quoted { text: line(text) },
        Part::Result(text) => PartSheet::Result { text: line(text) },
        Part::Correction(text) => PartSheet::Correction { text: line(text) },
        Part::List(items) => PartSheet::List { items: lines(items) },
        Part::Table { caption, head, rows } => PartSheet::Table {
            caption: line(caption),
            head: lines(head),
            rows: rows.iter().map(lines).collect(),
        },
    }
}
