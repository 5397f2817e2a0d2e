//! One line to one person, or to the reason why not.

use std::collections::BTreeMap;

use domain::email::Email;
use domain::line::{Line, LineError};
use domain::member::College;
use domain::territory::Territory;

use super::columns::MemberField;
use super::register::{Register, in_lower_case, uncapitalised};
use crate::separator::Record;
use crate::{Layout, territory};

/// A person of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct MemberRow {
    /// Line of the file where it begins, from 1.
    pub line: u64,
    /// First name and family name.
    pub name: Line,
    /// The mandate, without the collectivité.
    pub mandate: Option<Line>,
    /// Who they speak as.
    pub college: College,
    /// What they speak from, if the list of collectivités knows it.
    pub territory: Option<Territory>,
    /// Where to write to them.
    pub email: Option<Email>,
    /// Where to call them, kept to dictate a code.
    pub telephone: Option<Line>,
}

/// A line that was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberRefusal {
    /// Line of the file where it begins, from 1.
    pub line: u64,
    /// Why.
    pub reason: MemberRefusalReason,
}

/// Why a line was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MemberRefusalReason {
    /// Nobody's name.
    NoName,
    /// A cell that can't be one line of text.
    Line(MemberField, LineError),
    /// What stands for an address and isn't one.
    Email(String),
    /// The same person stands on that earlier line.
    Twice(u64),
    /// More cells than columns: found, expected.
    TooManyCells(usize, usize),
}

/// Something of a line that was left aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Line of the file where it begins, from 1.
    pub line: u64,
    /// What.
    pub doubt: Doubt,
}

/// What wasn't understood; as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// A collectivité that the list doesn't know, or that is several communes' without a département.
    Territory(String),
    /// A college that there isn't.
    College(String),
}

/// What was read so far.
pub(super) struct Rows<'a> {
    layout: &'a Layout<MemberField>,
    register: Option<Register>,
    known: BTreeMap<String, u64>,
    rows: Vec<MemberRow>,
    refused: Vec<MemberRefusal>,
    warnings: Vec<Warning>,
}

impl<'a> Rows<'a> {
    pub fn new(layout: &'a Layout<MemberField>, register: Option<Register>) -> Self {
        let (known, rows, refused, warnings) = Default::default();
        Self { layout, register, known, rows, refused, warnings }
    }

    pub fn end(self) -> (Vec<MemberRow>, Vec<MemberRefusal>, Vec<Warning>) {
        (self.rows, self.refused, self.warnings)
    }

    pub fn read(&mut self, record: &Record) {
        let mut doubts = Vec::new();
        let line = record.line;
        match self.person(record, &mut doubts) {
            Ok(row) => {
                self.known.insert(same(&row.name, row.territory.as_ref(), row.email.as_ref()), line);
                self.rows.push(row);
                self.warnings.extend(doubts.into_iter().map(|doubt| Warning { line, doubt }));
            }
            Err(reason) => self.refused.push(MemberRefusal { line, reason }),
        }
    }

    fn person(&self, record: &Record, doubts: &mut Vec<Doubt>) -> Result<MemberRow, MemberRefusalReason> {
        let (found, expected) = (record.cells.len(), self.layout.columns.len());
        if record.cells.iter().skip(expected).any(|cell| !cell.trim().is_empty()) {
            return Err(MemberRefusalReason::TooManyCells(found, expected));
        }
        let cell = Cells { layout: self.layout, record };
        let name = self.name(cell)?;
        let email = match cell.of(MemberField::Email) {
            None => None,
            Some(said) => Some(said.parse().map_err(|_| MemberRefusalReason::Email(said.to_owned()))?),
        };
        let territory = found_territory(cell, doubts);
        if let Some(earlier) = self.known.get(&same(&name, territory.as_ref(), email.as_ref())) {
            return Err(MemberRefusalReason::Twice(*earlier));
        }
        Ok(MemberRow {
            line: record.line,
            mandate: self.mandate(cell)?,
            college: self.college(cell, doubts),
            telephone: telephone(cell)?,
            name,
            territory,
            email,
        })
    }

    fn name(&self, cell: Cells<'_>) -> Result<Line, MemberRefusalReason> {
        let family = cell.of(MemberField::Name).ok_or(MemberRefusalReason::NoName)?;
        let family = match self.register {
            Some(_) => in_lower_case(family),
            None => family.to_owned(),
        };
        let name =
            cell.of(MemberField::FirstName).map_or(family.clone(), |first| format!("{first} {family}"));
        one_line(MemberField::Name, &name)
    }

    fn mandate(&self, cell: Cells<'_>) -> Result<Option<Line>, MemberRefusalReason> {
        let said = cell.of(MemberField::Mandate);
        let mandate = match (self.register, said) {
            (Some(_), Some(function)) => Some(uncapitalised(function)),
            (Some(register), None) => {
                Some(register.mandate(cell.of(MemberField::Sex) == Some("F")).to_owned())
            }
            (None, said) => said.map(str::to_owned),
        };
        mandate.map(|mandate| one_line(MemberField::Mandate, &mandate)).transpose()
    }

    fn college(&self, cell: Cells<'_>, doubts: &mut Vec<Doubt>) -> College {
        match cell.of(MemberField::College) {
            None if self.register.is_some() => College::Elected,
            None => College::Unstated,
            Some(said) => crate::row::college(said).unwrap_or_else(|| {
                doubts.push(Doubt::College(said.to_owned()));
                College::Unstated
            }),
        }
    }
}

/// The cells of a line by what they hold, trimmed; none when empty.
#[derive(Clone, Copy)]
struct Cells<'a> {
    layout: &'a Layout<MemberField>,
    record: &'a Record,
}

impl<'a> Cells<'a> {
    fn of(self, field: MemberField) -> Option<&'a str> {
        self.layout.cell(self.record, field).map(str::trim).filter(|cell| !cell.is_empty())
    }
}

fn one_line(field: MemberField, text: &str) -> Result<Line, MemberRefusalReason> {
    text.parse().map_err(|error| MemberRefusalReason::Line(field, error))
}

fn found_territory(cell: Cells<'_>, doubts: &mut Vec<Doubt>) -> Option<Territory> {
    let said = territory::Said {
        code: cell.of(MemberField::TerritoryCode),
        name: cell.of(MemberField::Territory),
        departement: cell.of(MemberField::Departement),
    };
    match territory::find(said) {
        Some((territory, true)) => Some(territory),
        _ => {
            let written = said.name.or(said.code).or(said.departement);
            doubts.extend(written.map(|written| Doubt::Territory(written.to_owned())));
            None
        }
    }
}

/// What two lines about one person share: the name and the collectivité, or without one the address, which isn't a person's
/// own (mairie@ is normal).
fn same(name: &Line, territory: Option<&Territory>, email: Option<&Email>) -> String {
    let name = territories::fold(name.as_str());
    match (territory, email) {
        (Some(territory), _) => format!("{name}|{}|{}", territory.level.code(), territory.code),
        (None, Some(email)) => format!("{name}|{}", email.as_str()),
        (None, None) => name,
    }
}

/// Spreadsheets eat the first zero of « 0612345678 ».
fn telephone(cell: Cells<'_>) -> Result<Option<Line>, MemberRefusalReason> {
    let Some(said) = cell.of(MemberField::Telephone) else { return Ok(None) };
    let eaten = said.len() == 9 && said.bytes().all(|byte| byte.is_ascii_digit());
    let number = if eaten { format!("0{said}") } else { said.to_owned() };
    one_line(MemberField::Telephone, &number).map(Some)
}
