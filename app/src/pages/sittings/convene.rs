//! Convening: who, how many and what is read are shown before anything leaves; then who answered what.

use domain::congress::Congress;
use domain::member::MemberNumber;
use domain::sitting::{Answers, Sitting, SittingStage, Whom};
use domain::words::Slug;
use leptos::prelude::*;

use crate::components::empty::empty;
use crate::components::field::{self, Choice};
use crate::components::letter;
use crate::form::Faults;
use crate::letters::Composed;
use crate::routes::Route;
use crate::text::{convocation as text, invitation, mail};
use crate::{Document, Section};

/// The names of the fields.
pub mod name {
    /// To whom letters go.
    pub const WHOM: &str = "a";
    /// The numbers of those that the page named.
    pub const WHO: &str = "qui";
}

/// Somebody who has a voice, and what they answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// Their name.
    pub name: String,
    /// What they said, in words.
    pub said: String,
}

/// The page.
#[derive(Clone, Debug)]
pub struct ConveneView {
    /// The sitting.
    pub sitting: Sitting,
    /// To whom letters go.
    pub whom: Whom,
    /// Those who get one: number and name.
    pub to: Vec<(MemberNumber, String)>,
    /// The names of those who would, and have no address.
    pub unreachable: Vec<String>,
    /// The first letter.
    pub preview: Option<Composed>,
    /// Answers, counted.
    pub counts: Answers,
    /// Answers, by person.
    pub answered: Vec<Answered>,
    /// How many were just sent.
    pub sent: Option<u32>,
}

/// The page.
pub fn document(congress: &Congress, view: ConveneView) -> Document {
    let slug = congress.slug.clone();
    let page = move || page(&slug, &view);
    Document::new(text::TITLE, page).within(Some(congress)).at(Section::Sittings).unlisted()
}

fn page(slug: &Slug, view: &ConveneView) -> AnyView {
    let of = &view.sitting;
    let sent = view.sent.map(|count| {
        let to = Route::Outbox(slug, 1).path();
        view! { <p class="done" role="status">{text::sent(count)}" "<a href=to>{mail::TITLE}</a></p> }
    });
    let sending = match of.stage {
        SittingStage::Planned => view! { {filter(slug, view)}{confirm(slug, view)} }.into_any(),
        _ => empty(text::SHUT, text::SHUT_HOW, None),
    };
    view! {
        <div class="middle sitting">
            <p><a href=Route::Sitting(slug, of.id).path()>{of.name.as_str().to_owned()}</a></p>
            <h1>{text::TITLE}</h1>
            <p class="lead">{text::LEAD}</p>
            {sent}{sending}
            {answers(view)}
        </div>
    }
    .into_any()
}

fn filter(slug: &Slug, view: &ConveneView) -> AnyView {
    let choices = Whom::ALL.iter().map(|of| Choice::of(of.code(), text::whom(*of), view.whom.code()));
    view! {
        <form class="form" method="get" action=Route::Convene(slug, view.sitting.id).path()>
            {field::select(name::WHOM, text::WHOM, choices.collect(), &Faults::default())}
            <p class="actions"><button class="button">{text::SHOW}</button></p>
        </form>
    }
    .into_any()
}

fn confirm(slug: &Slug, view: &ConveneView) -> AnyView {
    let unreachable = (!view.unreachable.is_empty())
        .then(|| view! { <p class="note">{invitation::without_address(&view.unreachable, 0)}</p> });
    if view.to.is_empty() {
        return view! { {empty(text::NONE, text::NONE_HOW, None)}{unreachable} }.into_any();
    }
    let letters = u32::try_from(view.to.len()).unwrap_or(u32::MAX);
    let who: Vec<String> = view.to.iter().map(|(number, _)| number.get().to_string()).collect();
    let names: Vec<&str> = view.to.iter().map(|(_, name)| name.as_str()).collect();
    let preview = view.preview.as_ref().map(letter::preview);
    view! {
        <form class="form" method="post" action=Route::Convene(slug, view.sitting.id).path()>
            <input type="hidden" name=name::WHOM value=view.whom.code()/>
            <input type="hidden" name=name::WHO value=who.join(" ")/>
            <p>{invitation::leave(letters)}</p>
            <p class="actions"><button class="button primary">{text::send(letters)}</button></p>
        </form>
        <details class="who"><summary>{invitation::WHO}</summary><p class="note">{names.join(", ")}</p></details>
        {unreachable}{preview}
    }
    .into_any()
}

fn answers(view: &ConveneView) -> AnyView {
    let counts = text::counts(view.counts)
        .into_iter()
        .map(|(what, count)| view! { <div><dt>{what}</dt><dd>{count}</dd></div> });
    let lines = view.answered.iter().map(|of| {
        view! { <li class="person"><p><strong>{of.name.clone()}</strong><br/><span class="note">{of.said.clone()}</span></p></li> }
    });
    view! {
        <section class="ruled" aria-labelledby="reponses">
            <h2 id="reponses">{text::ANSWERS}</h2>
            <dl class="recipe">{counts.collect_view()}</dl>
            <ul class="people">{lines.collect_view()}</ul>
        </section>
    }
    .into_any()
}
