//! Lines, numbered throughout the motion: what an amendment and a voice in the room refer to, the same on every screen.

use super::marks::{Piece, Run, pieces};

/// Characters of a line, as on paper.
const WIDTH: usize = 85;

/// A numbered line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextLine {
    /// Its number in the motion, from 1.
    pub number: u32,
    /// Its words.
    pub runs: Vec<Run>,
}

/// A paragraph or a list, in lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LaidPiece {
    /// A paragraph.
    Text(Vec<TextLine>),
    /// A list, by item; numbered or not.
    List {
        /// Whether its items are numbered.
        numbered: bool,
        /// Lines of each item.
        items: Vec<Vec<TextLine>>,
    },
}

/// A block in lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Laid {
    /// Its paragraphs and lists.
    pub pieces: Vec<LaidPiece>,
    /// The number of the first line after it.
    pub next: u32,
}

/// The lines of a block whose fields are filled in, the first numbered `first`.
pub fn lay_out(text: &str, first: u32) -> Laid {
    let mut next = first;
    let mut number = |runs: &[Run]| {
        let lines = wrapped(runs).into_iter().map(|runs| {
            let line = TextLine { number: next, runs };
            next = next.saturating_add(1);
            line
        });
        lines.collect::<Vec<_>>()
    };
    let pieces = pieces(text).into_iter().map(|piece| match piece {
        Piece::Text(runs) => LaidPiece::Text(number(&runs)),
        Piece::List { numbered, items } => {
            LaidPiece::List { numbered, items: items.iter().map(|item| number(item)).collect() }
        }
    });
    let pieces = pieces.collect();
    Laid { pieces, next }
}

/// Runs cut after spaces so that no line is longer than it may be, but for a word that is.
fn wrapped(runs: &[Run]) -> Vec<Vec<Run>> {
    let letters: Vec<(char, bool)> =
        runs.iter().flat_map(|run| run.text.chars().map(|c| (c, run.emphasis))).collect();
    let (mut lines, mut start) = (Vec::new(), 0);
    while start < letters.len() {
        let end = start + cut(&letters[start..]);
        lines.push(together(&letters[start..end]));
        start = end;
    }
    lines
}

/// How many letters the first line has, the space at its end included.
fn cut(letters: &[(char, bool)]) -> usize {
    let space = |at: &usize| letters[*at].0 == ' ';
    if letters.len() <= WIDTH {
        return letters.len();
    }
    // A space may stand just beyond the last letter that fits.
    let fits = (1..=WIDTH).rev().find(space);
    fits.or_else(|| (WIDTH + 1..letters.len()).find(space)).map_or(letters.len(), |at| at + 1)
}

fn together(letters: &[(char, bool)]) -> Vec<Run> {
    let stretches = letters.chunk_by(|one, other| one.1 == other.1);
    stretches
        .map(|of| Run {
            text: of.iter().map(|(c, _)| *c).collect(),
            emphasis: of.first().is_some_and(|of| of.1),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::plain;
    use proptest::prelude::*;

    fn said(lines: &[TextLine]) -> String {
        lines.iter().flat_map(|line| &line.runs).map(|run| run.text.as_str()).collect()
    }

    #[test]
    fn numbers_go_on_from_block_to_block() {
        let first = lay_out(&"mot ".repeat(50), 1);
        assert_eq!(first.next, 4, "200 characters");
        let second = lay_out("- un\n- deux", first.next);
        let LaidPiece::List { items, .. } = &second.pieces[0] else { panic!("a list") };
        assert_eq!(items.iter().map(|item| item[0].number).collect::<Vec<_>>(), [4, 5]);
    }

    proptest! {
        #[test]
        fn lines_are_the_text_whole_and_in_order(text in "([a-zé]{1,20}[ *]){0,60}", first in 1..1000_u32) {
            let laid = lay_out(&text, first);
            let mut lines = Vec::new();
            for piece in &laid.pieces {
                match piece {
                    LaidPiece::Text(of) => lines.extend(of.clone()),
                    LaidPiece::List { items, .. } => lines.extend(items.concat()),
                }
            }
            prop_assert_eq!(said(&lines), plain(&text));
            let numbers: Vec<u32> = lines.iter().map(|line| line.number).collect();
            prop_assert_eq!(numbers, (first..laid.next).collect::<Vec<_>>());
            for line in &lines {
                let words = said(std::slice::from_ref(line));
                prop_assert!(words.trim_end().chars().count() <= WIDTH || !words.trim_end().contains(' '));
            }
        }
    }
}
