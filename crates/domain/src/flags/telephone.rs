//! Telephone numbers of France, overseas included, as people write them.
//!
//! Numbers that begin with 08 are of services, not of people: they aren't looked for.

use std::ops::Range;

/// How the ten digits of a national number are grouped: « 0612345678 », « 06 12 34 56 78 », « 0262 12 34 56 »,
/// « 0590 123 456 », « 06 1234 5678 », « 06 123 456 78 », « 0 612 345 678 ».
const NATIONAL: [&[usize]; 7] =
    [&[10], &[2, 2, 2, 2, 2], &[4, 2, 2, 2], &[4, 3, 3], &[2, 4, 4], &[2, 3, 3, 2], &[1, 3, 3, 3]];

/// Country codes, with how many digits follow: France, then its territories overseas that have their own.
const ABROAD: [(&str, usize); 9] = [
    ("33", 9),
    ("262", 9),
    ("590", 9),
    ("594", 9),
    ("596", 9),
    ("508", 6),
    ("681", 6),
    ("687", 6),
    ("689", 8),
];

/// Digits that stand together.
#[derive(Clone, Debug)]
struct Group<'t> {
    digits: &'t str,
    span: Range<usize>,
    /// One separator, or a « (0) », stands between it and the group before.
    tied: bool,
}

/// Every number in a text.
pub fn find(text: &str) -> Vec<Range<usize>> {
    let groups = groups(text);
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < groups.len() {
        let end = national(&groups[at..]).or_else(|| abroad(text, &groups[at..]));
        let Some(count) = end else {
            at += 1;
            continue;
        };
        let first = &groups[at];
        let plus = usize::from(text[..first.span.start].ends_with('+'));
        found.push(first.span.start - plus..groups[at + count - 1].span.end);
        at += count;
    }
    found
}

/// How many groups from the first make a number that is dialled within the country.
fn national(groups: &[Group<'_>]) -> Option<usize> {
    NATIONAL.iter().find_map(|pattern| {
        let taken = groups.get(..pattern.len())?;
        let fits = taken.iter().zip(*pattern).all(|(group, digits)| group.digits.len() == *digits);
        let tied = taken.iter().skip(1).all(|group| group.tied);
        let digits: String = taken.iter().map(|group| group.digits).collect();
        let mut first = digits.bytes();
        let dialled =
            first.next() == Some(b'0') && first.next().is_some_and(|two| matches!(two, b'1'..=b'7' | b'9'));
        // Two more digits tied to it: the number of an account, of a file.
        let ends = groups.get(pattern.len()).is_none_or(|next| !next.tied || next.digits.len() != 2);
        (fits && tied && dialled && ends).then_some(pattern.len())
    })
}

/// How many groups from the first make a number with its country, « +33 » or « 0033 ».
fn abroad(text: &str, groups: &[Group<'_>]) -> Option<usize> {
    let first = groups.first()?;
    let plus = text[..first.span.start].ends_with('+');
    let mut digits = String::new();
    for (count, group) in (1..).zip(groups) {
        if count > 1 && !group.tied {
            return None;
        }
        digits.push_str(group.digits);
        let dialled = if plus { digits.as_str() } else { digits.strip_prefix("00")? };
        let whole = ABROAD.iter().any(|(code, length)| {
            dialled.strip_prefix(code).is_some_and(|rest| {
                rest.strip_prefix('0').is_some_and(|rest| rest.len() == *length)
                    || (rest.len() == *length && !rest.starts_with('0'))
            })
        });
        if whole {
            return Some(count);
        }
        if digits.len() > 15 {
            return None;
        }
    }
    None
}

fn groups(text: &str) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut at = 0;
    while let Some(offset) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + offset;
        let length = text[start..].find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len() - start);
        let end = start + length;
        let tied = groups.last().is_some_and(|last| ties(&text[last.span.end..start]));
        groups.push(Group { digits: &text[start..end], span: start..end, tied });
        at = end;
    }
    groups
}

/// Whether that stands between two groups of one number.
fn ties(between: &str) -> bool {
    let mut marks = between.chars().filter(|c| !matches!(c, '(' | ')'));
    let first = marks.next();
    let separates = |c| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '.' | '-' | '\u{2011}' | '/');
    let second = marks.next();
    match (first, second) {
        (None, _) => !between.is_empty(),
        (Some(one), None) => separates(one),
        (Some(one), Some(two)) => {
            // « 06 - 12 », « (0) 6 »: spaces around one mark.
            let spaced = one == ' ' || two == ' ';
            spaced && separates(one) && separates(two) && marks.all(|c| c == ' ')
        }
    }
}
