//! What a side is taken of: a whole noun phrase, or nothing.
//!
//! « les taxes sur les produits polluants » isn't « les taxes sur les produits de base »: a phrase that goes on in a way that
//! can't be read to its end is no object.

use crate::labels::is_generic;
use crate::read::{Stemmer, Token, plain};

/// Words that may stand between a cue and its object.
const BETWEEN: [&str; 27] = [
    "le", "la", "les", "un", "une", "des", "du", "de", "ce", "cet", "cette", "ces", "au", "aux", "a", "tous",
    "toutes", "d", "l", "nos", "notre", "vos", "votre", "mes", "mon", "ma", "tout",
];
/// How many of them, numbers counted.
const MOST_BETWEEN: usize = 4;
/// Words that tie an object to what it is of.
const LINKS: [&str; 11] = ["de", "du", "des", "d", "sur", "la", "les", "le", "a", "en", "l"];
/// Links in a row.
const MOST_LINKS: usize = 2;
/// Words of an object that mean something.
const MOST_WORDS: usize = 4;
/// Words after which an object is narrowed in a way that isn't read.
const NARROWS: [&str; 10] = ["que", "qui", "dont", "ou", "par", "plus", "aux", "au", "entre", "chez"];

/// An object.
pub(super) struct Object {
    /// Its stems.
    pub stems: String,
    /// As written, in small letters.
    pub about: String,
}

/// The object that begins at a word, after those that may stand between.
pub(super) fn after(text: &str, tokens: &[Token<'_>], from: usize, stemmer: &mut Stemmer) -> Option<Object> {
    let is_between = |token: &&Token<'_>| {
        BETWEEN.contains(&token.folded.as_str()) || token.folded.bytes().all(|b| b.is_ascii_digit())
    };
    let skipped = tokens.get(from..)?.iter().take(MOST_BETWEEN).take_while(is_between).count();
    let head = from + skipped;
    tokens.get(head).filter(|token| token.is_meaningful())?;
    joined(text, &tokens[from - 1..=head]).then_some(())?;
    let mut stems = vec![stemmer.stem(&tokens[head].folded)];
    let mut last = head;
    while let Some(next) = next(text, tokens, last)? {
        stems.push(stemmer.stem(&tokens[next].folded));
        last = next;
        if stems.len() > MOST_WORDS {
            return None;
        }
    }
    named(text, &tokens[head..=last], &stems)
}

/// The object that is the word right before.
pub(super) fn before(text: &str, tokens: &[Token<'_>], at: usize, stemmer: &mut Stemmer) -> Option<Object> {
    let head = at.checked_sub(1).filter(|&head| tokens[head].is_meaningful())?;
    let of = head.checked_sub(1).and_then(|before| tokens.get(before));
    let is_part = of.is_some_and(|token| matches!(token.folded.as_str(), "de" | "du" | "d"))
        || matches!(tokens[head].elided(text), "d" | "D");
    (!is_part && joined(text, &tokens[head..=at])).then_some(())?;
    named(text, &tokens[head..at], &[stemmer.stem(&tokens[head].folded)])
}

/// The next word of an object: `Some(None)` where it ends, `None` where it goes on in a way that isn't read.
fn next(text: &str, tokens: &[Token<'_>], last: usize) -> Option<Option<usize>> {
    let rest = &tokens[last + 1..];
    let links =
        rest.iter().take(MOST_LINKS).take_while(|token| LINKS.contains(&token.folded.as_str())).count();
    let at = last + 1 + links;
    let goes_on = rest.first().is_some_and(|_| joined(text, &tokens[last..=last + 1]));
    if !goes_on {
        return Some(None);
    }
    match tokens.get(at) {
        Some(token) if token.is_meaningful() && joined(text, &tokens[last..=at]) => Some(Some(at)),
        Some(token) if links == 0 && !NARROWS.contains(&token.folded.as_str()) => Some(None),
        _ => None,
    }
}

/// An object that says something by itself.
fn named(text: &str, tokens: &[Token<'_>], stems: &[String]) -> Option<Object> {
    let (first, last) = (tokens.first()?, tokens.last()?);
    if stems.iter().all(|stem| is_generic(stem)) {
        return None;
    }
    let about = plain(&text[first.span.start..last.span.end]).replace('\'', "’");
    Some(Object { stems: stems.join(" "), about })
}

/// Whether only spaces and apostrophes stand between words in a row.
fn joined(text: &str, tokens: &[Token<'_>]) -> bool {
    tokens.windows(2).all(|pair| text[pair[0].span.end..pair[1].start].chars().all(char::is_whitespace))
}
