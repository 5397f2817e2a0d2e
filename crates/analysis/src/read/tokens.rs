//! Words in a text, with their exact place.

use std::ops::Range;
use unicode_normalization::char::is_combining_mark;

use super::fold::fold;
use super::stop_words::is_stop;

/// A word as it stands in a text, the elision before it left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// The word as written.
    pub word: &'a str,
    /// Without accents and capitals.
    pub folded: String,
    /// Where the elision before it starts, or the word itself without one: « d’accès » starts at the d.
    pub start: usize,
}

impl Token<'_> {
    /// Whether it says something of a subject: at least three signs, or two capitals, and no stop word.
    pub fn is_meaningful(&self) -> bool {
        let long =
            self.folded.len() > 2 || (self.folded.len() == 2 && self.word.chars().all(char::is_uppercase));
        long && !is_stop(&self.folded)
            && (self.folded.len() > 1 && self.folded.bytes().any(|b| !b.is_ascii_digit()))
    }

    /// The elided word before it, folded: « d », « l », « qu ».
    pub fn elided<'t>(&self, text: &'t str) -> &'t str {
        text[self.start..self.span.start].trim_end_matches(['\'', '’', 'ʼ'])
    }
}

/// Words that lose their last vowel before another word.
const ELIDED: [&str; 15] =
    ["l", "d", "j", "m", "t", "s", "c", "n", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu", "quelqu"];

/// Pronouns that hyphens hang on a verb or a demonstrative: « faut-il », « celui-ci », « a-t-on ».
const CLITICS: [&str; 19] = [
    "il", "ils", "elle", "elles", "on", "je", "tu", "nous", "ce", "ci", "la", "moi", "toi", "les", "lui",
    "leur", "en", "y", "t",
];

/// The words of a text in order.
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if !c.is_alphanumeric() {
            continue;
        }
        if is_address(text, start) {
            while chars.next_if(|(_, c)| !c.is_whitespace()).is_some() {}
            continue;
        }
        let mut end = start + c.len_utf8();
        while let Some(&(at, c)) = chars.peek() {
            if !(in_word(c) || joins(text, at, c)) {
                break;
            }
            end = at + c.len_utf8();
            chars.next();
        }
        push_words(text, start..end, &mut found);
    }
    found
}

/// Whether an address on the web begins there: its words are nobody's.
fn is_address(text: &str, at: usize) -> bool {
    let head: String = text[at..].chars().take(8).collect::<String>().to_lowercase();
    head.starts_with("http://") || head.starts_with("https://") || head.starts_with("www.")
}

fn in_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// Whether the sign at `at` joins two letters: an apostrophe or a hyphen.
fn joins(text: &str, at: usize, c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '-' | '‐' | '‑')
        && text[at + c.len_utf8()..].chars().next().is_some_and(char::is_alphanumeric)
}

/// Takes elisions off the front and pronouns off the end.
fn push_words<'a>(text: &'a str, span: Range<usize>, found: &mut Vec<Token<'a>>) {
    let begin = span.start;
    let mut start = begin;
    let elides = text[span.clone()].contains(['\'', '’', 'ʼ']);
    if elides && !fold(&text[span.clone()]).starts_with("aujourd'hui") {
        while let Some((at, sign)) =
            text[start..span.end].char_indices().find(|(_, c)| matches!(c, '\'' | '’' | 'ʼ'))
            && ELIDED.contains(&fold(&text[start..start + at]).as_str())
        {
            start += at + sign.len_utf8();
        }
    }
    let end = without_clitics(text, start..span.end);
    let word = &text[start..end];
    found.push(Token { span: start..end, word, folded: fold(word), start: begin });
}

fn without_clitics(text: &str, span: Range<usize>) -> usize {
    let mut end = span.end;
    while let Some((at, sign)) =
        text[span.start..end].char_indices().rev().find(|(_, c)| matches!(c, '-' | '‐' | '‑'))
        && CLITICS.contains(&fold(&text[span.start + at + sign.len_utf8()..end]).as_str())
    {
        end = span.start + at;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokens(text).into_iter().map(|token| token.word).collect()
    }

    #[test]
    fn elisions_compounds_and_pronouns() {
        assert_eq!(words("L’accès qu'il faut aujourd’hui"), ["accès", "il", "faut", "aujourd’hui"]);
        assert_eq!(
            words("Faut-il, y a-t-il, celui-ci, rendez-vous, sous-préfecture"),
            ["Faut", "y", "a", "celui", "rendez-vous", "sous-préfecture"]
        );
        assert_eq!(words("prud'hommes 📶 5G"), ["prud'hommes", "5G"]);
        assert_eq!(words("jusqu'à l'école"), ["à", "école"]);
    }

    #[test]
    fn spans_are_those_of_the_words() {
        let text = "D’E\u{301}lèves, שלום";
        for token in tokens(text) {
            assert_eq!(&text[token.span.clone()], token.word);
        }
        assert_eq!(tokens(text)[0].folded, "eleves");
        assert_eq!(tokens(text)[0].elided(text), "D");
    }
}
