//! The verbatims that moved, each with where it stood and where it stands.

use domain::analysis::Place;
use domain::reading::{Comparison, ThemeTag};
use domain::words::Slug;
use leptos::prelude::*;

use crate::components::pagination::pagination;
use crate::components::quote::{Beneath, quote};
use crate::components::theme_tag::{hollow, shape, small};
use crate::routes::Route;
use crate::text::{names, run as text, theme};

/// One page of them; nothing when none did.
pub fn moved(slug: &Slug, page: &Comparison) -> AnyView {
    if page.moved == 0 {
        return ().into_any();
    }
    let lines = page.verbatims.iter().map(|(of, was)| {
        view! {
            <li>
                {quote(slug, of, Beneath::Signature)}
                <p class="move"><span>{text::WAS}{still(was)}</span><span>{text::IS}{still(&of.place)}</span></p>
            </li>
        }
    });
    let to = |number| Route::Comparison(slug, page.before.number, page.after.number, number).path();
    view! {
        <section class="ruled" aria-labelledby="deplaces">
            <h2 id="deplaces">{text::MOVED}</h2>
            <ol class="quotes">{lines.collect_view()}</ol>
            {pagination(page.page, page.pages, &to)}
        </section>
    }
    .into_any()
}

/// A place named without a link: a theme of another run than the one shown has no page.
pub fn still(place: &Place<ThemeTag>) -> AnyView {
    let (shape, words) = match place {
        Place::Theme(tag) => (shape(tag.hue), theme::label(&tag.label)),
        Place::Weak(_) => (hollow(), names::apart(place).to_owned()),
        Place::Unplaced(_) => (small(), names::apart(place).to_owned()),
    };
    view! { <span class="tag">{shape}<span>{words}</span></span> }.into_any()
}
