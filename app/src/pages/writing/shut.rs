//! To those who come before the call opens, or after it closed: the dates, and what they had written.

use domain::congress::Congress;
use domain::contribution::Call;
use leptos::prelude::*;

use crate::components::empty::empty;
use crate::routes::Route;
use crate::text::{call as text, congress as words};
use crate::{Document, Section};

/// The page; `kept` are the words that came too late, for copying.
pub fn document(congress: &Congress, call: Call, kept: Option<String>) -> Document {
    let slug = congress.slug.clone();
    let page = move || {
        let way = Some((Route::Corpus(&slug).path(), words::READ_CONTRIBUTIONS.to_owned()));
        let kept = kept.map(|kept| {
            view! {
                <div class="faults" role="alert"><p>{text::TOO_LATE}</p></div>
                <div class="field">
                    <label for="texte">{text::TO_COPY}</label>
                    <textarea id="texte" rows="12" readonly dir="auto">{format!("\n{kept}")}</textarea>
                </div>
            }
        });
        view! {
            <div class="narrow writing">
                <h1>{text::shut_title(call)}</h1>
                {empty(text::shut(call).unwrap_or_default(), "", way)}
                {kept}
            </div>
        }
        .into_any()
    };
    Document::new(text::shut_title(call), page).within(Some(congress)).at(Section::Mine).unlisted()
}
