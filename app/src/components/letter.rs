//! A letter before it leaves.

use leptos::prelude::*;

use crate::letters::Composed;
use crate::text::invitation as text;

/// What the first of those to whom it goes will read.
pub fn preview(letter: &Composed) -> AnyView {
    view! {
        <section class="ask" aria-labelledby="lettre">
            <h2 id="lettre">{text::PREVIEW}</h2>
            <p class="note">{text::PREVIEW_HOW}</p>
            <div class="letter-preview"><p><strong>{letter.subject.clone()}</strong></p>{letter.text.clone()}</div>
        </section>
    }
    .into_any()
}
