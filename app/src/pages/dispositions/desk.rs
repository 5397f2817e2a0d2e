//! Where staff says what becomes of verbatims: the ledger, those that are left, and one form for those that are ticked.

use domain::congress::Congress;
use domain::disposition::{DispositionKind, Reason};
use domain::reading::{DispositionLine, DispositionsPage};
use domain::words::Slug;
use leptos::prelude::*;

use super::ledger::ledger;
use super::line::lines;
use super::read::Named;
use crate::components::desk::{Desk, desk};
use crate::components::field::{self, Choice, Line};
use crate::form::Faults;
use crate::routes::{Route, WordingRoute, disposition_field, field as asked, ledger_place_code};
use crate::text::disposition as text;
use crate::{Document, Section};

/// The names of the form’s fields.
pub mod name {
    /// Which verbatims; may come many times.
    pub const VERBATIM: &str = "verbatim";
    /// What becomes of them, as `domain::disposition::DispositionKind` writes it.
    pub const WHAT: &str = "devient";
    /// The number of the contribution that they go with.
    pub const NEAR: &str = "rapprochee";
    /// Why they aren’t taken up.
    pub const REASON: &str = "raison";
    /// The same in words.
    pub const WORDS: &str = "mots";
    /// What was looked at, as [`seen`](super::seen) says it.
    pub const SEEN: &str = "vu";
    /// Whether it is for those that are ticked, or for all that is left here.
    pub const ACT: &str = "geste";
}

/// What the buttons ask for.
pub mod act {
    /// Those that are ticked.
    pub const TICKED: &str = "coches";
    /// All that is left in the place that is shown.
    pub const LEFT: &str = "reste";
}

/// What was typed and couldn’t be done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// Which verbatims.
    pub verbatims: Vec<String>,
    /// What was to become of them.
    pub what: String,
    /// The number.
    pub near: String,
    /// The reason.
    pub reason: String,
    /// The words.
    pub words: String,
    /// What is wrong.
    pub faults: Faults,
}

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct DeskView {
    /// The ledger and the list; none before a first run.
    pub page: Option<DispositionsPage>,
    /// To how many something was just done.
    pub done: Option<u32>,
    /// What couldn’t be done.
    pub typed: Typed,
}

/// The page.
pub fn document(congress: &Congress, view: DeskView, named: Named) -> Document {
    let slug = congress.slug.clone();
    let page = move || page(&slug, &view, named);
    Document::new(text::TITLE, page).within(Some(congress)).at(Section::Staff).unlisted()
}

fn page(slug: &Slug, view: &DeskView, named: Named) -> AnyView {
    let done = view.done.map(|n| view! { <p class="done" role="status">{text::done(n)}</p> });
    let to = |query: &_| Route::Wording(slug, WordingRoute::Dispositions(*query)).path();
    let inner = match &view.page {
        None => view! { <p>{text::NO_RUN}</p> }.into_any(),
        Some(page) => view! {
            {ledger(page, &to, &named)}
            <form method="post" action=to(&page.query)>
                {back(page)}
                {lines(slug, page, &to, Some(&|of| tick(of, &view.typed)))}
                {(!page.lines.is_empty()).then(|| settling(page, &view.typed))}
            </form>
        }
        .into_any(),
    };
    view! {
        <div class="middle moderation">
            {desk(slug, Desk::Dispositions)}
            <h1>{text::TITLE}</h1>
            <p class="lead">{text::LEAD}</p>
            {done}
            {field::summary(&view.typed.faults)}
            {inner}
        </div>
    }
    .into_any()
}

/// Where one comes back to.
fn back(page: &DispositionsPage) -> AnyView {
    let query = page.query;
    let hidden = |name: &'static str, value: String| view! { <input type="hidden" name=name value=value/> };
    view! {
        {hidden(disposition_field::BY, query.by.code().to_owned())}
        {query.place.map(|place| hidden(asked::PLACE, ledger_place_code(place)))}
        {query.kind.map(|kind| hidden(disposition_field::KIND, kind.code().to_owned()))}
        {hidden(asked::PAGE, query.page.to_string())}
        {hidden(name::SEEN, seen(page))}
    }
    .into_any()
}

/// What one looks at: the run whose places these are, and how many are asked for.
pub fn seen(page: &DispositionsPage) -> String {
    format!("{}.{}", page.run.number, page.total)
}

fn tick(of: &DispositionLine, typed: &Typed) -> AnyView {
    // What is cited is settled by what cites it.
    if of.disposition.kind() == DispositionKind::Cited {
        return ().into_any();
    }
    let id = of.quote.verbatim.to_string();
    let ticked = typed.verbatims.contains(&id);
    view! {
        <p class="queue-tick"><label>
            <input type="checkbox" name=name::VERBATIM value=id checked=ticked/>
            <span class="said">{text::tick(&of.quote.number.to_string())}</span>
        </label></p>
    }
    .into_any()
}

fn settling(page: &DispositionsPage, typed: &Typed) -> AnyView {
    let none = Choice::of("", text::NOTHING, &typed.what);
    let settled = DispositionKind::ALL.iter().filter(|kind| **kind != DispositionKind::Cited);
    let whats = settled.map(|kind| Choice::of(kind.code(), text::kind(*kind), &typed.what));
    let whys = Reason::ALL.iter().map(|why| Choice::of(why.code(), text::reason(*why), &typed.reason));
    let no_why = Choice::of("", text::NOTHING, &typed.reason);
    let near = Line {
        name: name::NEAR,
        label: text::NEAR,
        hint: Some(text::NEAR_HINT.to_owned()),
        value: typed.near.clone(),
        ..Line::default()
    };
    let words = Line {
        name: name::WORDS,
        label: text::WORDS,
        hint: Some(text::WORDS_HINT.to_owned()),
        value: typed.words.clone(),
        ..Line::default()
    };
    let faults = &typed.faults;
    view! {
        <section class="ruled" aria-labelledby="suite">
            <h2 id="suite">{text::SETTLING}</h2>
            {field::select(name::WHAT, text::WHAT, std::iter::once(none).chain(whats).collect(), faults)}
            {field::line(near, faults)}
            {field::select(name::REASON, text::REASON, std::iter::once(no_why).chain(whys).collect(), faults)}
            {field::line(words, faults)}
            <p class="actions">
                <button class="button" name=name::ACT value=act::TICKED>{text::SETTLE}</button>
                {left(page)}
            </p>
        </section>
    }
    .into_any()
}

/// All that is left in a place at once: only where one looks at what is left there, so that what is done is what is seen.
fn left(page: &DispositionsPage) -> AnyView {
    let is_left = page.query.kind == Some(DispositionKind::Pending) && page.query.place.is_some();
    if !is_left {
        return ().into_any();
    }
    view! { <button class="button quiet" name=name::ACT value=act::LEFT>{text::settle_left(page.total)}</button> }
        .into_any()
}
