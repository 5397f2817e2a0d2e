//! The queue: its piles, its search, its texts, and what is done to those that are ticked.

use domain::congress::Congress;
use domain::contribution::ContributionNumber;
use domain::flags::Flag;
use domain::moderation::ModerationAct;
use domain::reading::{Pile, QueuePage, QueueQuery};
use domain::words::Slug;
use leptos::prelude::*;

use super::act::{back, hiding};
use super::line::line;
use crate::components::desk::{Desk, desk};
use crate::components::field::{self, Line};
use crate::components::pagination::pagination;
use crate::form::Faults;
use crate::routes::{Route, field as asked, queue_field};
use crate::text::{moderation as text, number};
use crate::{Document, Section};

/// The names of the fields of what is done.
pub mod name {
    /// A text with the version that was read: « C-0421.2 ». May come many times.
    pub const TEXT: &str = "contribution";
    /// What is done, as `domain::moderation::ModerationAct` writes it.
    pub const ACT: &str = "geste";
    /// The reason, from the list.
    pub const REASON: &str = "raison";
    /// The words to the author.
    pub const WORDS: &str = "mots";
}

/// The id of the form of those that are ticked.
pub(super) const BULK: &str = "lot";

/// What was posted and couldn't be done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refused {
    /// Which texts, each with its version.
    pub texts: Vec<(ContributionNumber, u32)>,
    /// The code of the reason.
    pub reason: String,
    /// The words.
    pub words: String,
    /// What is wrong.
    pub faults: Faults,
}

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueView {
    /// The texts.
    pub page: QueuePage,
    /// What is found in each, in the same order.
    pub flags: Vec<Vec<Flag>>,
    /// What was just done, to how many, and how many were left alone.
    pub done: Option<(ModerationAct, u32, u32)>,
    /// What couldn't be done.
    pub refused: Refused,
}

/// The page.
pub fn document(congress: &Congress, view: QueueView) -> Document {
    let slug = congress.slug.clone();
    let page = move || page(&slug, &view);
    Document::new(text::TITLE, page).within(Some(congress)).at(Section::Staff).unlisted()
}

fn page(slug: &Slug, view: &QueueView) -> AnyView {
    let page = &view.page;
    let query = &page.query;
    let done = view.done.map(|(act, done, passed_over)| {
        view! { <p class="done" role="status">{text::done(act, done, passed_over)}</p> }
    });
    let unlooked = (page.unlooked > 0).then(|| view! { <p class="note">{text::unlooked(page.unlooked)}</p> });
    let to = |number| Route::Moderation(slug, &QueueQuery { page: number, ..query.clone() }).path();
    view! {
        <div class="middle moderation">
            {desk(slug, Desk::Moderation)}
            <h1>{text::TITLE}</h1>
            <p class="lead">{text::LEAD}</p>
            {done}
            {field::summary(&view.refused.faults)}
            {piles(slug, page)}
            {search(slug, query)}
            {unlooked}
            <h2 class="corpus-found">{text::found(page.found)}</h2>
            {texts(slug, view)}
            {pagination(query.page, page.pages, &to)}
        </div>
    }
    .into_any()
}

fn piles(slug: &Slug, page: &QueuePage) -> AnyView {
    let items = page.counts.iter().map(|(pile, count)| {
        let query = QueueQuery { pile: *pile, words: String::new(), page: 1 };
        let here = (page.query.pile == *pile).then_some("page");
        let words = format!("{}\u{a0}({})", text::pile(*pile), number::number(*count));
        view! { <li><a href=Route::Moderation(slug, &query).path() aria-current=here>{words}</a></li> }
    });
    view! { <nav class="views" aria-label=text::PILES><ul>{items.collect_view()}</ul></nav> }.into_any()
}

fn search(slug: &Slug, query: &QueueQuery) -> AnyView {
    let words = Line {
        name: asked::WORDS,
        label: text::SEARCH,
        value: query.words.clone(),
        kind: "search",
        ..Line::default()
    };
    view! {
        <form class="search" role="search" method="get" action=Route::Moderation(slug, &QueueQuery::default()).path()>
            <input type="hidden" name=queue_field::PILE value=query.pile.code()/>
            {field::line(words, &Faults::default())}
            <p class="actions"><button class="button">{text::FIND}</button></p>
        </form>
    }
    .into_any()
}

fn texts(slug: &Slug, view: &QueueView) -> AnyView {
    let query = &view.page.query;
    if view.page.lines.is_empty() {
        return view! { <p class="empty-what">{text::nothing(query.pile, !query.words.is_empty())}</p> }
            .into_any();
    }
    let lines =
        view.page.lines.iter().enumerate().map(|(at, of)| {
            line(slug, query, of, view.flags.get(at).map_or(&[], Vec::as_slice), &view.refused)
        });
    view! { <ol class="queue">{lines.collect_view()}</ol>{bulk(slug, view)} }.into_any()
}

/// What is done to those that are ticked: their boxes belong to this form wherever they stand.
fn bulk(slug: &Slug, view: &QueueView) -> AnyView {
    let query = &view.page.query;
    let several = view.refused.texts.len() != 1;
    let none = Refused::default();
    let publish = matches!(query.pile, Pile::Waiting | Pile::Flagged | Pile::Hidden | Pile::All).then(|| {
        view! { <button class="button" name=name::ACT value=ModerationAct::Published.code()>{text::PUBLISH}</button> }
    });
    view! {
        <form class="queue-bulk" id=BULK method="post" action=Route::Moderation(slug, &QueueQuery::default()).path()>
            <h2>{text::BULK}</h2>
            {back(query)}
            <p class="actions">
                <button class="button" name=name::ACT value=ModerationAct::Read.code()>{text::READ}</button>
                {publish}
            </p>
            {hiding("", if several { &view.refused } else { &none })}
        </form>
    }
    .into_any()
}
