//! A question before a person is erased, by themselves or by staff at their demand; and what is shown once it is done.

use domain::congress::Congress;
use domain::id::MemberId;
use domain::member::TextsFate;
use leptos::prelude::*;

use crate::components::field::{self, Choice};
use crate::form::Faults;
use crate::routes::Route;
use crate::text::data::leave as text;
use crate::{Document, Section};

/// The names of the fields.
pub mod name {
    /// What becomes of the texts.
    pub const TEXTS: &str = "contributions";
    /// That it is meant.
    pub const SURE: &str = "certain";
}

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Leave {
    /// Whom staff erases, and their name; None for whoever asks.
    pub other: Option<(MemberId, String)>,
    /// How many texts are theirs.
    pub texts: u32,
    /// What was chosen for them.
    pub chosen: TextsFate,
    /// What is wrong.
    pub faults: Faults,
}

/// The page.
pub fn document(congress: &Congress, leave: Leave) -> Document {
    let slug = congress.slug.clone();
    let title = leave.other.as_ref().map_or(text::TITLE.to_owned(), |(_, name)| text::title(name));
    let heading = title.clone();
    let page = move || {
        let (action, back) = match leave.other {
            Some((id, _)) => (Route::MemberErase(&slug, id).path(), Route::Member(&slug, id).path()),
            None => (Route::Leave(&slug).path(), Route::MyData(&slug).path()),
        };
        let legend = if leave.other.is_some() { text::THEIR_TEXTS } else { text::TEXTS };
        view! {
            <div class="narrow">
                <h1>{heading}</h1>
                {field::summary(&leave.faults)}
                <ul class="plain-list">{text::GOES.map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                <p class="note">{text::NOT_LINKED}</p>
                <form class="form" method="post" action=action novalidate>
                    <p class="note">{text::texts(leave.texts)}</p>
                    {field::radios(name::TEXTS, legend, fates(leave.chosen), &leave.faults)}
                    {field::tick(name::SURE, crate::text::form::YES.to_owned(), text::SURE.to_owned(), None, false)}
                    <p class="actions">
                        <button class="button primary">{text::DO}</button>
                        <a class="button" href=back>{text::KEEP}</a>
                    </p>
                </form>
            </div>
        }
        .into_any()
    };
    Document::new(title, page).within(Some(congress)).at(Section::Mine).unlisted()
}

fn fates(chosen: TextsFate) -> Vec<Choice> {
    let choice = |fate: &TextsFate| {
        let (label, hint) = text::fate(*fate);
        Choice {
            code: fate.code().to_owned(),
            label: label.to_owned(),
            hint: Some(hint.to_owned()),
            chosen: *fate == chosen,
        }
    };
    TextsFate::ALL.iter().map(choice).collect()
}

/// What is shown to whoever erased themselves.
pub fn done(congress: &Congress) -> Document {
    let slug = congress.slug.clone();
    let page = move || {
        view! {
            <div class="narrow">
                <h1>{text::DONE}</h1>
                <p class="lead">{text::DONE_WHAT}</p>
                <p class="actions"><a class="button" href=Route::Congress(&slug).path()>{text::DONE_WAY}</a></p>
            </div>
        }
        .into_any()
    };
    Document::new(text::DONE, page).within(Some(congress)).unlisted()
}
