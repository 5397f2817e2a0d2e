//! The dashboard: what came in, from where, about what, and who has not spoken yet.

use domain::congress::Congress;
use domain::reading::{Dashboard, Facet};
use domain::time::Timestamp;
use leptos::prelude::*;

use super::{days::days, people::people, where_from::where_from};
use crate::components::counts::{Row, counts, counts_apart};
use crate::components::desk::{Desk, desk};
use crate::components::empty::empty;
use crate::components::phases::phases;
use crate::text::{dashboard as text, names, theme};
use crate::{Document, Section};

/// The page at `now`.
pub fn document(congress: &Congress, page: Dashboard, now: Timestamp) -> Document {
    let of = congress.clone();
    let view = move || {
        let filled = if page.contributions == 0 {
            empty(text::EMPTY, text::EMPTY_HOW, None)
        } else {
            view! { {days(&page)}{about(&page)}{where_from(&page)} }.into_any()
        };
        view! {
            <div class="middle">
                {desk(&of.slug, Desk::Dashboard)}
                <h1>{text::TITLE}</h1>
                {phases(&of.phases, now)}
                {filled}
                {people(&of.slug, &page)}
            </div>
        }
        .into_any()
    };
    Document::new(text::TITLE, view).within(Some(congress)).at(Section::Staff).unlisted()
}

fn about(page: &Dashboard) -> AnyView {
    let kinds = rows(&page.facets.kinds, |facet| names::kind_or_none(facet.value).to_owned());
    let colleges = rows(&page.facets.colleges, |facet| names::college(facet.value).to_owned());
    let areas = page.received.areas.iter().map(|(name, count)| Row { label: name.clone(), count: *count });
    view! {
        <section class="ruled" aria-labelledby="sujets">
            <h2 id="sujets">{text::ABOUT}</h2>
            <div class="tables">
                {counts(theme::BY_KIND, kinds, 0)}
                {(!page.received.areas.is_empty()).then(|| counts_apart(theme::BY_AREA, areas.collect(), 0))}
                {counts(theme::BY_COLLEGE, colleges, 0)}
            </div>
            <p class="note tables-note">{text::AREAS_NOTE}</p>
        </section>
    }
    .into_any()
}

fn rows<T>(facets: &[Facet<T>], label: impl Fn(&Facet<T>) -> String) -> Vec<Row> {
    facets.iter().map(|facet| Row { label: label(facet), count: facet.count }).collect()
}
