//! A document that is being made. The server adds a `Refresh` header.

use domain::congress::Congress;
use leptos::prelude::*;

use crate::routes::Route;
use crate::text::download;
use crate::{Document, Section};

/// Says what is being done, and that one may leave.
pub fn document(congress: &Congress, label: &str) -> Document {
    let (title, back) = (download::pending(label), Route::Downloads(&congress.slug).path());
    let heading = title.clone();
    let view = move || {
        view! {
            <div class="narrow failure">
                <h1>{heading}</h1>
                <p class="lead" role="status">{download::PENDING}</p>
                <p class="actions"><a class="button" href=back>{download::BACK}</a></p>
            </div>
        }
        .into_any()
    };
    Document::new(title, view).within(Some(congress)).at(Section::Downloads).unlisted()
}
