//! Words as they were written, to be read by their author.

use leptos::prelude::*;

/// The words, line by line.
pub fn still(words: &str) -> AnyView {
    view! { <p class="words still" dir="auto">{words.to_owned()}</p> }.into_any()
}
