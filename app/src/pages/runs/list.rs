//! Every run, the latest first.

use domain::congress::Congress;
use domain::reading::{RunLine, RunState, RunsPage};
use domain::words::Slug;
use leptos::prelude::*;

use super::state::{state, times};
use crate::components::empty::empty;
use crate::components::views::{View, views};
use crate::routes::Route;
use crate::text::{congress as words, run as text};
use crate::{Document, Section};

/// The page. While a run is under way it offers to be read again; the server may add a `Refresh` header.
pub fn document(congress: &Congress, page: RunsPage) -> Document {
    let slug = congress.slug.clone();
    Document::new(text::TITLE, move || view(&slug, &page)).within(Some(congress)).at(Section::Themes)
}

fn view(slug: &Slug, page: &RunsPage) -> AnyView {
    let changed = page.corpus_changed.then(|| view! { <p class="note">{text::CHANGED}</p> });
    let running = page.runs.iter().any(|run| matches!(run.state, RunState::Running { .. }));
    let again = running.then(|| {
        view! {
            <p class="note">{text::RUNNING}</p>
            <p class="actions"><a class="button" href=Route::Runs(slug).path()>{text::REFRESH}</a></p>
        }
    });
    let list = if page.runs.is_empty() {
        let way = Some((Route::Corpus(slug).path(), words::READ_CONTRIBUTIONS.to_owned()));
        empty(text::NONE, text::NONE_HOW, way)
    } else {
        let runs = page.runs.iter().map(|run| line(slug, page, run)).collect_view();
        view! { <ol class="runs">{runs}</ol> }.into_any()
    };
    view! {
        <div class="narrow">
            {views(slug, Some(View::Runs))}
            <h1>{text::TITLE}</h1>
            <p class="lead">{text::LEAD}</p>
            {changed}
            {again}
            {list}
        </div>
    }
    .into_any()
}

fn line(slug: &Slug, page: &RunsPage, run: &RunLine) -> AnyView {
    let shown =
        (page.shown == Some(run.number)).then(|| view! { <span class="run-shown">{text::SHOWN}</span> });
    view! {
        <li>
            <h2><a href=Route::Run(slug, run.number).path()>{text::run(run.number)}</a>" "{shown}</h2>
            {state(run)}
            {times(run)}
        </li>
    }
    .into_any()
}
