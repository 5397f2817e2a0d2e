//! One amendment for staff: whether it may be voted, what is advised.

use domain::amendment::{AmendmentState, Avis, Place};
use domain::congress::Congress;
use domain::vote::PollState;
use domain::words::Slug;
use leptos::prelude::*;

use super::item::{change, place, tags};
use super::one::{OneView, meanwhile};
use super::{act, name};
use crate::components::desk::{Desk, desk};
use crate::components::field::{self, Choice, Line};
use crate::form::Faults;
use crate::routes::{AmendingRoute, Route, WordingRoute};
use crate::text::amending as text;
use crate::{Document, Section};

/// What was typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Typed {
    /// Why it is refused.
    pub reason: String,
    /// What is advised.
    pub avis: String,
    /// Why.
    pub words: String,
    /// Other words.
    pub rewrite: String,
}

/// The page.
pub fn document(congress: &Congress, view: OneView, typed: Typed, faults: Faults) -> Document {
    let slug = congress.slug.clone();
    let title = format!("{}, {}", view.line.number, view.line.title);
    let page = move || page(&slug, &view, &typed, &faults);
    Document::new(title, page).within(Some(congress)).at(Section::Staff).unlisted()
}

fn page(slug: &Slug, view: &OneView, typed: &Typed, faults: &Faults) -> AnyView {
    let line = &view.line;
    let done = view.done.map(|done| view! { <p class="done" role="status">{done}</p> });
    let told = |words: String| view! { <p class="note">{words}</p> };
    let falls = (!view.falls.is_empty()).then(|| told(text::falls(&view.falls)));
    let twins = (!view.twins.is_empty()).then(|| told(text::identical(&view.twins)));
    let motive = line.motive.as_str().lines().map(|of| view! { <p>{of.to_owned()}</p> }).collect_view();
    let state = line.fate.state();
    let action = Route::Amending(slug, AmendingRoute::Judge(line.number)).path();
    let judges =
        (state.may_rectify() && line.poll.is_none()).then(|| admissible(&action, view, typed, faults));
    let advises = state.is_live().then(|| advice(&action, view, typed, faults));
    let grouped = (state.is_live() && line.poll.is_none_or(|of| of.state != PollState::Open))
        .then(|| apart(&action, view));
    let applied =
        (state == AmendmentState::Adopted && !line.is_applied).then(|| by_hand(slug, &action, view));
    view! {
        <div class="middle wording">
            {desk(slug, Desk::Wording)}
            <p class="over"><a href=format!("{}#{}", Route::Amending(slug, AmendingRoute::Desk).path(), line.number)>{text::DESK}</a></p>
            <h1>{line.number.to_string()}" · "{line.title.to_string()}</h1>
            <p class="note">{place(slug, &view.motion, &line.proposal)}" · "<a href=Route::Amending(slug, AmendingRoute::One(line.number)).path()>{text::cosigned(line)}</a></p>
            {done}
            {field::summary(faults)}
            {tags(slug, line)}
            {falls}
            {twins}
            {change(&line.proposal)}
            {meanwhile(view)}
            {applied}
            <h2>{text::MOTIVE}</h2>
            <div class="wording-words" dir="auto">{motive}</div>
            {judges}
            {advises}
            {grouped}
        </div>
    }
    .into_any()
}

fn from(view: &OneView) -> AnyView {
    view! { <input type="hidden" name=name::FROM value=view.line.wording.to_string()/> }.into_any()
}

fn admissible(action: &str, view: &OneView, typed: &Typed, faults: &Faults) -> AnyView {
    let reason =
        Line { name: name::REASON, label: text::REFUSED_FOR, value: typed.reason.clone(), ..Line::default() };
    view! {
        <section class="ruled" aria-labelledby="recevabilite">
            <h2 id="recevabilite">{text::ADMISSIBLE}</h2>
            <form class="form" method="post" action=action.to_owned() novalidate>
                {from(view)}
                <p class="actions"><button class="button primary" name=name::ACT value=act::ADMIT>{text::ADMIT}</button></p>
                {field::line(reason, faults)}
                <p class="actions"><button class="button" name=name::ACT value=act::REFUSE>{text::REFUSE}</button></p>
            </form>
        </section>
    }
    .into_any()
}

fn advice(action: &str, view: &OneView, typed: &Typed, faults: &Faults) -> AnyView {
    let choice = |of: &Avis| Choice::of(of.code(), text::avis(*of), &typed.avis);
    let rewrite = view.line.proposal.change.words().map(|_| {
        field::area(name::REWRITE, text::AVIS_REWRITE, text::AVIS_REWRITE_HINT, &typed.rewrite, faults)
    });
    let hint = Some(text::AVIS_WORDS_HINT.to_owned());
    let words = Line {
        name: name::AVIS_WORDS,
        label: text::AVIS_WORDS,
        hint,
        value: typed.words.clone(),
        ..Line::default()
    };
    view! {
        <section class="ruled" aria-labelledby="avis">
            <h2 id="avis">{text::AVIS}</h2>
            <form class="form" method="post" action=action.to_owned() novalidate>
                {from(view)}
                {field::radios(name::AVIS, text::AVIS, Avis::ALL.iter().map(choice).collect(), faults)}
                {field::line(words, faults)}
                {rewrite}
                <p class="actions"><button class="button" name=name::ACT value=act::ADVISE>{text::ADVISE}</button></p>
            </form>
        </section>
    }
    .into_any()
}

fn apart(action: &str, view: &OneView) -> AnyView {
    let (asked, words) =
        if view.line.is_apart { (act::TOGETHER, text::PUT_BACK) } else { (act::APART, text::TAKE_APART) };
    view! {
        <section class="ruled" aria-labelledby="groupe">
            <h2 id="groupe">{text::UNCONTESTED}</h2>
            <p class="note">{text::UNCONTESTED_HOW}" "{text::TAKE_APART_HOW}</p>
            <form class="actions" method="post" action=action.to_owned()>
                <button class="button" name=name::ACT value=asked>{words}</button>
            </form>
        </section>
    }
    .into_any()
}

fn by_hand(slug: &Slug, action: &str, view: &OneView) -> AnyView {
    let block = match view.line.proposal.place {
        Place::At(key) | Place::Behind(Some(key)) => WordingRoute::Block(key),
        Place::Behind(None) | Place::Within(_) => WordingRoute::Desk,
    };
    view! {
        <form class="actions" method="post" action=action.to_owned()>
            <a class="button" href=Route::Wording(slug, block).path()>{text::OPEN_BLOCK}</a>
            <button class="button primary" name=name::ACT value=act::APPLIED>{text::APPLIED}</button>
        </form>
    }
    .into_any()
}
