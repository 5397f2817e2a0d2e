//! Declining: a page with a button, since scanners follow links; then that it is done, and a way to come back on it.

use domain::congress::Congress;
use domain::line::Line;
use leptos::prelude::*;

use crate::text::invitation::decline as text;
use crate::{Document, Section};

/// The field of the button that takes a refusal back.
pub const BACK: &str = "revenir";

/// Where a person stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Declining {
    /// They get letters.
    Asked,
    /// They get none.
    Declined,
    /// They just came back on it.
    Back,
}

/// The page.
pub fn document(congress: &Congress, name: &Line, at: Declining) -> Document {
    let (title, whose) = (congress.title.clone(), text::whose(name.as_str()));
    let (heading, lead) = match at {
        Declining::Asked => (text::TITLE, text::LEAD),
        Declining::Declined => (text::DONE, text::DONE_LEAD),
        Declining::Back => (text::BACK_DONE, text::BACK_LEAD),
    };
    let view = move || {
        let button = match at {
            Declining::Asked | Declining::Back => {
                view! { <button class="button primary">{text::BUTTON}</button> }.into_any()
            }
            Declining::Declined => {
                view! { <button class="button" name=BACK value="oui">{text::BACK}</button> }.into_any()
            }
        };
        view! {
            <div class="narrow">
                <p class="over">{title}</p>
                <h1>{heading}</h1>
                <p class="note">{whose}</p>
                <p class="lead">{lead}</p>
                <form method="post" class="actions">{button}</form>
            </div>
        }
        .into_any()
    };
    Document::new(heading, view).within(Some(congress)).at(Section::SignIn).unlisted()
}
