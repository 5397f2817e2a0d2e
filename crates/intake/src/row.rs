//! One line to one contribution, or to the reason why not.

use domain::contribution::{Channel, Kind};
use domain::member::{College, Signature};
use domain::time::Timestamp;
use domain::words::{Body, BodyError};

use crate::columns::{Field, Layout};
use crate::fingerprint::Fingerprints;
use crate::separator::{NOTHING, Record};
use crate::{Counts, Note, date, territory};

/// One contribution of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Line of the file where it begins, from 1.
    pub line: u64,
    /// The words, to the letter.
    pub body: Body,
    /// Its title.
    pub title: Option<String>,
    /// Who signed.
    pub signature: Signature,
    /// The kind that its author gave.
    pub kind: Option<Kind>,
    /// The enjeux that its author gave, as written.
    pub areas: Vec<String>,
    /// How it arrived.
    pub channel: Channel,
    /// When it was written, if the file says.
    pub written_at: Option<Timestamp>,
    /// The same in every reading of the file, different for each of its lines.
    pub fingerprint: String,
}

/// A line that was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Line of the file where it begins, from 1.
    pub line: u64,
    /// Why.
    pub reason: RefusalReason,
}

/// Why a line was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusalReason {
    /// The words can't be a contribution's.
    Text(BodyError),
    /// A control character in a cell, where only tabs and line breaks may be: nobody sees it, and it isn't text.
    Control(Field, char),
    /// More cells than columns: found, expected. Most often a separator inside an unquoted text.
    TooManyCells(usize, usize),
}

/// What was counted on the way.
#[derive(Default)]
pub(crate) struct Sums {
    blank: usize,
    twice_encoded: usize,
    unknown_territories: (usize, String),
    not_understood: Counts<Field>,
}

impl Sums {
    fn miss(&mut self, field: Field, cell: &str) {
        let (count, example) = self.not_understood.entry(field).or_default();
        *count += 1;
        if example.is_empty() {
            *example = cell.chars().take(60).collect();
        }
    }

    pub fn notes(self) -> Vec<Note> {
        let missed = self
            .not_understood
            .into_iter()
            .map(|(field, (count, example))| Note::NotUnderstood(field, count, example));
        let mut notes: Vec<Note> = missed.collect();
        if self.unknown_territories.0 > 0 {
            notes.push(Note::UnknownTerritory(self.unknown_territories.0, self.unknown_territories.1));
        }
        if self.twice_encoded > 0 {
            notes.push(Note::TwiceEncoded(self.twice_encoded));
        }
        if self.blank > 0 {
            notes.push(Note::BlankLines(self.blank));
        }
        notes
    }
}

/// Every record to a row or a refusal; wholly empty ones are counted and passed over.
pub(crate) fn read_all(records: &[Record], layout: &Layout, sums: &mut Sums) -> (Vec<Row>, Vec<Refusal>) {
    let (mut rows, mut refused) = (Vec::new(), Vec::new());
    let mut fingerprints = Fingerprints::default();
    for record in records {
        if record.is_blank() {
            sums.blank += 1;
            continue;
        }
        match read(record, layout, &mut fingerprints, sums) {
            Ok(row) => rows.push(row),
            Err(reason) => refused.push(Refusal { line: record.line, reason }),
        }
    }
    (rows, refused)
}

fn read(
    record: &Record,
    layout: &Layout,
    fingerprints: &mut Fingerprints,
    sums: &mut Sums,
) -> Result<Row, RefusalReason> {
    let (found, expected) = (record.cells.len(), layout.columns.len());
    if expected == 1 && found > 1 {
        return Err(RefusalReason::Control(Field::Text, char::from(NOTHING)));
    }
    if record.cells.iter().skip(expected).any(|cell| !cell.trim().is_empty()) {
        return Err(RefusalReason::TooManyCells(found, expected));
    }
    let cell = |field| layout.cell(record, field).map(str::trim).filter(|cell| !cell.is_empty());
    let body: Body = layout.cell(record, Field::Text).unwrap_or("").parse().map_err(RefusalReason::Text)?;
    refuse_control(record, layout)?;
    sums.twice_encoded += usize::from(body.as_str().contains("Ã©") || body.as_str().contains("â€™"));
    let parts = [Field::Reference, Field::Author, Field::FirstName, Field::Title]
        .map(|field| cell(field).unwrap_or(""));
    let fingerprint = fingerprints.draw(&[&parts[..], &[body.as_str()]].concat());
    Ok(Row {
        line: record.line,
        title: cell(Field::Title).map(str::to_owned),
        signature: signature(&cell, sums),
        kind: understood(&cell, Field::Kind, kind, sums),
        areas: cell(Field::Areas).map(areas).unwrap_or_default(),
        channel: understood(&cell, Field::Channel, channel, sums).unwrap_or(Channel::File),
        written_at: understood(&cell, Field::Date, date::parse, sums),
        body,
        fingerprint,
    })
}

/// The text has rules of its own: those of [`Body`].
fn refuse_control(record: &Record, layout: &Layout) -> Result<(), RefusalReason> {
    let is_wrong = |sign: &char| sign.is_control() && !matches!(sign, '\t' | '\n' | '\r');
    for (cell, (_, field)) in record.cells.iter().zip(&layout.columns) {
        let field = field.filter(|field| *field != Field::Text);
        if let (Some(field), Some(sign)) = (field, cell.chars().find(is_wrong)) {
            return Err(RefusalReason::Control(field, sign));
        }
    }
    Ok(())
}

fn understood<'a, T>(
    cell: &impl Fn(Field) -> Option<&'a str>,
    field: Field,
    read: impl Fn(&str) -> Option<T>,
    sums: &mut Sums,
) -> Option<T> {
    let said = cell(field)?;
    let value = read(said);
    if value.is_none() {
        sums.miss(field, said);
    }
    value
}

fn signature<'a>(cell: &impl Fn(Field) -> Option<&'a str>, sums: &mut Sums) -> Signature {
    let names = [cell(Field::FirstName), cell(Field::Author)];
    let name = names.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let said = territory::Said {
        code: cell(Field::TerritoryCode),
        name: cell(Field::Territory),
        departement: cell(Field::Departement),
    };
    let territory = territory::find(said).map(|(territory, known)| {
        if !known {
            let (count, example) = &mut sums.unknown_territories;
            *count += 1;
            if example.is_empty() {
                example.clone_from(&territory.name);
            }
        }
        territory
    });
    Signature {
        name: (!name.is_empty()).then_some(name),
        mandate: cell(Field::Mandate).map(str::to_owned),
        college: understood(cell, Field::College, college, sums).unwrap_or(College::Unstated),
        territory,
    }
}

fn kind(said: &str) -> Option<Kind> {
    let said = territories::fold(said);
    let begins = |beginnings: &[&str]| beginnings.iter().any(|beginning| said.starts_with(beginning));
    if begins(&["etat", "constat"]) {
        Some(Kind::Situation)
    } else if begins(&["idee"]) {
        Some(Kind::Idea)
    } else if begins(&["mode", "action"]) {
        Some(Kind::Action)
    } else {
        None
    }
}

pub(crate) fn college(said: &str) -> Option<College> {
    let said = territories::fold(said);
    let known = [
        ("elu", College::Elected),
        ("agent", College::Agents),
        ("parten", College::Partners),
        ("inconnu", College::Unstated),
    ];
    known.into_iter().find(|(word, _)| said.starts_with(word)).map(|(_, college)| college)
}

fn channel(said: &str) -> Option<Channel> {
    let said = territories::fold(said);
    let known = [
        ("ligne", Channel::Online),
        ("atelier", Channel::Workshop),
        ("papier", Channel::Paper),
        ("fichier", Channel::File),
    ];
    known.into_iter().find(|(word, _)| said.contains(word)).map(|(_, channel)| channel)
}

fn areas(said: &str) -> Vec<String> {
    let separator = [';', '|'].into_iter().find(|&sign| said.contains(sign)).unwrap_or(',');
    said.split(separator).map(str::trim).filter(|area| !area.is_empty()).map(str::to_owned).collect()
}
