//! What was done about a text, beneath its versions.

use domain::reading::ModerationLine;
use leptos::prelude::*;

use crate::text::{date, moderation as text};

/// The list; nothing where nothing was done. `names`: whether it says who did it, which staff reads.
pub fn history(lines: &[ModerationLine], names: bool) -> AnyView {
    if lines.is_empty() {
        return ().into_any();
    }
    let lines = lines.iter().map(|line| {
        view! { <li>{date::moment(line.at)}", "{text::event(line, names)}</li> }
    });
    view! {
        <section class="ruled" aria-labelledby="moderation">
            <h2 id="moderation">{text::HISTORY}</h2>
            <ul class="trace">{lines.collect_view()}</ul>
        </section>
    }
    .into_any()
}
