//! The letters of a congress, the latest first, and before them those that came to nothing.

use domain::congress::Congress;
use domain::reading::{LetterLine, OutboxPage};
use domain::words::Slug;
use leptos::prelude::*;

use super::state::state;
use crate::Document;
use crate::components::desk::{Desk, desk};
use crate::components::empty::empty;
use crate::components::pagination::pagination;
use crate::routes::Route;
use crate::text::mail as text;

/// The page; `staff`: whoever asks has the other pages of staff's too.
pub fn document(congress: &Congress, page: OutboxPage, staff: bool) -> Document {
    let (slug, fictional) = (congress.slug.clone(), congress.fictional);
    Document::new(text::TITLE, move || view(&slug, fictional, &page, staff)).within(Some(congress)).unlisted()
}

fn view(slug: &Slug, fictional: bool, page: &OutboxPage, staff: bool) -> AnyView {
    let stays = fictional.then(|| view! { <p class="note">{text::STAYS}</p> });
    view! {
        <div class="narrow">
            {staff.then(|| desk(slug, Desk::Mail))}
            <h1>{text::TITLE}</h1>
            <p class="lead">{text::LEAD}</p>
            {stays}
            {to_mend(slug, &page.to_mend)}
            {all(slug, page)}
        </div>
    }
    .into_any()
}

fn to_mend(slug: &Slug, letters: &[LetterLine]) -> AnyView {
    if letters.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="run-part" aria-labelledby="corriger">
            <h2 id="corriger">{text::TO_MEND}</h2>
            <p class="note">{text::TO_MEND_HOW}</p>
            <ol class="mail">{letters.iter().map(|letter| line(slug, letter)).collect_view()}</ol>
        </section>
    }
    .into_any()
}

fn all(slug: &Slug, page: &OutboxPage) -> AnyView {
    if page.letters.is_empty() {
        let way = Some((Route::Congress(slug).path(), text::NONE_WAY.to_owned()));
        return empty(text::NONE, text::NONE_HOW, way);
    }
    let to = |number| Route::Outbox(slug, number).path();
    view! {
        <section class="run-part" aria-labelledby="toutes">
            <h2 id="toutes">{text::ALL}</h2>
            <p class="note">{text::counts(&page.counts)}</p>
            <ol class="mail">{page.letters.iter().map(|letter| line(slug, letter)).collect_view()}</ol>
            {pagination(page.page, page.pages, &to)}
        </section>
    }
    .into_any()
}

fn line(slug: &Slug, letter: &LetterLine) -> AnyView {
    view! {
        <li>
            <p class="over">{text::purpose(letter.purpose)}</p>
            <h3><a href=Route::Letter(slug, letter.id).path()>{letter.subject.clone()}</a></h3>
            <p class="mail-to">{letter.to.name.clone()}" · "{letter.to.address.clone()}" · "{text::written(letter.created_at)}</p>
            {state(&letter.state)}
        </li>
    }
    .into_any()
}
