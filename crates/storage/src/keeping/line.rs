//! A row as a line: values separated by tabs, `\N` where there is none. PostgreSQL's COPY in its text form, with every value
//! written in one way only.

use std::fmt::Write as _;

use super::table::Form;

/// A value of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// There is none.
    Null,
    /// Of [`Form::Bytes`].
    Bytes(Vec<u8>),
    /// Of [`Form::Whole`].
    Whole(i64),
    /// Of [`Form::Measure`].
    Measure(f64),
    /// Of [`Form::Text`].
    Text(String),
}

/// How no value is written. Text can't be taken for it: a backslash of its own is doubled.
const NULL: &str = "\\N";

/// A line that is being written.
#[derive(Default)]
pub(super) struct Line(String);

impl Line {
    /// Begins a new one, in the same memory.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// The line with its end.
    pub fn ended(&mut self) -> &[u8] {
        // Every value was followed by a tab.
        self.0.pop();
        self.0.push('\n');
        self.0.as_bytes()
    }

    pub fn null(&mut self) {
        self.0.push_str(NULL);
        self.0.push('\t');
    }

    pub fn bytes(&mut self, bytes: &[u8]) {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        for byte in bytes {
            self.0.push(char::from(DIGITS[usize::from(byte >> 4)]));
            self.0.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
        self.0.push('\t');
    }

    pub fn whole(&mut self, number: i64) {
        // Writing to a string can't fail.
        let _ = write!(self.0, "{number}\t");
    }

    /// The shortest decimal that gives the same bits back.
    pub fn measure(&mut self, number: f64) {
        let _ = write!(self.0, "{number}\t");
    }

    pub fn text(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.find(['\\', '\t', '\n', '\r']) {
            self.0.push_str(&rest[..at]);
            self.0.push_str(match rest.as_bytes()[at] {
                b'\\' => "\\\\",
                b'\t' => "\\t",
                b'\n' => "\\n",
                _ => "\\r",
            });
            rest = &rest[at + 1..];
        }
        self.0.push_str(rest);
        self.0.push('\t');
    }
}

/// The values of a line of columns of these forms; none when it isn't one.
pub(super) fn read(line: &[u8], forms: impl ExactSizeIterator<Item = Form>) -> Option<Vec<Cell>> {
    let line = std::str::from_utf8(line).ok()?;
    let mut values = line.split('\t');
    let mut cells = Vec::with_capacity(forms.len());
    for form in forms {
        cells.push(cell(values.next()?, form)?);
    }
    values.next().is_none().then_some(cells)
}

fn cell(value: &str, form: Form) -> Option<Cell> {
    if value == NULL {
        return Some(Cell::Null);
    }
    Some(match form {
        Form::Bytes => Cell::Bytes(unhex(value)?),
        Form::Whole => Cell::Whole(value.parse().ok()?),
        Form::Measure => Cell::Measure(value.parse().ok()?),
        Form::Text => Cell::Text(unescape(value)?),
    })
}

fn unhex(value: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let (pairs, rest) = value.as_bytes().as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?)).collect()
}

fn unescape(value: &str) -> Option<String> {
    let mut text = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        text.push(match after.as_bytes().first()? {
            b'\\' => '\\',
            b't' => '\t',
            b'n' => '\n',
            b'r' => '\r',
            _ => return None,
        });
        rest = &after[1..];
    }
    text.push_str(rest);
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cells() -> impl Strategy<Value = Vec<Cell>> {
        let cell = prop_oneof![
            Just(Cell::Null),
            any::<Vec<u8>>().prop_map(Cell::Bytes),
            any::<i64>().prop_map(Cell::Whole),
            any::<f64>().prop_filter("equal to itself", |x| !x.is_nan()).prop_map(Cell::Measure),
            prop_oneof![any::<String>(), "[\\\\tnr\t\n\rN]{0,9}"].prop_map(Cell::Text),
        ];
        prop::collection::vec(cell, 1..6)
    }

    fn form(cell: &Cell) -> Form {
        match cell {
            Cell::Bytes(_) => Form::Bytes,
            Cell::Whole(_) => Form::Whole,
            Cell::Measure(_) => Form::Measure,
            Cell::Null | Cell::Text(_) => Form::Text,
        }
    }

    proptest! {
        #[test]
        fn a_line_gives_its_values_back(cells in cells()) {
            let mut line = Line::default();
            for cell in &cells {
                match cell {
                    Cell::Null => line.null(),
                    Cell::Bytes(bytes) => line.bytes(bytes),
                    Cell::Whole(number) => line.whole(*number),
                    Cell::Measure(number) => line.measure(*number),
                    Cell::Text(text) => line.text(text),
                }
            }
            let written = line.ended().strip_suffix(b"\n").unwrap();
            prop_assert!(!written.contains(&b'\n'));
            let forms: Vec<Form> = cells.iter().map(form).collect();
            prop_assert_eq!(read(written, forms.into_iter()), Some(cells));
        }

        #[test]
        fn any_bytes_are_read_or_refused(line in any::<Vec<u8>>()) {
            let forms = [Form::Bytes, Form::Whole, Form::Measure, Form::Text];
            let _ = read(&line, forms.into_iter());
        }
    }

    #[test]
    fn bits_of_measures_are_kept() {
        for number in [f64::MIN_POSITIVE, -0.0, 0.1 + 0.2, f64::INFINITY, 1e300] {
            let mut line = Line::default();
            line.measure(number);
            let read = read(line.ended().trim_ascii_end(), [Form::Measure].into_iter()).unwrap();
            assert!(matches!(read[..], [Cell::Measure(same)] if same.to_bits() == number.to_bits()));
        }
    }
}
