//! Texts with spans lit up, and the part of a long text that a list shows.

use leptos::prelude::*;
use std::ops::Range;

/// Bytes that a list shows of one text, about eight lines.
const SHOWN: usize = 520;
/// Bytes before the first lit word, so that it isn't read without what leads to it.
const LEAD: usize = 140;

/// `text` between `from` and `to`, its lit spans as `<mark>`. Spans that don't fit the text are passed over.
pub fn lit(text: &str, shown: &Range<usize>, marks: &[Range<usize>]) -> AnyView {
    let mut at = shown.start;
    let mut parts = Vec::new();
    for mark in marks.iter().filter(|mark| mark.start < mark.end) {
        let fits = mark.start >= at && mark.end <= shown.end;
        let (Some(before), Some(words)) = (text.get(at..mark.start), text.get(mark.clone())) else {
            continue;
        };
        if !fits {
            continue;
        }
        if !before.is_empty() {
            parts.push(before.to_owned().into_any());
        }
        parts.push(view! { <mark>{words.to_owned()}</mark> }.into_any());
        at = mark.end;
    }
    // Leptos writes an empty text as a space.
    let rest = text.get(at..shown.end).filter(|rest| !rest.is_empty());
    parts.extend(rest.map(|rest| rest.to_owned().into_any()));
    parts.into_any()
}

/// Which bytes of `text` a list shows: all of a short text, else a stretch around the first lit span, cut at spaces.
pub fn excerpt(text: &str, marks: &[Range<usize>]) -> Range<usize> {
    if text.len() <= SHOWN + LEAD {
        return 0..text.len();
    }
    let first = marks.first().map_or(0, |mark| mark.start.min(text.len()));
    let start = if first + LEAD < SHOWN { 0 } else { space_after(text, first.saturating_sub(LEAD)) };
    let end = start + SHOWN;
    if end >= text.len() { start..text.len() } else { start..space_before(text, end, start) }
}

fn space_after(text: &str, at: usize) -> usize {
    let from = text.ceil_char_boundary(at);
    let tail = &text[from..];
    tail.find(char::is_whitespace)
        .map_or(from, |gap| from + gap + tail[gap..].chars().next().map_or(0, char::len_utf8))
}

fn space_before(text: &str, at: usize, least: usize) -> usize {
    let until = text.floor_char_boundary(at);
    text[least..until].rfind(char::is_whitespace).map_or(until, |gap| least + gap)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn an_excerpt_is_a_piece_of_the_text_that_holds_its_first_mark(
            text in "([a-zé«»]{1,12}[ \u{a0}\n]){0,300}", at in 0..3000usize,
        ) {
            let start = text.floor_char_boundary(at);
            let end = text[start..].char_indices().nth(3).map_or(text.len(), |(offset, _)| start + offset);
            let shown = excerpt(&text, std::slice::from_ref(&(start..end)));
            prop_assert!(text.get(shown.clone()).is_some());
            prop_assert!(shown.start <= start.min(text.len()));
            prop_assert!(shown.len() <= SHOWN + LEAD);
        }

        #[test]
        fn any_marks_leave_the_text_whole(text in "\\PC{0,40}", marks in prop::collection::vec(0..50usize, 0..8)) {
            let marks: Vec<_> = marks.chunks_exact(2).map(|pair| pair[0]..pair[1]).collect();
            let html = lit(&text, &(0..text.len()), &marks).to_html();
            let plain = html.replace("<mark>", "").replace("</mark>", "").replace("<!>", "").replace("<!---->", "");
            let decoded = plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
            prop_assert_eq!(decoded.trim(), text.trim());
        }
    }
}
