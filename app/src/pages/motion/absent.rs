//! No draft stands yet.

use domain::congress::Congress;
use leptos::prelude::*;

use crate::components::empty::empty;
use crate::routes::Route;
use crate::text::{congress as words, motion};
use crate::{Document, Section};

/// Says so, and leads to the contributions.
pub fn document(congress: &Congress) -> Document {
    let corpus = Route::Corpus(&congress.slug).path();
    let view = move || {
        let way = Some((corpus, words::READ_CONTRIBUTIONS.to_owned()));
        view! { <div class="narrow"><h1>{motion::TITLE}</h1>{empty(motion::NONE, motion::NONE_HOW, way)}</div> }.into_any()
    };
    Document::new(motion::TITLE, view).within(Some(congress)).at(Section::Motion)
}
