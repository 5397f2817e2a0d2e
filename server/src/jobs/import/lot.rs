//! A file that staff sent, read as they want it to be: contributions or people.

use app::routes::ImportChoice;
use domain::import::ImportKind;
use domain::reading::ImportRemark;
use intake::members::{MemberField, MemberRow};
use intake::{Announced, Field, Layout, Mapping, Row, Unreadable};

use super::{report, told};

/// What it holds.
#[derive(Clone, Debug)]
pub enum Rows {
    /// Texts.
    Texts(Vec<Row>),
    /// People.
    People(Vec<MemberRow>),
}

/// A file, read.
#[derive(Clone, Debug)]
pub struct Lot {
    /// As [`app::text::import::format`] names it.
    pub encoding: &'static str,
    /// What stands between its cells, if anything does.
    pub separator: Option<char>,
    /// Its columns, and the name of the field that each was taken for.
    pub columns: Vec<(String, Option<&'static str>)>,
    /// The lines that were taken, in order.
    pub rows: Rows,
    /// How many lines weren't.
    pub refused: u32,
    /// What is told of lines, in order, then of the whole.
    pub remarks: Vec<ImportRemark>,
}

impl Lot {
    /// How many lines were taken.
    pub fn len(&self) -> usize {
        match &self.rows {
            Rows::Texts(rows) => rows.len(),
            Rows::People(rows) => rows.len(),
        }
    }

    /// Whether no line was.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Refuses lines of people who asked to be erased.
    pub fn refuse_erased(&mut self, lines: &[u64]) {
        self.refused += u32::try_from(lines.len()).unwrap_or(u32::MAX);
        self.remarks.extend(lines.iter().map(|line| told::erased(*line)));
        in_order(&mut self.remarks);
    }
}

/// Reads a file.
///
/// # Errors
/// When nothing of it can be read, or not as `choice` says.
pub fn read(kind: ImportKind, bytes: &[u8], choice: &ImportChoice) -> Result<Lot, Unreadable> {
    match kind {
        ImportKind::Contributions => texts(bytes, choice),
        ImportKind::People => people(bytes, choice),
    }
}

/// The fields of a kind of file that columns may be chosen for.
pub fn fields(kind: ImportKind) -> Vec<&'static str> {
    match kind {
        ImportKind::Contributions => Field::names().collect(),
        // Roles are never taken from a file.
        ImportKind::People => MemberField::names().filter(|name| *name != MemberField::Role.name()).collect(),
    }
}

fn texts(bytes: &[u8], choice: &ImportChoice) -> Result<Lot, Unreadable> {
    let table = intake::read(bytes, &mapping(choice, ImportKind::Contributions))?;
    let lines = table.refused.iter().map(told::refused);
    Ok(Lot {
        encoding: report::encoding(table.encoding),
        separator: table.separator,
        remarks: lines.chain(table.notes.iter().map(told::noted)).collect(),
        columns: columns(table.layout, Field::name),
        refused: u32::try_from(table.refused.len()).unwrap_or(u32::MAX),
        rows: Rows::Texts(table.rows),
    })
}

fn people(bytes: &[u8], choice: &ImportChoice) -> Result<Lot, Unreadable> {
    let list = intake::members::read(bytes, &mapping(choice, ImportKind::People))?;
    let lines = list.refused.iter().map(told::nobody).chain(list.warnings.iter().map(told::doubted));
    let mut remarks: Vec<ImportRemark> = lines.chain(list.notes.iter().map(told::noted)).collect();
    in_order(&mut remarks);
    Ok(Lot {
        encoding: report::encoding(list.encoding),
        separator: list.separator,
        remarks,
        columns: columns(list.layout, MemberField::name),
        refused: u32::try_from(list.refused.len()).unwrap_or(u32::MAX),
        rows: Rows::People(list.rows),
    })
}

/// By line, those of the whole last.
fn in_order(remarks: &mut [ImportRemark]) {
    remarks.sort_by_key(|remark| (remark.line.is_none(), remark.line));
}

fn columns<F>(layout: Layout<F>, name: fn(F) -> &'static str) -> Vec<(String, Option<&'static str>)> {
    layout.columns.into_iter().map(|(column, field)| (column, field.map(name))).collect()
}

fn mapping<F: Announced>(choice: &ImportChoice, kind: ImportKind) -> Mapping<F> {
    let sheet = Some(choice.sheet.clone()).filter(|sheet| !sheet.is_empty());
    let Some(chosen) = &choice.columns else { return Mapping::of_sheet(sheet) };
    let offered = fields(kind);
    let columns =
        chosen.iter().filter(|(name, _)| offered.contains(&name.as_str())).filter_map(|(name, at)| {
            let field = F::NAMES.iter().find(|(_, known, _)| known == name);
            field.map(|(field, ..)| (*field, *at))
        });
    Mapping::exactly(columns, sheet)
}
