//! The few marks that a motion needs: « *emphasis* », « - » before the items of a list, « 1. » before those of one that is
//! numbered, « {contributions} » for a figure. A backslash before « * », « { » or « \ » makes it a character like another.

use serde::{Deserialize, Serialize};

use super::field::Field;

/// Words of one look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The words, without marks.
    pub text: String,
    /// Whether they are emphasised.
    pub emphasis: bool,
}

/// A paragraph or a list of a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Piece {
    /// Lines that follow each other.
    Text(Vec<Run>),
    /// A list, by item; numbered or not.
    List {
        /// Whether its items are numbered, from 1.
        numbered: bool,
        /// The items.
        items: Vec<Vec<Run>>,
    },
}

/// Why marks can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum MarkError {
    OpenEmphasis(String),
    OpenField(String),
    UnknownField(String),
}

/// How many characters a sentence about a mark repeats.
const SHOWN: usize = 40;

/// Whether all marks are closed and all fields known.
pub(super) fn check(text: &str) -> Result<(), MarkError> {
    text.lines().try_for_each(|line| {
        fields(line)?;
        runs(item(line).map_or(line, |(_, rest)| rest)).map(drop)
    })
}

/// What a block shows, its fields filled in before. Marks that aren't closed are characters like others.
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut fresh = true;
    for line in text.lines() {
        if line.is_empty() {
            fresh = true;
            continue;
        }
        let (listed, words) = match item(line) {
            Some((numbered, rest)) => (Some(numbered), rest),
            None => (None, line),
        };
        let read = runs(words).unwrap_or_else(|_| vec![Run { text: words.to_owned(), emphasis: false }]);
        match (pieces.last_mut(), listed) {
            (Some(Piece::Text(before)), None) if !fresh => {
                before.push(Run { text: " ".to_owned(), emphasis: false });
                before.extend(read);
            }
            (Some(Piece::List { numbered, items }), Some(of)) if *numbered == of => items.push(read),
            (_, Some(numbered)) => pieces.push(Piece::List { numbered, items: vec![read] }),
            (_, None) => pieces.push(Piece::Text(read)),
        }
        fresh = false;
    }
    for piece in &mut pieces {
        if let Piece::Text(runs) = piece {
            *runs = joined(std::mem::take(runs));
        }
    }
    pieces
}

/// The words without their marks, a line each piece or item.
pub fn plain(text: &str) -> String {
    let line = |runs: &[Run]| runs.iter().map(|run| run.text.as_str()).collect::<String>();
    let lines = pieces(text).into_iter().flat_map(|piece| match piece {
        Piece::Text(runs) => vec![line(&runs)],
        Piece::List { items, .. } => items.iter().map(|item| line(item)).collect(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The text on one line, with its marks as characters like others.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            '*' | '{' | '\\' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

/// Whether the line is an item of a list, numbered or not, and what it says.
fn item(line: &str) -> Option<(bool, &str)> {
    if let Some(rest) = line.strip_prefix("- ") {
        return Some((false, rest));
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line[digits..].strip_prefix(". ").or_else(|| line[digits..].strip_prefix(") "))?;
    (1..=2).contains(&digits).then_some((true, rest))
}

fn fields(line: &str) -> Result<(), MarkError> {
    let mut rest = line;
    while let Some(at) = rest.find(['{', '\\']) {
        let after = &rest[at + 1..];
        if rest[at..].starts_with('\\') {
            rest = after.get(after.chars().next().map_or(0, char::len_utf8)..).unwrap_or_default();
            continue;
        }
        let Some((name, behind)) = after.split_once('}') else {
            return Err(MarkError::OpenField(shown(after)));
        };
        if name.parse::<Field>().is_err() {
            return Err(MarkError::UnknownField(shown(name)));
        }
        rest = behind;
    }
    Ok(())
}

/// The runs of a line. A « * » between spaces is a sign of multiplication.
fn runs(line: &str) -> Result<Vec<Run>, MarkError> {
    let (mut runs, mut text) = (Vec::new(), String::new());
    let mut opened: Option<usize> = None;
    let mut chars = line.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, c)| *c);
        match c {
            '\\' if next.is_some_and(|c| matches!(c, '*' | '{' | '\\')) => {
                text.extend(next);
                chars.next();
            }
            '*' if opened.is_some() || next.is_some_and(|c| !c.is_whitespace()) => {
                runs.push(Run { text: std::mem::take(&mut text), emphasis: opened.is_some() });
                opened = if opened.is_some() { None } else { Some(at) };
            }
            '*' if !text.is_empty() && !text.ends_with(char::is_whitespace) => {
                return Err(MarkError::OpenEmphasis(shown(&line[..at])));
            }
            c => text.push(c),
        }
    }
    if let Some(at) = opened {
        return Err(MarkError::OpenEmphasis(shown(&line[at + 1..])));
    }
    runs.push(Run { text, emphasis: false });
    Ok(joined(runs))
}

/// Runs that say something, those of one look that touch as one.
fn joined(runs: Vec<Run>) -> Vec<Run> {
    let mut kept: Vec<Run> = Vec::with_capacity(runs.len());
    for run in runs.into_iter().filter(|run| !run.text.is_empty()) {
        match kept.last_mut().filter(|last| last.emphasis == run.emphasis) {
            Some(last) => last.text.push_str(&run.text),
            None => kept.push(run),
        }
    }
    kept
}

fn shown(text: &str) -> String {
    text.chars().take(SHOWN).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn run(text: &str, emphasis: bool) -> Run {
        Run { text: text.to_owned(), emphasis }
    }

    #[test]
    fn marks_become_what_they_mean() {
        let read = pieces("Nous *demandons*\nla fibre.\n- une\n- *deux*\n1. un\n2. deux\n\nFin : 3 * 4 \\*.");
        let expected = [
            Piece::Text(vec![run("Nous ", false), run("demandons", true), run(" la fibre.", false)]),
            Piece::List { numbered: false, items: vec![vec![run("une", false)], vec![run("deux", true)]] },
            Piece::List { numbered: true, items: vec![vec![run("un", false)], vec![run("deux", false)]] },
            Piece::Text(vec![run("Fin : 3 * 4 *.", false)]),
        ];
        assert_eq!(read, expected);
        assert_eq!(plain("*a*\n- b"), "a\nb");
        assert_eq!(item("2020. Une année"), None, "a year begins no list");
    }

    proptest! {
        #[test]
        fn what_is_escaped_shows_as_it_was(text in "[-*{}\\\\a1. é]{1,30}") {
            // A line of a list is one whatever stands in it.
            let text = format!("« {text} »");
            prop_assert!(check(&escape(&text)).is_ok());
            prop_assert_eq!(plain(&escape(&text)), text);
        }

        #[test]
        fn no_letter_of_a_text_is_lost(text in "([*\\\\ \n]|- |1\\. |[a-z]){0,40}") {
            let letters = |text: &str| text.chars().filter(char::is_ascii_lowercase).collect::<String>();
            prop_assert_eq!(letters(&plain(&text)), letters(&text));
        }
    }
}
