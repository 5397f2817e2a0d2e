//! French as printers set it: counts, dates, spaces.

use domain::french::month;
use domain::time::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::DocumentError;

/// A space as wide as any other, where no line breaks.
pub const NBSP: char = '\u{a0}';
/// A thin one, where no line breaks.
pub const THIN: char = '\u{202f}';

/// « 1 869 »: groups of three digits.
pub fn number(n: u32) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(THIN);
        }
        out.push(digit);
    }
    out
}

/// « 1 verbatim », « 12 verbatims »; French counts zero in the singular.
pub fn count(n: u32, one: &str, many: &str) -> String {
    format!("{}{NBSP}{}", number(n), if n < 2 { one } else { many })
}

/// « deux », « seize »; in figures beyond.
pub fn in_letters(n: usize) -> String {
    const WORDS: [&str; 17] = [
        "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
        "douze", "treize", "quatorze", "quinze", "seize",
    ];
    WORDS.get(n).map_or_else(|| n.to_string(), |word| (*word).to_owned())
}

/// The same words, the first letter a capital, as a heading begins.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The day of a moment in Paris.
pub fn day(at: Timestamp) -> Result<Date, DocumentError> {
    let paris = TimeZone::get("Europe/Paris").map_err(|_| DocumentError::Moment(at))?;
    let moment = jiff::Timestamp::from_microsecond(at.micros()).map_err(|_| DocumentError::Moment(at))?;
    let date = moment.to_zoned(paris).date();
    if date.year() < 0 { Err(DocumentError::Moment(at)) } else { Ok(date) }
}

/// « 1er mars 2026 », « 12 octobre 2026 », in Paris.
pub fn long_date(at: Timestamp) -> Result<String, DocumentError> {
    let date = day(at)?;
    let month = month(date.month());
    let first = if date.day() == 1 { "er" } else { "" };
    Ok(format!("{}{first}{NBSP}{month}{NBSP}{}", date.day(), date.year()))
}

/// Spaces that stand beside « » ; : ! ? become ones where no line breaks. None is added: the words stay as they were written.
pub fn bind_spaces(text: &str) -> String {
    let mut out: Vec<char> = text.chars().collect();
    for i in 0..out.len() {
        if out[i] != ' ' {
            continue;
        }
        let before = i.checked_sub(1).map(|j| out[j]);
        match (before, out.get(i + 1)) {
            (Some('«'), _) | (_, Some('»')) | (_, Some(';' | '!' | '?')) => out[i] = THIN,
            (_, Some(':')) => out[i] = NBSP,
            _ => {}
        }
    }
    out.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_french() {
        assert_eq!(count(0, "thème", "thèmes"), "0\u{a0}thème");
        assert_eq!(count(1, "thème", "thèmes"), "1\u{a0}thème");
        assert_eq!(count(1_869, "verbatim", "verbatims"), "1\u{202f}869\u{a0}verbatims");
        assert_eq!(number(1_234_567), "1\u{202f}234\u{202f}567");
        assert_eq!((in_letters(8), in_letters(17)), ("huit".to_owned(), "17".to_owned()));
        assert_eq!(capital("état des lieux"), "État des lieux");
    }

    #[test]
    fn days_are_those_of_paris() {
        let date = |micros| long_date(Timestamp::from_micros(micros)).ok();
        assert_eq!(date(0).as_deref(), Some("1er\u{a0}janvier\u{a0}1970"));
        // 2026-10-11T22:30:00Z is already the 12th in Paris.
        assert_eq!(date(1_791_757_800_000_000).as_deref(), Some("12\u{a0}octobre\u{a0}2026"));
        assert_eq!(date(i64::MAX), None);
    }

    #[test]
    fn spaces_hold_to_their_marks_and_none_is_added() {
        assert_eq!(
            bind_spaces("« Oui » ; non : quoi ? où!"),
            "«\u{202f}Oui\u{202f}»\u{202f}; non\u{a0}: quoi\u{202f}? où!"
        );
        assert_eq!(bind_spaces(""), "");
    }
}
