//! Where a letter stands, in words.

use domain::mail::{LetterState, Setback};
use leptos::prelude::*;

use crate::text::mail as text;

/// The state, why, what to do, and what the server said.
pub(super) fn state(of: &LetterState) -> AnyView {
    let ended = matches!(of, LetterState::Refused { .. } | LetterState::Bounced { .. });
    view! {
        <p class="mail-state">{text::state(of)}</p>
        {of.why().map(|why| setback(why, ended))}
    }
    .into_any()
}

fn setback(why: &Setback, ended: bool) -> AnyView {
    // What is tried again needs nobody, except where the fault is ours.
    let to_do = (ended || why.cause.is_ours()).then(|| view! { " "{text::to_do(why.cause)} });
    let answer = Some(why.answer.clone()).filter(|answer| !answer.is_empty());
    let answer = answer.map(|said| view! { <p class="note">{text::ANSWER}" "<code>{said}</code></p> });
    view! {
        <p class="note">{text::cause(why.cause)}{to_do}</p>
        {answer}
    }
    .into_any()
}
