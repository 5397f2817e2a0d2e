//! Two quotes that pull opposite ways, face to face.

use domain::reading::Divide;
use domain::words::Slug;
use leptos::prelude::*;

use crate::components::quote::{Beneath, quote};
use crate::text::theme as text;

/// The pair under what it is about.
pub fn divide(slug: &Slug, of: &Divide) -> AnyView {
    view! {
        <div class="divide">
            <h3>{text::about(&of.about)}</h3>
            <div class="divide-sides">
                {quote(slug, &of.one, Beneath::Signature)}
                {quote(slug, &of.other, Beneath::Signature)}
            </div>
        </div>
    }
    .into_any()
}
