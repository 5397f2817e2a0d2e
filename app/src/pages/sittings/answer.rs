//! Answering a convocation: on one's own page of the sitting, or by the link of a letter, which opens nothing else.

use domain::congress::Congress;
use domain::sitting::{AgendaItem, ConvocationAnswer, Sitting, SittingStage};
use domain::words::Slug;
use leptos::prelude::*;

use super::follow::agenda;
use super::proxies::{Proxies, proxies};
use crate::routes::Route;
use crate::text::convocation::answer as text;
use crate::text::{date, sitting as words};
use crate::{Document, Section};

/// The names of the fields.
pub mod name {
    /// What is answered.
    pub const ANSWER: &str = "reponse";
}

/// What somebody answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answering {
    /// It; None when they said nothing yet.
    pub answer: Option<ConvocationAnswer>,
    /// Whether they gave a proxy, which another answer takes back.
    pub has_given: bool,
}

/// The page of a letter's link.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerView {
    /// Who answers.
    pub name: String,
    /// To what.
    pub sitting: Sitting,
    /// What it deals with.
    pub agenda: Vec<AgendaItem>,
    /// What they answered.
    pub answering: Answering,
    /// Proxies that they gave or are offered.
    pub proxies: Proxies,
    /// The page's own address.
    pub to: String,
    /// What was done.
    pub done: Option<&'static str>,
    /// What wasn't, and why.
    pub refused: Option<String>,
}

/// The page.
pub fn document(congress: &Congress, view: AnswerView) -> Document {
    let slug = congress.slug.clone();
    let page = move || page(&slug, &view);
    Document::new(text::TITLE, page).within(Some(congress)).at(Section::Sittings).unlisted()
}

fn page(slug: &Slug, view: &AnswerView) -> AnyView {
    let of = &view.sitting;
    let place = of.place.as_ref().map(|place| format!(" · {place}"));
    let done = view.done.map(|done| view! { <p class="done" role="status">{done}</p> });
    let refused = view.refused.clone().map(|said| view! { <p class="faults" role="alert">{said}</p> });
    let asked = match of.stage {
        SittingStage::Planned => {
            view! { {answer(&view.to, view.answering)}{proxies(&view.to, &view.proxies)} }.into_any()
        }
        _ => view! { <p>{text::SHUT}</p> }.into_any(),
    };
    view! {
        <div class="middle sitting">
            <p class="over">{text::whose(&view.name)}</p>
            <h1>{of.name.as_str().to_owned()}</h1>
            <p class="note">{date::moment(of.starts_at)}{place}" · "{words::access_short(of.access)}</p>
            {done}{refused}{asked}
            {agenda(&view.agenda)}
            <p><a href=Route::Sitting(slug, of.id).path()>{text::FOLLOW}</a></p>
        </div>
    }
    .into_any()
}

/// The three answers that one button says; the fourth is giving a proxy.
pub(super) fn answer(to: &str, of: Answering) -> AnyView {
    let buttons = [ConvocationAnswer::Present, ConvocationAnswer::Remote, ConvocationAnswer::Absent].map(|say| {
        let chosen = of.answer == Some(say);
        view! {
            <button class="button" class:primary=chosen name=name::ANSWER value=say.code()>{text::button(say)}</button>
        }
    });
    let ends = of.has_given.then(|| view! { <p class="note">{text::ENDS_PROXY}</p> });
    view! {
        <section class="ruled" aria-labelledby="reponse">
            <h2 id="reponse">{text::TITLE}</h2>
            <p><strong>{text::yours(of.answer)}</strong>" "{text::LEAD}</p>
            <form class="actions" method="post" action=to.to_owned()>{buttons.into_iter().collect_view()}</form>
            {ends}
        </section>
    }
    .into_any()
}
