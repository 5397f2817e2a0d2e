//! The congresses of one server.

use domain::congress::Congress;
use leptos::prelude::*;

use crate::Document;
use crate::components::empty::empty;
use crate::routes::Route;
use crate::text::{congress as text, frame};

/// All of them, in the order given.
pub fn document(congresses: Vec<Congress>) -> Document {
    let view = move || {
        view! {
            <div class="narrow">
                <h1>{text::LIST}</h1>
                {list(&congresses)}
            </div>
        }
        .into_any()
    };
    Document::new(text::LIST, view)
}

fn list(congresses: &[Congress]) -> AnyView {
    if congresses.is_empty() {
        return empty(text::LIST_EMPTY, "", None);
    }
    let items = congresses.iter().map(|congress| {
        let fiction = congress.fictional.then(|| view! { <p class="note">{frame::FICTION}</p> });
        view! {
            <li>
                <h2><a href=Route::Congress(&congress.slug).path()>{congress.title.clone()}</a></h2>
                <p class="congress-question">{congress.question.clone()}</p>
                <p class="note">{congress.organiser.clone()}</p>
                {fiction}
            </li>
        }
    });
    view! { <p class="lead">{text::LIST_INTRO}</p><ul class="congresses">{items.collect_view()}</ul> }
        .into_any()
}
