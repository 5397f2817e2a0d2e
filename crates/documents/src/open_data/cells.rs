//! Cells that no spreadsheet runs.

use domain::time::Timestamp;

use crate::DocumentError;

/// A text as a cell: an apostrophe keeps it from being a formula.
pub fn text(text: &str) -> String {
    if text.starts_with(is_risky) { format!("'{text}") } else { text.to_owned() }
}

/// A text that may be missing; empty when it is.
pub fn maybe(value: Option<&str>) -> String {
    value.map(text).unwrap_or_default()
}

/// Only the letters and the digits of a code.
pub fn letters(code: &str) -> String {
    code.chars().filter(char::is_ascii_alphanumeric).collect()
}

/// « oui » or « non ».
pub fn yes(value: bool) -> String {
    if value { "oui" } else { "non" }.to_owned()
}

/// A measure with a point; empty without one.
pub fn measure(value: Option<f32>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// `2026-10-12T08:30:00Z`, to the second.
pub fn moment(at: Timestamp) -> Result<String, DocumentError> {
    let whole = jiff::Timestamp::from_second(at.micros().div_euclid(1_000_000))
        .map_err(|_| DocumentError::Moment(at))?;
    Ok(whole.to_string())
}

fn is_risky(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\'' | '＝' | '＋' | '－' | '＠')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What a reader does, as documented.
    fn read(cell: &str) -> &str {
        cell.strip_prefix('\'').unwrap_or(cell)
    }

    #[test]
    fn formulas_are_defused() {
        assert_eq!(text("=1+1"), "'=1+1");
        assert_eq!(text("'=1+1"), "''=1+1");
        assert_eq!(text("2 = 1 + 1"), "2 = 1 + 1");
        assert_eq!(moment(Timestamp::from_micros(-1)).ok().as_deref(), Some("1969-12-31T23:59:59Z"));
    }

    proptest! {
        #[test]
        fn texts_can_be_read_back(original in "[-=+@\t\r\n' a-c]{0,4}|\\PC{0,8}") {
            let cell = text(&original);
            prop_assert_eq!(read(&cell), original);
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']));
        }
    }
}
