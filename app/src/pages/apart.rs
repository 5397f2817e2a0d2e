//! What stands in no theme.

pub mod unplaced;
pub mod weak;

use domain::analysis::Place;
use domain::reading::{ApartPage, Quote};
use domain::words::Slug;
use leptos::prelude::*;

use crate::components::pagination::pagination;
use crate::components::quote::{Beneath, quote};
use crate::components::views::{View, views};
use crate::routes::{Paging, Route};
use crate::text::{congress as run_words, date, names, theme as text};

/// What the two pages say differently.
struct Words {
    title: &'static str,
    lead: &'static str,
    how: &'static str,
    here: View,
    none: &'static str,
}

fn view(slug: &Slug, page: &ApartPage, words: &Words, to: Paging) -> AnyView {
    let quotes = page.verbatims.quotes.iter().map(|of| view! { <li>{reasoned(slug, of)}</li> });
    let none = page.verbatims.quotes.is_empty().then(|| view! { <p class="empty-what">{words.none}</p> });
    view! {
        <div class="narrow">
            {views(slug, Some(words.here))}
            <h1>{words.title}</h1>
            <p class="lead">{words.lead}</p>
            <p class="note">
                {text::part(page.verbatims.total, page.figures.verbatims)}". "
                {run_words::run(&page.run, &date::day(page.run.finished_at))}". "
                <a href=Route::Themes(slug).path()>{text::ACCOUNT}</a>
            </p>
            <p class="apart-how">{words.how}</p>
            {none}
            <ol class="quotes">{quotes.collect_view()}</ol>
            {pagination(page.verbatims.page, page.verbatims.pages, to)}
        </div>
    }
    .into_any()
}

fn reasoned(slug: &Slug, of: &Quote) -> AnyView {
    let reason = match of.place {
        Place::Theme(_) => "",
        Place::Weak(reason) => names::weak_reason(reason),
        Place::Unplaced(reason) => names::unplaced_reason(reason),
    };
    view! { {quote(slug, of, Beneath::Signature)}<p class="reason">{text::REASON}{reason}"."</p> }.into_any()
}
