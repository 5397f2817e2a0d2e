//! What a theme says, by kind, and what divides it.

use domain::contribution::Kind;
use domain::reading::{Quote, ThemePage};
use domain::words::Slug;
use leptos::prelude::*;

use crate::components::divide::divide;
use crate::components::quote::{Beneath, quote};
use crate::text::{names, theme as text};

/// A few verbatims that don't repeat one another, by kind; nothing when the run chose none.
pub fn says(slug: &Slug, page: &ThemePage) -> AnyView {
    if page.says.is_empty() {
        return ().into_any();
    }
    let kinds = page.says.iter().map(|(kind, quotes)| of_kind(slug, *kind, quotes)).collect_view();
    view! {
        <section class="says" aria-labelledby="dit">
            <h2 id="dit">{text::SAYS}</h2>
            <p class="note">{text::SAYS_HOW}</p>
            {kinds}
        </section>
    }
    .into_any()
}

fn of_kind(slug: &Slug, kind: Kind, quotes: &[Quote]) -> AnyView {
    let quotes = quotes.iter().map(|of| view! { <li>{quote(slug, of, Beneath::Signature)}</li> });
    view! { <h3>{names::kind(kind)}</h3><ul class="said-so">{quotes.collect_view()}</ul> }.into_any()
}

/// Pairs of quotes face to face; where none was found, says so.
pub fn divides(slug: &Slug, page: &ThemePage) -> AnyView {
    let pairs = page.divides.iter().map(|of| divide(slug, of)).collect_view();
    let how = if page.divides.is_empty() { text::NO_DIVIDE } else { text::DIVIDES_HOW };
    view! {
        <section class="ruled" aria-labelledby="divise">
            <h2 id="divise">{text::DIVIDES}</h2>
            <p class="note">{how}</p>
            {pairs}
        </section>
    }
    .into_any()
}
