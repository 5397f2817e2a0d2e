//! A personal link, opened: one button, since mail scanners follow links and only the button signs in.

use domain::congress::Congress;
use domain::member::Member;
use leptos::prelude::*;

use crate::text::access as text;
use crate::{Document, Section};

/// The page that asks whether it is really them.
pub fn document(congress: &Congress, member: &Member) -> Document {
    let (name, title) = (member.name.as_str().to_owned(), congress.title.clone());
    let view = move || {
        view! {
            <div class="narrow">
                <p class="over">{title}</p>
                <h1>{text::greeting(&name)}</h1>
                <p class="lead">{text::ENTER_LEAD}</p>
                <form method="post" class="actions">
                    <button class="button primary">{text::enter_as(&name)}</button>
                </form>
                <p class="note">{text::not_you(&name)}</p>
            </div>
        }
        .into_any()
    };
    Document::new(text::ENTER, view).within(Some(congress)).at(Section::SignIn).unlisted()
}
