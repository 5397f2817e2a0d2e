//! Where a sentence may end.

use super::abbreviations::{is_dotted, is_shortened};

/// A place between two sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Break {
    /// Byte where the next sentence may start, white space before it included.
    pub at: usize,
    /// Whether a line ends there.
    pub strong: bool,
}

/// Guillemets that close within so many bytes are kept whole.
const QUOTE_REACH: usize = 300;

/// The bytes before and after a stop that are looked at, so that a text without spaces costs no more than another.
const WORD_REACH: usize = 64;

/// Every break of a text, in order. One pass: each look ahead or back is bounded or consumed.
pub(super) fn breaks(text: &str) -> Vec<Break> {
    let mut found = Vec::new();
    let mut quoted_until = 0;
    let mut word_start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = at + c.len_utf8();
        match c {
            '«' if at >= quoted_until => quoted_until = closing(text, after).unwrap_or(quoted_until),
            '\n' | '\r' | '\u{2028}' | '\u{2029}' if starts_line(&text[after..]) => {
                found.push(Break { at: after, strong: true });
                quoted_until = 0;
            }
            '.' | '!' | '?' | '…' if at >= quoted_until => {
                let mut end = after;
                while let Some(&(next, sign)) = chars.peek()
                    && matches!(sign, '.' | '!' | '?' | '…')
                {
                    end = next + sign.len_utf8();
                    chars.next();
                }
                let near = text.floor_char_boundary(at.saturating_sub(WORD_REACH)).max(word_start);
                if let Some(at) = (Stop { text, word: &text[near..at], start: at, end }).break_after() {
                    found.push(Break { at, strong: false });
                }
            }
            _ => {}
        }
        if c.is_whitespace() || matches!(c, '(' | '«' | '"' | '“' | '\'' | '’') {
            word_start = after;
        }
    }
    found
}

/// Just after the guillemet that closes, when it is near and on the same line.
fn closing(text: &str, from: usize) -> Option<usize> {
    let rest = &text[from..];
    rest.char_indices()
        .take_while(|&(at, c)| at < QUOTE_REACH && c != '\n')
        .find(|&(_, c)| c == '»')
        .map(|(at, c)| from + at + c.len_utf8())
}

/// Whether what follows a line's end starts afresh, and isn't the rest of a line wrapped by a mail program.
fn starts_line(rest: &str) -> bool {
    !rest.trim_start_matches([' ', '\t']).starts_with(char::is_lowercase)
}

/// A run of full stops, exclamation or question marks.
struct Stop<'a> {
    text: &'a str,
    word: &'a str,
    start: usize,
    end: usize,
}

impl Stop<'_> {
    fn break_after(&self) -> Option<usize> {
        let signs = &self.text[self.start..self.end];
        let closed = self.end + closers(&self.text[self.end..]);
        let rest = &self.text[closed..];
        let Some(next) = rest.chars().next() else { return Some(closed) };
        if !next.is_whitespace() {
            return (signs == "." && closed == self.end && self.glued(rest)).then_some(closed);
        }
        let opening = rest.trim_start().chars().next()?;
        let lower = opening.is_lowercase();
        let ends = match signs {
            "." => self.ends_word(lower),
            _ if signs.contains(['!', '?']) => !(is_closer(opening) || lower && closed > self.end),
            _ => !lower,
        };
        ends.then_some(closed)
    }

    /// A single full stop after `word`.
    fn ends_word(&self, lower: bool) -> bool {
        let word = self.word.trim_start_matches(|c: char| !c.is_alphanumeric());
        if word.eq_ignore_ascii_case("etc") {
            return !lower;
        }
        if self.numbers_item(word) || is_shortened(word) || is_dotted(word) {
            return false;
        }
        !lower || word.chars().filter(|c| c.is_alphanumeric()).count() >= 3 && !word.contains(['@', '/'])
    }

    /// « 2. Le mobile » at the head of a line numbers an item and ends nothing.
    fn numbers_item(&self, word: &str) -> bool {
        let before =
            self.text[..self.start].strip_suffix(word).unwrap_or_default().trim_end_matches([' ', '\t', '-']);
        word.len() <= 2
            && word.bytes().all(|b| b.is_ascii_digit())
            && (before.is_empty() || before.ends_with(['\n', '\r']))
    }

    /// « réseau.Il faut »: a forgotten space. Addresses and file names have more than one stop, or no capital.
    fn glued(&self, rest: &str) -> bool {
        let near = &rest[..rest.floor_char_boundary(WORD_REACH)];
        let next = near.split(char::is_whitespace).next().unwrap_or_default();
        let mut chars = next.chars();
        let capital = chars.next().is_some_and(char::is_uppercase);
        let like_word = chars.next().is_none_or(|c| c.is_lowercase() || matches!(c, '\'' | '’'));
        let whole = self.word.chars().count() >= 2 && self.word.chars().all(char::is_lowercase);
        capital
            && like_word
            && whole
            && !next.trim_end_matches(['.', '!', '?']).contains(['.', '/', '@', ':'])
    }
}

fn is_closer(c: char) -> bool {
    matches!(c, '»' | '”' | ')' | ']')
}

/// Bytes of the signs that close a quotation after a stop, with the space French sets before them.
fn closers(rest: &str) -> usize {
    let mut taken = 0;
    loop {
        let tail = &rest[taken..];
        let gap = tail.len() - tail.trim_start_matches([' ', '\u{a0}', '\u{202f}']).len();
        match tail[gap..].chars().next() {
            Some(c) if is_closer(c) || (c == '"' && gap == 0) => taken += gap + c.len_utf8(),
            _ => return taken,
        }
    }
}
