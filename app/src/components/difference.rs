//! The difference of two texts, word by word.

use domain::diff::{Piece, by_word};
use leptos::prelude::*;

/// What is said to those who don't see what is struck or underlined.
#[derive(Clone, Copy, Debug)]
pub struct Said {
    /// Before what was taken out.
    pub taken: &'static str,
    /// Before what was put in.
    pub put: &'static str,
    /// Behind either; nothing where nothing is said.
    pub end: &'static str,
}

/// What must be taken out of `before` and put into it to have `after`.
pub fn difference(before: &str, after: &str, said: Said) -> AnyView {
    let spoken =
        |words: &'static str| (!words.is_empty()).then(|| view! { <span class="said">{words}</span> });
    let pieces = by_word(before, after).into_iter().map(|piece| match piece {
        Piece::Same(words) => words.to_owned().into_any(),
        Piece::Taken(words) => {
            view! { {spoken(said.taken)}<del>{words.to_owned()}</del>{spoken(said.end)} }.into_any()
        }
        Piece::Put(words) => {
            view! { {spoken(said.put)}<ins>{words.to_owned()}</ins>{spoken(said.end)} }.into_any()
        }
    });
    view! { <p class="words still difference" dir="auto">{pieces.collect_view()}</p> }.into_any()
}
