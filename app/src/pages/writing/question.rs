//! A question before what can't be undone.

use domain::congress::Congress;
use domain::contribution::ContributionNumber;
use leptos::prelude::*;

use super::still::still;
use crate::routes::Route;
use crate::text::life as text;
use crate::{Document, Section};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Whether to take the text back.
    Withdraw,
    /// Whether to erase it.
    Erase,
}

/// The page; `words` are those that are at stake.
pub fn document(
    congress: &Congress,
    question: Question,
    number: ContributionNumber,
    words: String,
) -> Document {
    let slug = congress.slug.clone();
    let (title, what, button, action) = match question {
        Question::Withdraw => (
            text::ask_withdraw(number),
            text::WITHDRAW_WHAT,
            text::WITHDRAW_DO,
            Route::Withdraw(&slug, number).path(),
        ),
        Question::Erase => {
            (text::ask_erase(number), text::ERASE_WHAT, text::ERASE_DO, Route::Erase(&slug, number).path())
        }
    };
    let heading = title.clone();
    let page = move || {
        view! {
            <div class="narrow writing">
                <h1>{heading}</h1>
                {still(&words)}
                <ul class="plain-list">{what.map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                <form class="actions" method="post" action=action>
                    <button class="button primary">{button}</button>
                    <a class="button" href=Route::Contribution(&slug, number).path()>{text::KEEP}</a>
                </form>
            </div>
        }
        .into_any()
    };
    Document::new(title, page).within(Some(congress)).at(Section::Mine).unlisted()
}
