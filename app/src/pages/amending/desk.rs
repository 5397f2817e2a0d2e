//! All amendments for staff: what is to be judged, what will be voted, when one may propose, and the polls.

use domain::amendment::{AmendmentState, docket};
use domain::congress::Congress;
use domain::reading::{AmendmentLine, PublishedMotion};
use domain::sitting::Sitting;
use domain::vote::Means;
use domain::wording::Stage;
use domain::words::Slug;
use leptos::prelude::*;

use super::item::item;
use super::list::{docketed, keys};
use super::{act, name};
use crate::components::desk::{Desk, desk};
use crate::components::field::{self, Choice, Line};
use crate::form::Faults;
use crate::routes::{AmendingRoute, Route, WordingRoute};
use crate::text::{amending as text, desk as poll, wording as said};
use crate::{Document, Section};

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct DeskView {
    /// The last version.
    pub motion: PublishedMotion,
    /// Its stage.
    pub stage: Stage,
    /// The amendments, by number.
    pub lines: Vec<AmendmentLine>,
    /// Sittings where polls can be prepared.
    pub sittings: Vec<Sitting>,
    /// The day and hour of the deadline, as they stand or were typed.
    pub deadline: (String, String),
    /// What is wrong.
    pub faults: Faults,
    /// What was just done, or wasn't.
    pub done: Option<&'static str>,
}

/// The page.
pub fn document(congress: &Congress, view: DeskView) -> Document {
    let slug = congress.slug.clone();
    let page = move || page(&slug, &view);
    Document::new(text::DESK, page).within(Some(congress)).at(Section::Staff).unlisted()
}

fn page(slug: &Slug, view: &DeskView) -> AnyView {
    let done = view.done.map(|done| view! { <p class="done" role="status">{done}</p> });
    let of = |wanted: fn(&AmendmentLine) -> bool| view.lines.iter().filter(move |line| wanted(line));
    let list = |lines: Vec<&AmendmentLine>| {
        let items = lines.into_iter().map(|line| {
            view! { <li id=line.number.to_string()>{item(slug, &view.motion, line, AmendingRoute::Judge(line.number))}</li> }
        });
        view! { <ol class="wording-blocks">{items.collect_view()}</ol> }
    };
    let new: Vec<_> = of(|line| line.fate.state() == AmendmentState::Proposed).collect();
    let judged = new.is_empty().then(|| view! { <p class="note">{text::ALL_JUDGED}</p> });
    let hand: Vec<_> = of(|line| line.fate.state() == AmendmentState::Adopted && !line.is_applied).collect();
    let rest: Vec<_> = of(|line| {
        !line.fate.state().is_live() && (line.fate.state() != AmendmentState::Adopted || line.is_applied)
    })
    .collect();
    let admissible: Vec<AmendmentLine> =
        of(|line| line.fate.state() == AmendmentState::Admissible).cloned().collect();
    let votes = docket(&admissible, &keys(&view.motion));
    let hand = (!hand.is_empty()).then(|| view! { <h2>{text::TO_APPLY}</h2>{list(hand)} });
    let rest = (!rest.is_empty()).then(|| view! { <h2>{text::SETTLED}</h2>{list(rest)} });
    view! {
        <div class="middle wording">
            {desk(slug, Desk::Wording)}
            <p class="over"><a href=Route::Wording(slug, WordingRoute::Desk).path()>{view.motion.title.to_string()}</a>" · "{said::stage(view.stage)}</p>
            <h1>{text::DESK}</h1>
            <p class="lead">{text::DESK_LEAD}</p>
            {done}
            {field::summary(&view.faults)}
            <p class="actions"><a class="button" href=Route::Amending(slug, AmendingRoute::Oral).path()>{text::ORAL}</a></p>
            {hand}
            <h2>{text::TO_JUDGE}</h2>
            {judged}
            {list(new)}
            <h2>{text::VOTES}</h2>
            <p class="note">{text::VOTES_LEAD}</p>
            {docketed(slug, &view.motion, &votes, AmendingRoute::Judge)}
            {polls(slug, view)}
            {deadline(slug, view)}
            {rest}
        </div>
    }
    .into_any()
}

/// How one votes, a choice; by show of hands where nothing was chosen.
pub fn means(chosen: &str, faults: &Faults) -> AnyView {
    let chosen = if chosen.is_empty() { Means::Hands.code() } else { chosen };
    let choice = |of: &Means| Choice::of(of.code(), poll::means(*of), chosen);
    field::radios(name::MEANS, text::MEANS, Means::ALL.iter().rev().map(choice).collect(), faults)
}

/// Where polls are prepared, a choice; the one that is open where nothing was chosen.
pub fn sittings(all: &[Sitting], chosen: &str, faults: &Faults) -> AnyView {
    let first = all.iter().find(|of| of.stage.is_open()).or(all.first()).map(|of| of.id.to_string());
    let chosen = if chosen.is_empty() { first.unwrap_or_default() } else { chosen.to_owned() };
    let choice = |of: &Sitting| Choice::of(&of.id.to_string(), of.name.to_string(), &chosen);
    field::select(name::SITTING, text::SITTING, all.iter().map(choice).collect(), faults)
}

fn polls(slug: &Slug, view: &DeskView) -> AnyView {
    let content = if view.sittings.is_empty() {
        view! { <p class="note">{text::NO_SITTING}</p> }.into_any()
    } else {
        view! {
            <p class="note">{text::POLLS_HOW}</p>
            <form class="form" method="post" action=Route::Amending(slug, AmendingRoute::Desk).path()>
                {sittings(&view.sittings, "", &view.faults)}
                {means("", &view.faults)}
                <p class="actions"><button class="button primary" name=name::ACT value=act::PREPARE>{text::PREPARE}</button></p>
            </form>
        }
        .into_any()
    };
    view! { <section class="ruled" aria-labelledby="scrutins"><h2 id="scrutins">{text::POLLS}</h2>{content}</section> }.into_any()
}

fn deadline(slug: &Slug, view: &DeskView) -> AnyView {
    let (day, hour) = view.deadline.clone();
    let hint = Some(text::DAY_HINT.to_owned());
    let day = Line { name: name::DAY, label: text::DAY, value: day, kind: "date", hint, ..Line::default() };
    let hour = Line { name: name::HOUR, label: text::HOUR, value: hour, kind: "time", ..Line::default() };
    view! {
        <section class="ruled" aria-labelledby="delai">
            <h2 id="delai">{text::DEADLINE}</h2>
            <form class="form" method="post" action=Route::Amending(slug, AmendingRoute::Desk).path() novalidate>
                {field::line(day, &view.faults)}
                {field::line(hour, &view.faults)}
                <p class="actions"><button class="button" name=name::ACT value=act::DEADLINE>{text::SET}</button></p>
            </form>
        </section>
    }
    .into_any()
}
