//! Words of a block as they are read: with their marks, in numbered lines, or as a difference.

use domain::wording::{LaidPiece, Piece, Run, TextLine, lay_out, pieces, plain};
use leptos::prelude::*;

use crate::components::difference::{self as words, Said};
use crate::text::number::number;
use crate::text::wording as text;

/// Words with their marks.
pub fn shown(words: &str) -> AnyView {
    let pieces = pieces(words).into_iter().map(|piece| match piece {
        Piece::Text(of) => view! { <p>{runs(&of)}</p> }.into_any(),
        Piece::List { numbered, items } => {
            let items = items.iter().map(|item| view! { <li>{runs(item)}</li> }).collect_view();
            listed(numbered, items.into_any())
        }
    });
    view! { <div class="wording-words" dir="auto">{pieces.collect_view()}</div> }.into_any()
}

/// The same in lines, the first numbered `first`; and the number of the first line after them.
pub fn lined(words: &str, first: u32) -> (AnyView, u32) {
    let laid = lay_out(words, first);
    let pieces = laid.pieces.iter().map(|piece| match piece {
        LaidPiece::Text(of) => view! { <p>{lines(of)}</p> }.into_any(),
        LaidPiece::List { numbered, items } => {
            let items = items.iter().map(|item| view! { <li>{lines(item)}</li> }).collect_view();
            listed(*numbered, items.into_any())
        }
    });
    (view! { <div class="motion-lines" dir="auto">{pieces.collect_view()}</div> }.into_any(), laid.next)
}

fn listed(numbered: bool, items: AnyView) -> AnyView {
    if numbered { view! { <ol>{items}</ol> }.into_any() } else { view! { <ul>{items}</ul> }.into_any() }
}

fn lines(of: &[TextLine]) -> AnyView {
    let line = |line: &TextLine| {
        let said = number(line.number);
        view! { <span class="line"><span class="line-number" aria-hidden="true">{said}</span>{runs(&line.runs)}</span> }
    };
    of.iter().map(line).collect_view().into_any()
}

fn runs(of: &[Run]) -> AnyView {
    let run = |run: &Run| match run.emphasis {
        true => view! { <em>{run.text.clone()}</em> }.into_any(),
        false => run.text.clone().into_any(),
    };
    of.iter().map(run).collect_view().into_any()
}

/// The difference of two wordings, without their marks.
pub fn difference(before: &str, after: &str) -> AnyView {
    const SAID: Said = Said { taken: text::TAKEN, put: text::PUT, end: text::END };
    words::difference(&plain(before), &plain(after), SAID)
}
