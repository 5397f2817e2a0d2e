//! No draft stands yet.

use domain::congress::Congress;
use domain::reading::PublishedLine;
use leptos::prelude::*;

use crate::components::empty::empty;
use crate::pages::wording::version::list;
use crate::routes::Route;
use crate::text::{congress as words, motion};
use crate::{Document, Section};

/// Says so, and leads to the contributions, and to the versions of the text that people wrote without one.
pub fn document(congress: &Congress, published: Vec<PublishedLine>) -> Document {
    let slug = congress.slug.clone();
    let corpus = Route::Corpus(&congress.slug).path();
    let view = move || {
        let way = Some((corpus, words::READ_CONTRIBUTIONS.to_owned()));
        view! { <div class="narrow"><h1>{motion::TITLE}</h1>{empty(motion::NONE, motion::NONE_HOW, way)}{list(&slug, &published)}</div> }.into_any()
    };
    Document::new(motion::TITLE, view).within(Some(congress)).at(Section::Motion)
}
