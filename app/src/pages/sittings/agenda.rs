//! Making the agenda of a sitting.

use domain::congress::Congress;
use domain::sitting::{AgendaItem, ItemState, Sitting};
use domain::words::Slug;
use leptos::prelude::*;

use crate::components::field::{self, Line};
use crate::form::Faults;
use crate::routes::Route;
use crate::text::sitting as text;
use crate::{Document, Section};

/// The names of the fields.
pub mod name {
    /// What is done.
    pub const GESTURE: &str = "geste";
    /// An item is added.
    pub const ADD: &str = "ajouter";
    /// One is taken off.
    pub const REMOVE: &str = "retirer";
    /// One goes before the one above it.
    pub const UP: &str = "monter";
    /// Which.
    pub const ITEM: &str = "point";
    /// What it is about.
    pub const TITLE: &str = "titre";
    /// Who presents it.
    pub const SPEAKER: &str = "orateur";
    /// How long it is to take.
    pub const MINUTES: &str = "minutes";
    /// A document.
    pub const DOCUMENT: &str = "document";
    /// A retransmission.
    pub const VIDEO: &str = "retransmission";
}

/// An item as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// What it is about.
    pub title: String,
    /// Who presents it.
    pub speaker: String,
    /// How long.
    pub minutes: String,
    /// A document.
    pub document: String,
    /// A retransmission.
    pub video: String,
}

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct AgendaView {
    /// The sitting.
    pub sitting: Sitting,
    /// Its agenda.
    pub items: Vec<AgendaItem>,
    /// An item as it was typed.
    pub typed: Typed,
    /// What is wrong with it.
    pub faults: Faults,
    /// What was done.
    pub done: Option<&'static str>,
}

/// The page.
pub fn document(congress: &Congress, view: AgendaView) -> Document {
    let slug = congress.slug.clone();
    let page = move || page(&slug, &view);
    Document::new(text::AGENDA, page).within(Some(congress)).at(Section::Sittings).unlisted()
}

fn page(slug: &Slug, view: &AgendaView) -> AnyView {
    let of = &view.sitting;
    let to = Route::Agenda(slug, of.id).path();
    let done = view.done.map(|done| view! { <p class="done" role="status">{done}</p> });
    let nothing = view.items.is_empty().then(|| view! { <p class="note">{text::NO_AGENDA}</p> });
    let lines = view.items.iter().enumerate().map(|(at, item)| line(&to, at, item)).collect_view();
    view! {
        <div class="middle sitting">
            <p><a href=Route::Sitting(slug, of.id).path()>{of.name.as_str().to_owned()}</a></p>
            <h1>{text::AGENDA}</h1>
            {done}{nothing}
            <ol class="asking">{lines}</ol>
            {form(&to, view)}
        </div>
    }
    .into_any()
}

fn line(to: &str, at: usize, item: &AgendaItem) -> AnyView {
    let title = item.title.as_str().to_owned();
    let button = |value: &'static str, label: &'static str| {
        let said = format!("{label}\u{a0}: {}", item.title);
        view! { <button class="button quiet" name=name::GESTURE value=value aria-label=said>{label}</button> }
    };
    let up = (at > 0).then(|| button(name::UP, text::UP));
    let remove = (item.state() == ItemState::Coming).then(|| button(name::REMOVE, text::REMOVE_ITEM));
    view! {
        <li>
            <span><strong>{title}</strong>" · "{text::item(item.state())}</span>
            <form class="actions" method="post" action=to.to_owned()>
                <input type="hidden" name=name::ITEM value=item.id.to_string()/>{up}{remove}
            </form>
        </li>
    }
    .into_any()
}

fn form(to: &str, view: &AgendaView) -> AnyView {
    let line = |name, label, value: &str| {
        field::line(Line { name, label, value: value.to_owned(), ..Line::default() }, &view.faults)
    };
    let typed = &view.typed;
    let minutes = Line {
        name: name::MINUTES,
        label: text::ITEM_MINUTES,
        value: typed.minutes.clone(),
        digits: true,
        ..Line::default()
    };
    let video = Line {
        name: name::VIDEO,
        label: text::ITEM_VIDEO,
        hint: Some(text::ITEM_VIDEO_HINT.to_owned()),
        value: typed.video.clone(),
        ..Line::default()
    };
    view! {
        <section class="ruled" aria-labelledby="ajouter">
            <h2 id="ajouter">{text::NEW_ITEM}</h2>
            {field::summary(&view.faults)}
            <form class="form" method="post" action=to.to_owned() novalidate>
                {line(name::TITLE, text::ITEM_TITLE, &typed.title)}
                {line(name::SPEAKER, text::ITEM_SPEAKER, &typed.speaker)}
                {field::line(minutes, &view.faults)}
                {line(name::DOCUMENT, text::ITEM_DOCUMENT, &typed.document)}
                {field::line(video, &view.faults)}
                <p class="actions"><button class="button primary" name=name::GESTURE value=name::ADD>{text::ADD_ITEM}</button></p>
            </form>
        </section>
    }
    .into_any()
}
