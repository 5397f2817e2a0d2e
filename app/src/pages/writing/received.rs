//! The acknowledgement: the number, what comes next, whom to call; then, never a hurdle, who says something close.

use domain::congress::Congress;
use domain::reading::OwnContribution;
use domain::settings::Contact;
use domain::time::Timestamp;
use leptos::prelude::*;

use super::close::{CloseOne, beside_text};
use crate::components::contact::contact;
use crate::components::outbox::outbox;
use crate::routes::Route;
use crate::text::{life, received as text};
use crate::{Document, Section};

/// What is acknowledged.
#[derive(Clone, Debug, PartialEq)]
pub struct ReceivedView {
    /// The contribution.
    pub own: OwnContribution,
    /// Where a letter goes, if one does.
    pub letter_to: Option<String>,
    /// Whom to call.
    pub contact: Contact,
    /// Up to three that say something close.
    pub close: Vec<CloseOne>,
    /// Whether the call goes on.
    pub open: bool,
    /// The present moment.
    pub now: Timestamp,
}

/// The page.
pub fn document(congress: &Congress, view: ReceivedView) -> Document {
    let of = congress.clone();
    let page = move || page(&of, &view);
    Document::new(text::TITLE, page).within(Some(congress)).at(Section::Mine).unlisted()
}

fn page(congress: &Congress, view: &ReceivedView) -> AnyView {
    let slug = &congress.slug;
    let of = view.own.contribution.number;
    let next = text::next_step(&congress.phases, view.now).map(|words| {
        view! { <section class="ruled" aria-labelledby="suite"><h2 id="suite">{text::NEXT}</h2><p>{words}</p></section> }
    });
    let letter = view.letter_to.as_deref().map(|address| view! { <p>{text::letter(address)}</p> });
    let another =
        view.open.then(|| view! { <a class="button" href=Route::Write(slug).path()>{text::ANOTHER}</a> });
    let entered = view.own.entered_by.map(|_| view! { <p class="told">{life::ENTERED}"."</p> });
    view! {
        <div class="narrow received">
            <p class="over">{text::TITLE}</p>
            <h1>{text::received(of)}</h1>
            <p class="lead">{text::stands(view.own.life.state())}</p>
            {entered}
            {letter}
            {view.letter_to.as_ref().map(|_| outbox(congress))}
            <p class="actions">
                <a class="button" href=Route::Contribution(slug, of).path()>{text::READ}</a>
                <a class="button" href=Route::Mine(slug).path()>{text::MINE}</a>
                {another}
            </p>
            {next}
            {contact(&view.contact)}
            {beside_text(slug, of, &view.close, view.open)}
        </div>
    }
    .into_any()
}
