//! What was found in a text that is better not published, told to its author: they change it, or send it as it is.

use leptos::prelude::*;

use super::form::WriteView;
use crate::text::moderation::warning as text;

/// The list; nothing where nothing was found, or nothing was kept or sent yet.
pub fn warning(view: &WriteView) -> AnyView {
    if view.found.is_empty() || !(view.warned || view.kept_at.is_some()) {
        return ().into_any();
    }
    let lines = view.found.iter().map(|(kind, words)| view! { <li>{text::of(*kind, words)}</li> });
    let title = if view.warned { text::TITLE } else { text::DRAFT };
    let not_sent = view.warned.then(|| view! { <p><strong>{text::NOT_SENT}</strong></p> });
    view! {
        <section class="warning" aria-labelledby="signalements" role=view.warned.then_some("alert")>
            <h2 id="signalements">{title}</h2>
            {not_sent}
            <ul>{lines.collect_view()}</ul>
            <p class="note">{text::HOW}</p>
        </section>
    }
    .into_any()
}
