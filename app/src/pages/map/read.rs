//! The map: a picture of every verbatim by what it says, and the same as a list.

use domain::congress::Congress;
use domain::reading::{MapPage, Quote};
use domain::words::Slug;
use leptos::prelude::*;

use super::form::form;
use super::legend::legend;
use super::list::list;
use crate::components::empty::empty;
use crate::components::map_picture::map_picture;
use crate::components::quote::{Beneath, quote};
use crate::components::views::{View, views};
use crate::islands::Map;
use crate::islands::place;
use crate::map::Key;
use crate::map::answer::MapAnswer;
use crate::map::query::MapQuery;
use crate::routes::Route;
use crate::text::{congress as words, date, map as text};
use crate::{Document, Section};

/// The map, what answers to the question asked of it, and the words of the page of its list.
#[derive(Clone, Debug, PartialEq)]
pub struct MapView {
    /// The map.
    pub page: MapPage,
    /// What answers; its facets labelled.
    pub answer: MapAnswer,
    /// The verbatims of `answer.shown`, in the same order.
    pub quotes: Vec<Quote>,
    /// The verbatim that a link leads to.
    pub here: Option<Here>,
}

/// The verbatim that a link leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Here {
    /// Its key.
    pub key: Key,
    /// Its rank among the map's points and its words; None when it has no point there.
    pub point: Option<(usize, Quote)>,
}

/// The page; without a map, one that says what to do.
pub fn document(congress: &Congress, view: Option<MapView>) -> Document {
    let slug = congress.slug.clone();
    let document = match view {
        Some(view) => Document::new(text::TITLE, move || page(&slug, &view)).with_island(),
        None => Document::new(text::TITLE, move || absent(&slug)),
    };
    document.within(Some(congress)).at(Section::Map)
}

fn absent(slug: &Slug) -> AnyView {
    let way = Some((Route::Corpus(slug).path(), words::READ_CONTRIBUTIONS.to_owned()));
    view! {
        <div class="narrow">
            {views(slug, Some(View::Map))}
            <h1>{text::TITLE}</h1>
            {empty(text::NONE, text::NONE_HOW, way)}
        </div>
    }
    .into_any()
}

fn page(slug: &Slug, view: &MapView) -> AnyView {
    let (page, answer) = (&view.page, &view.answer);
    let behind = words::behind(&page.run).map(|behind| format!(". {behind}"));
    let whole = u32::try_from(page.points.len()).unwrap_or(u32::MAX);
    let found = text::found(answer.total, whole, answer.themes, &answer.query.corpus.words);
    view! {
        <div class="middle map-page">
            {views(slug, Some(View::Map))}
            <h1>{text::TITLE}</h1>
            <p class="lead">{text::LEAD}</p>
            <p class="note">{words::run(&page.run, &date::day(page.run.finished_at))}{behind}</p>
            {view.here.as_ref().map(|of| here(slug, of))}
            {form(slug, view)}
            <div class="map" id=place::MAP>
                <div class="map-above">
                    <p class="map-found" role="status" id=place::FOUND>{found}</p>
                    <p class="map-to-list"><a href=format!("#{}", place::LIST)>{text::TO_LIST}</a></p>
                </div>
                <div class="map-drawn">{map_picture(page, &answer.keeps, view.here.as_ref().and_then(|of| Some(of.point.as_ref()?.0)))}</div>
                <Map slug=slug.clone() page=Route::Map(slug, &MapQuery::default()).path() data=Route::MapData(slug).path()/>
                {legend(slug, page)}
            </div>
            {list(slug, view)}
        </div>
    }
    .into_any()
}

/// What the picture marks, in words: the fragment of the link is its id, so that it shows without a script too.
fn here(slug: &Slug, of: &Here) -> AnyView {
    let words = match &of.point {
        Some((_, words)) => quote(slug, words, Beneath::Signature),
        None => {
            let href = Route::Contribution(slug, of.key.number).path();
            view! { <p>{text::NOT_DRAWN}" "<a href=href>{of.key.number.to_string()}</a></p> }.into_any()
        }
    };
    view! {
        <section class="map-here-words" id=of.key.to_string() aria-labelledby="ici">
            <h2 class="here-words" id="ici">{text::HERE}</h2>
            {words}
        </section>
    }
    .into_any()
}
