//! What became of each verbatim, as everybody reads it beside the last version of the motion.

use domain::congress::Congress;
use domain::reading::DispositionsPage;
use domain::words::Slug;
use leptos::prelude::*;

use super::ledger::ledger;
use super::line::lines;
use crate::routes::{Route, WordingRoute};
use crate::text::disposition as text;
use crate::{Document, Section};

/// Names a département by its code.
pub type Named = fn(&str) -> Option<String>;

/// The page; none before a version is published.
pub fn document(congress: &Congress, page: Option<DispositionsPage>, named: Named) -> Document {
    let slug = congress.slug.clone();
    let view = move || view(&slug, page.as_ref(), named);
    Document::new(text::PUBLIC_TITLE, view).within(Some(congress)).at(Section::Motion)
}

fn view(slug: &Slug, page: Option<&DispositionsPage>, named: Named) -> AnyView {
    let to = |query: &_| Route::Wording(slug, WordingRoute::Became(*query)).path();
    let inner = match page {
        None => view! { <p>{text::NO_VERSION}</p> }.into_any(),
        Some(page) => view! {
            {ledger(page, &to, &named)}
            {lines(slug, page, &to, None)}
        }
        .into_any(),
    };
    view! {
        <div class="middle">
            <h1>{text::PUBLIC_TITLE}</h1>
            <p class="lead">{text::PUBLIC_LEAD}</p>
            {inner}
        </div>
    }
    .into_any()
}
