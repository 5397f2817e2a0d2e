//! Edits: which words of a text go, and which come in their place.

use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation as _;

use crate::diff::{Piece, by_word};

/// One stretch of a text that is replaced; either side may be empty, not both.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Edit {
    /// Bytes of the text that go.
    pub span: Range<usize>,
    /// What comes in their place.
    pub put: String,
}

/// The words around an edit aren't those that it was written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the words around it have changed")]
pub struct Moved;

/// What leads from `before` to `after`, in order; no edit touches the next.
pub fn edits(before: &str, after: &str) -> Vec<Edit> {
    let (mut found, mut at): (Vec<Edit>, usize) = (Vec::new(), 0);
    let mut open = false;
    for piece in by_word(before, after) {
        let (taken, put) = match piece {
            Piece::Same(words) => {
                at += words.len();
                open = false;
                continue;
            }
            Piece::Taken(words) => (words.len(), ""),
            Piece::Put(words) => (0, words),
        };
        match found.last_mut().filter(|_| open) {
            Some(last) => {
                last.span.end += taken;
                last.put.push_str(put);
            }
            None => found.push(Edit { span: at..at + taken, put: put.to_owned() }),
        }
        at += taken;
        open = true;
    }
    let mut floor = None;
    for edit in &mut found {
        slide(before, edit, floor);
        floor = Some(edit.span.end);
    }
    found
}

/// Moves what only puts or only takes as far to the left as gives the same text, behind `floor`: « réseau » put behind a space is
/// the same as put before it, and must look the same to whoever compares two amendments.
fn slide(text: &str, edit: &mut Edit, floor: Option<usize>) {
    loop {
        let Range { start, end } = edit.span;
        let moving = if edit.put.is_empty() { text.get(start..end) } else { Some(edit.put.as_str()) };
        if start < end && !edit.put.is_empty() {
            return;
        }
        let Some(word) = moving.and_then(|words| words.split_word_bounds().next_back()) else { return };
        let free = floor.is_none_or(|floor| floor + word.len() < start);
        if !free || !text.get(..start).is_some_and(|before| before.ends_with(word)) {
            return;
        }
        let by = word.len();
        if !edit.put.is_empty() {
            let kept = edit.put.len() - by;
            edit.put = format!("{word}{}", edit.put.get(..kept).unwrap_or_default());
        }
        edit.span = start - by..end - by;
    }
}

/// The text with its edits made; they are in order, none over another.
pub fn applied(before: &str, edits: &[Edit]) -> String {
    let (mut text, mut at) = (String::with_capacity(before.len()), 0);
    for edit in edits {
        text.push_str(before.get(at..edit.span.start).unwrap_or_default());
        text.push_str(&edit.put);
        at = edit.span.end;
    }
    text.push_str(before.get(at..).unwrap_or_default());
    text
}

/// Whether two edits of `text` can't be made one without regard to the other: they overlap, touch, or one is beside the nearest
/// word of the other. A word that is found again far from its neighbours isn't the same word.
pub fn touches(text: &str, one: &Edit, other: &Edit) -> bool {
    let meet = |a: &Range<usize>, b: &Range<usize>| a.start <= b.end && b.start <= a.end;
    one != other
        && (meet(&around(text, &one.span), &other.span) || meet(&one.span, &around(text, &other.span)))
}

/// The span with the nearest word on each side.
fn around(text: &str, span: &Range<usize>) -> Range<usize> {
    let mut start = span.start;
    let mut seen = false;
    for (at, c) in text.get(..span.start).unwrap_or_default().char_indices().rev() {
        if seen && !c.is_alphanumeric() {
            break;
        }
        seen |= c.is_alphanumeric();
        start = at;
    }
    let (mut end, mut seen) = (span.end, false);
    for c in text.get(span.end..).unwrap_or_default().chars() {
        if seen && !c.is_alphanumeric() {
            break;
        }
        seen |= c.is_alphanumeric();
        end += c.len_utf8();
    }
    start..end
}

/// The edits of `before` as edits of `now`, which came of the same text; those that were made already are left out.
///
/// # Errors
/// Where the words that one is about, or those next to them, aren't the same any more.
pub fn rebased(before: &str, own: &[Edit], now: &str) -> Result<Vec<Edit>, Moved> {
    let since = edits(before, now);
    let mut kept = Vec::with_capacity(own.len());
    for edit in own {
        if since.contains(edit) {
            continue;
        }
        if since.iter().any(|of| touches(before, of, edit)) {
            return Err(Moved);
        }
        let earlier = || since.iter().take_while(|of| of.span.end <= edit.span.start);
        let put: usize = earlier().map(|of| of.put.len()).sum();
        let taken: usize = earlier().map(|of| of.span.len()).sum();
        let shifted = |at: usize| at + put - taken;
        kept.push(Edit { span: shifted(edit.span.start)..shifted(edit.span.end), put: edit.put.clone() });
    }
    Ok(kept)
}
