//! The difference of two texts, word by word.

use unicode_segmentation::UnicodeSegmentation as _;

/// A piece of the difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    /// In both.
    Same(&'t str),
    /// In the first alone.
    Taken(&'t str),
    /// In the second alone.
    Put(&'t str),
}

/// Comparisons made at most; what differs in texts that need more is shown as one piece.
const MOST: usize = 4_000_000;

/// What must be taken out of `before` and put into it to have `after`, in the order of the texts.
pub fn by_word<'t>(before: &'t str, after: &'t str) -> Vec<Piece<'t>> {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (before.split_word_bounds().collect(), after.split_word_bounds().collect());
    let head = old.iter().zip(&new).take_while(|(one, other)| one == other).count();
    let tail = old[head..]
        .iter()
        .rev()
        .zip(new[head..].iter().rev())
        .take_while(|(one, other)| one == other)
        .count();
    let (old_mid, new_mid) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
    let kept = if old_mid.len().saturating_mul(new_mid.len()) > MOST {
        Vec::new()
    } else {
        common(old_mid, new_mid)
    };
    let mut spans = Spans { before, after, at: (0, 0), pieces: Vec::new() };
    spans.same(length(&old[..head]));
    let (mut i, mut j) = (0, 0);
    for (x, y) in kept {
        spans.taken(length(&old_mid[i..x]));
        spans.put(length(&new_mid[j..y]));
        spans.same(old_mid[x].len());
        (i, j) = (x + 1, y + 1);
    }
    spans.taken(length(&old_mid[i..]));
    spans.put(length(&new_mid[j..]));
    spans.same(length(&old[old.len() - tail..]));
    spans.pieces
}

fn length(words: &[&str]) -> usize {
    words.iter().map(|word| word.len()).sum()
}

/// Places of the longest sequence of words that both have.
fn common(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    let mut longest = vec![0_u16; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            longest[i * width + j] = if old[i] == new[j] {
                longest[(i + 1) * width + j + 1].saturating_add(1)
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j, mut kept) = (0, 0, Vec::new());
    while i < old.len() && j < new.len() {
        if old[i] == new[j] {
            kept.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    kept
}

/// Pieces under way, those of one kind that touch as one.
struct Spans<'t> {
    before: &'t str,
    after: &'t str,
    at: (usize, usize),
    pieces: Vec<Piece<'t>>,
}

impl<'t> Spans<'t> {
    fn same(&mut self, bytes: usize) {
        let (i, j) = self.at;
        let from = match self.pieces.last() {
            Some(Piece::Same(last)) if bytes > 0 => {
                let from = i - last.len();
                self.pieces.pop();
                from
            }
            _ => i,
        };
        self.push(Piece::Same(&self.before[from..i + bytes]));
        self.at = (i + bytes, j + bytes);
    }

    fn taken(&mut self, bytes: usize) {
        let (i, j) = self.at;
        self.push(Piece::Taken(&self.before[i..i + bytes]));
        self.at = (i + bytes, j);
    }

    fn put(&mut self, bytes: usize) {
        let (i, j) = self.at;
        self.push(Piece::Put(&self.after[j..j + bytes]));
        self.at = (i, j + bytes);
    }

    fn push(&mut self, piece: Piece<'t>) {
        let (Piece::Same(words) | Piece::Taken(words) | Piece::Put(words)) = piece;
        if !words.is_empty() {
            self.pieces.push(piece);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_that_change_are_told_from_those_that_stay() {
        let pieces = by_word("La fibre s’arrette au pon, ici.", "La fibre s’arrête au pont, ici.");
        use Piece::{Put, Same, Taken};
        let expected = [
            Same("La fibre "),
            Taken("s’arrette"),
            Put("s’arrête"),
            Same(" au "),
            Taken("pon"),
            Put("pont"),
            Same(", ici."),
        ];
        assert_eq!(pieces, expected);
        assert_eq!(by_word("", ""), []);
        assert_eq!(by_word("a", ""), [Taken("a")]);
    }

    proptest! {
        #[test]
        fn both_texts_are_whole_in_their_difference(before in "([a-cé]{1,2}[ ,.\n]{0,2}){0,20}", after in "([a-cé]{1,2}[ ,.\n]{0,2}){0,20}") {
            let (mut old, mut new) = (String::new(), String::new());
            for piece in by_word(&before, &after) {
                match piece {
                    Piece::Same(words) => {
                        old.push_str(words);
                        new.push_str(words);
                    }
                    Piece::Taken(words) => old.push_str(words),
                    Piece::Put(words) => new.push_str(words),
                }
            }
            prop_assert_eq!((old, new), (before, after));
        }

        #[test]
        fn a_text_does_not_differ_from_itself(text in "\\PC{0,60}") {
            let all_same = by_word(&text, &text).into_iter().all(|piece| matches!(piece, Piece::Same(_)));
            prop_assert!(all_same);
        }
    }
}
