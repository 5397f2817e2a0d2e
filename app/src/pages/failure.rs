//! A page that can't be shown.

use domain::congress::Congress;
use leptos::prelude::*;

use crate::Document;
use crate::failure::Failure;

/// A title, a sentence and a way out. With the congress where it is known, so that its navigation stays.
pub fn document(congress: Option<&Congress>, failure: &Failure) -> Document {
    let (title, sentence, (href, words)) = (failure.title(), failure.sentence(), failure.way_out());
    let view = move || {
        view! {
            <div class="narrow failure">
                <h1>{title}</h1>
                <p class="lead">{sentence}</p>
                <p class="actions"><a class="button primary" href=href>{words}</a></p>
            </div>
        }
        .into_any()
    };
    Document::new(title, view).within(congress).unlisted()
}
