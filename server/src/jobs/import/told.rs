//! What the site says of a file's lines: as the command does, but for what one does about it.

use app::text::form;
use app::text::import::{field, told as text};
use domain::line::{Line, LineError};
use domain::reading::ImportRemark;
use intake::members::{Doubt, MemberRefusal, MemberRefusalReason, Warning};
use intake::{Note, Refusal, Unreadable};

use super::words;

/// Why a file can't be read.
pub fn unreadable(reason: &Unreadable) -> String {
    match reason {
        Unreadable::NoText(_) => text::NO_TEXT.to_owned(),
        Unreadable::NoNames(_) => text::NO_NAMES.to_owned(),
        Unreadable::Mapping(_) | Unreadable::NoSheet(..) => text::OTHER_COLUMNS.to_owned(),
        other => capitalised(&words::unreadable(other)),
    }
}

fn capitalised(sentence: &str) -> String {
    let mut signs = sentence.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

/// Why a line of contributions was refused.
pub fn refused(refusal: &Refusal) -> ImportRemark {
    of_line(refusal.line, true, format!("{}.", words::refusal(refusal.reason)))
}

/// Why a line of people was refused.
pub fn nobody(refusal: &MemberRefusal) -> ImportRemark {
    let words = match &refusal.reason {
        MemberRefusalReason::NoName => text::NO_NAME.to_owned(),
        MemberRefusalReason::Line(of, error) => text::bad_cell(field(of.name()), &cell(*error)),
        MemberRefusalReason::Email(_) => text::EMAIL.to_owned(),
        MemberRefusalReason::Twice(earlier) => text::twice(*earlier),
        MemberRefusalReason::TooManyCells(found, expected) => text::too_many_cells(*found, *expected),
    };
    of_line(refusal.line, true, words)
}

fn cell(error: LineError) -> String {
    match error {
        LineError::Empty => form::EMPTY.to_owned(),
        LineError::TooLong(chars) => form::too_long(chars, Line::MAX_CHARS),
        LineError::Control => form::CONTROL.to_owned(),
    }
}

/// What was left aside of somebody's line.
pub fn doubted(warning: &Warning) -> ImportRemark {
    let words = match &warning.doubt {
        Doubt::Territory(written) => text::territory(written),
        Doubt::College(written) => text::college(written),
    };
    of_line(warning.line, false, words)
}

/// Somebody who asked to be erased.
pub fn erased(line: u64) -> ImportRemark {
    of_line(line, true, text::ERASED.to_owned())
}

fn of_line(line: u64, refused: bool, words: String) -> ImportRemark {
    ImportRemark { line: Some(line), refused, words }
}

/// What deserves a look in the whole.
pub fn noted(note: &Note) -> ImportRemark {
    let words = match note {
        Note::TextGuessed(column) => text::text_guessed(column),
        Note::Sheet(read, _) => text::sheet(read),
        other => words::note(other),
    };
    ImportRemark { line: None, refused: false, words }
}
