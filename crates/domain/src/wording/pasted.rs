//! A whole text, pasted or typed, in blocks: last year's motion, as a beginning.

use super::block::BlockKind;
use super::clean::clean;
use super::words::{Words, WordsError};

/// The longest text that is taken as a whole, in characters.
pub const MOST_PASTED: usize = 100_000;
/// The most blocks of a motion.
pub const MOST_BLOCKS: usize = 300;
/// The longest paragraph that can be a heading, in characters.
const LONGEST_HEADING: usize = 200;

/// A block that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    /// What it looks like.
    pub kind: BlockKind,
    /// Its words.
    pub words: Words,
}

/// Why a text can't be taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PastedError {
    /// Nothing to read.
    #[error("the text is empty")]
    Empty,
    /// More than [`MOST_PASTED`] characters; holds how many there are.
    #[error("the text has {0} characters")]
    TooLong(usize),
    /// More than [`MOST_BLOCKS`] paragraphs; holds how many there are.
    #[error("the text has {0} paragraphs")]
    TooMany(usize),
    /// One paragraph can't stand; holds how it begins, and why.
    #[error("the paragraph that begins with « {0} »: {1}")]
    Paragraph(String, WordsError),
}

/// The blocks of a text whose paragraphs are parted by empty lines. What stands before the first heading is the preamble;
/// headings begin with « Pour », « Objectif » or « Principe », behind a number or not; propositions with that word.
///
/// # Errors
/// What can't be taken.
pub fn blocks_of(text: &str) -> Result<Vec<Pasted>, PastedError> {
    match text.chars().count() {
        chars if chars > MOST_PASTED => return Err(PastedError::TooLong(chars)),
        _ => {}
    }
    let text = clean(text);
    let mut blocks = Vec::new();
    let mut kind = BlockKind::Preamble;
    for paragraph in text.split("\n\n") {
        let (heading, rest) = parted(paragraph);
        if let Some(heading) = heading {
            kind = BlockKind::Paragraph;
            blocks.push(block(BlockKind::Heading, heading)?);
        }
        let title = rest.chars().count() < 40
            && rest.to_lowercase().trim_end_matches([':', ' ', '\u{a0}']) == "préambule";
        if rest.is_empty() || title {
            continue;
        }
        blocks.push(match proposed(rest) {
            Some(words) => block(BlockKind::Proposition, words)?,
            None => block(kind, rest)?,
        });
    }
    match blocks.len() {
        0 => Err(PastedError::Empty),
        many if many > MOST_BLOCKS => Err(PastedError::TooMany(many)),
        _ => Ok(blocks),
    }
}

fn block(kind: BlockKind, words: &str) -> Result<Pasted, PastedError> {
    let begins = || words.chars().take(40).collect();
    words.parse().map(|words| Pasted { kind, words }).map_err(|error| PastedError::Paragraph(begins(), error))
}

/// The heading of a paragraph, if it has one: all of it, or its first line where that bears a number; and the rest.
fn parted(paragraph: &str) -> (Option<&str>, &str) {
    if let Some(heading) = heading(paragraph) {
        return (Some(heading), "");
    }
    match paragraph.split_once('\n') {
        Some((first, rest)) if unnumbered(first).len() < first.len() => match heading(first) {
            Some(heading) => (Some(heading), rest),
            None => (None, paragraph),
        },
        _ => (None, paragraph),
    }
}

fn heading(text: &str) -> Option<&str> {
    if text.chars().count() > LONGEST_HEADING || text.ends_with('.') {
        return None;
    }
    let bare = unnumbered(text);
    let begins = |word: &str| bare.starts_with(word) && bare[word.len()..].starts_with([' ', '\u{a0}']);
    ["Pour", "Objectif", "Principe"].iter().any(|word| begins(word)).then_some(bare)
}

/// Without « 1/ », « 2. » or « 3) » at its beginning.
fn unnumbered(text: &str) -> &str {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text[digits..].trim_start().strip_prefix(['/', '.', ')', '-', '–']);
    match rest {
        Some(rest) if (1..=2).contains(&digits) => rest.trim_start(),
        _ => text,
    }
}

/// The words behind « Proposition 3 : ».
fn proposed(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("Proposition")?.trim_start();
    let rest = rest.strip_prefix("n°").unwrap_or(rest).trim_start();
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
    Some(rest.strip_prefix([':', '–', '-', '.'])?.trim_start()).filter(|rest| !rest.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_motion_is_read_as_it_was_printed() {
        let text = "Préambule\n\nCette motion est\nun travail de synthèse.\n\n1/ Pour une égalité d'accès\n\nIl y a urgence.\n\n2/ Pour une transition\nL'usage du numérique.\n\nProposition n° 3 : financer la fibre.";
        let read: Vec<_> =
            blocks_of(text).unwrap().into_iter().map(|of| (of.kind, of.words.to_string())).collect();
        use BlockKind::{Heading, Paragraph, Preamble, Proposition};
        let expected = [
            (Preamble, "Cette motion est\nun travail de synthèse."),
            (Heading, "Pour une égalité d’accès"),
            (Paragraph, "Il y a urgence."),
            (Heading, "Pour une transition"),
            (Paragraph, "L’usage du numérique."),
            (Proposition, "financer la fibre."),
        ];
        assert_eq!(read, expected.map(|(kind, words)| (kind, words.to_owned())));
    }

    #[test]
    fn what_cannot_be_taken_is_told() {
        assert_eq!(blocks_of(" \n\u{200b}"), Err(PastedError::Empty));
        assert_eq!(blocks_of("Préambule"), Err(PastedError::Empty));
        assert_eq!(blocks_of(&"a".repeat(100_001)), Err(PastedError::TooLong(100_001)));
        assert_eq!(blocks_of(&"a\n\n".repeat(301)), Err(PastedError::TooMany(301)));
        let open = Err(PastedError::Paragraph("b *c".into(), WordsError::OpenEmphasis("c".into())));
        assert_eq!(blocks_of("a\n\nb *c"), open);
    }

    proptest! {
        #[test]
        fn words_all_stay_and_in_order(text in "([a-z]{1,8}[ \n.]|Pour |\n\n){0,60}") {
            if let Ok(blocks) = blocks_of(&text) {
                let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
                let read: Vec<String> = blocks.iter().flat_map(|of| words(of.words.as_str())).collect();
                prop_assert_eq!(read, words(&text));
            }
        }
    }
}
