//! Being left alone: a page with a button, since scanners follow links; then that it is done, and how to come back on it.

use domain::congress::Congress;
use domain::line::Line;
use domain::member::MailChoice;
use leptos::prelude::*;

use crate::routes::Route;
use crate::text::invitation::decline::whose;
use crate::text::news::quiet as text;
use crate::text::settings;
use crate::{Document, Section};

/// The field of the buttons that ask for letters again: a [`MailChoice`]'s code.
pub const CHOICE: &str = "lettres";

/// The page for somebody who has made that choice; `done` when they have just made it.
pub fn document(congress: &Congress, name: &Line, choice: MailChoice, done: bool) -> Document {
    let (slug, title, whose) = (congress.slug.clone(), congress.title.clone(), whose(name.as_str()));
    let (heading, lead) = match (choice, done) {
        (MailChoice::Nothing, _) => (text::DONE, text::DONE_LEAD),
        (_, true) => (text::BACK, text::BACK_LEAD),
        (_, false) => (text::TITLE, text::LEAD),
    };
    let view = move || {
        let buttons = if choice == MailChoice::Nothing {
            let back = [MailChoice::All, MailChoice::Digest].map(|choice| {
                view! { <button class="button" name=CHOICE value=choice.code()>{settings::mail(choice).0}</button> }
            });
            back.collect_view().into_any()
        } else {
            view! { <button class="button primary">{text::BUTTON}</button> }.into_any()
        };
        view! {
            <div class="narrow">
                <p class="over">{title}</p>
                <h1>{heading}</h1>
                <p class="note">{whose}</p>
                <p class="lead">{lead}</p>
                <form method="post" class="actions">{buttons}</form>
                <p><a href=Route::MySettings(&slug).path()>{text::SETTINGS}</a></p>
            </div>
        }
        .into_any()
    };
    Document::new(heading, view).within(Some(congress)).at(Section::SignIn).unlisted()
}
