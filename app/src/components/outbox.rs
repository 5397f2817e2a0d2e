//! Where the letters of an invented congress are read, since they never leave.

use domain::congress::Congress;
use leptos::prelude::*;

use crate::routes::Route;
use crate::text::mail as text;

/// A line for pages that just sent a letter; nothing in a real congress.
pub fn outbox(congress: &Congress) -> AnyView {
    let href = Route::Outbox(&congress.slug, 1).path();
    let line = congress.fictional.then(|| {
        view! { <p class="note">{text::WAITS}" "<a href=href>{text::READ_IT}</a></p> }
    });
    line.into_any()
}
