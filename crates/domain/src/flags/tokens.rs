//! Words with where they stand.

use std::ops::Range;

/// A word: letters, and the hyphens and apostrophes between them, but an elided article (« l’ », « d’ ») is a word of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'t> {
    /// Its letters.
    pub text: &'t str,
    /// Its bytes.
    pub span: Range<usize>,
}

impl Word<'_> {
    /// Whether it begins with a capital.
    pub fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// As it is compared: lower case, without accents.
    pub fn folded(&self) -> String {
        folded(self.text)
    }
}

/// Lower case, without the accents of French; ’ as '.
pub fn folded(text: &str) -> String {
    let plain = |c: char| match c {
        'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        '’' => '\'',
        other => other,
    };
    text.chars().flat_map(char::to_lowercase).map(plain).collect()
}

/// Whether a list of words, separated by spaces, has that one.
pub fn listed(list: &str, word: &str) -> bool {
    list.split(' ').any(|one| one == word)
}

/// The words of a text in their order.
pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut start = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c.is_alphabetic() || is_combining(c) {
            start.get_or_insert(at);
            continue;
        }
        let Some(from) = start else { continue };
        let next_is_letter = chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
        let elided = is_apostrophe(c) && is_elision(&text[from..at]);
        if next_is_letter && (is_hyphen(c) || is_apostrophe(c)) && !elided {
            continue;
        }
        let end = if elided { at + c.len_utf8() } else { at };
        words.push(Word { text: &text[from..end], span: from..end });
        start = None;
    }
    if let Some(from) = start {
        words.push(Word { text: &text[from..], span: from..text.len() });
    }
    words
}

const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// An accent that stands apart from its letter.
const fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

fn is_elision(letters: &str) -> bool {
    matches!(
        letters.to_lowercase().as_str(),
        "l" | "d" | "c" | "j" | "m" | "n" | "s" | "t" | "qu" | "jusqu" | "lorsqu" | "puisqu"
    )
}
