//! After a link was asked for: the same page whether anybody has that address or not.

use domain::congress::Congress;
use domain::settings::Contact;
use leptos::prelude::*;

use crate::components::outbox::outbox;
use crate::routes::Route;
use crate::text::access as text;
use crate::{Document, Section};

/// The page.
pub fn document(congress: &Congress, contact: &Contact) -> Document {
    let back = Route::SignIn(&congress.slug).path();
    let call = text::call(contact);
    let of = congress.clone();
    let view = move || {
        let call = call.map(|call| view! { <section class="ask"><h2>{text::BY_CALL}</h2><p class="note">{call}</p></section> });
        view! {
            <div class="narrow">
                <h1>{text::ASKED}</h1>
                <p class="lead">{text::ASKED_LEAD}</p>
                <p class="note">{text::ASKED_HELP}</p>
                {outbox(&of)}
                <p class="actions"><a class="button" href=back>{text::ASK_AGAIN}</a></p>
                {call}
            </div>
        }
        .into_any()
    };
    Document::new(text::ASKED, view).within(Some(congress)).at(Section::SignIn).unlisted()
}
