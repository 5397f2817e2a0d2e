//! Workshops, as staff makes them; to scribes, the tables that they may open.

use domain::congress::Congress;
use domain::reading::{TableLine, WorkshopLine};
use domain::time::Timestamp;
use domain::words::Slug;
use domain::workshop::Stands;
use leptos::prelude::*;

use crate::components::desk::{Desk, desk};
use crate::components::empty::empty;
use crate::components::field::{self, Line};
use crate::form::Faults;
use crate::routes::Route;
use crate::text::{date, workshop as text};
use crate::{Document, Section};

/// The names of the form's fields.
pub mod name {
    /// What the workshop is about.
    pub const NAME: &str = "nom";
    /// Its day, as browsers write it.
    pub const DAY: &str = "jour";
    /// How many tables.
    pub const TABLES: &str = "tables";
    /// The table whose sheet is drawn; all of them without it.
    pub const TABLE: &str = "table";
}

/// A workshop as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// What it is about.
    pub name: String,
    /// Its day.
    pub day: String,
    /// How many tables.
    pub tables: String,
}

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkshopsView {
    /// The workshops, the last made first.
    pub workshops: Vec<WorkshopLine>,
    /// Whether whoever looks makes them; scribes only open tables.
    pub manages: bool,
    /// What stands in the fields.
    pub typed: Typed,
    /// What is wrong with it.
    pub faults: Faults,
    /// What was done.
    pub done: Option<&'static str>,
    /// The present moment.
    pub now: Timestamp,
}

/// The page.
pub fn document(congress: &Congress, view: WorkshopsView) -> Document {
    let slug = congress.slug.clone();
    let page = move || page(&slug, &view);
    Document::new(text::TITLE, page).within(Some(congress)).at(Section::Staff).unlisted()
}

fn page(slug: &Slug, view: &WorkshopsView) -> AnyView {
    let done = view.done.map(|done| view! { <p class="done" role="status">{done}</p> });
    let workshops = view.workshops.iter().map(|of| workshop(slug, view, of)).collect_view();
    let nothing = view.workshops.is_empty().then(|| empty(text::NONE, text::NONE_HOW, None));
    view! {
        <div class="middle">
            {view.manages.then(|| desk(slug, Desk::Workshops))}
            <h1>{text::TITLE}</h1>
            <p class="lead">{text::LEAD}</p>
            <p><a href=Route::TablesLive(slug).path()>{text::TO_LIVE}</a></p>
            {done}
            {nothing}
            {workshops}
            {view.manages.then(|| new(slug, view))}
        </div>
    }
    .into_any()
}

fn workshop(slug: &Slug, view: &WorkshopsView, of: &WorkshopLine) -> AnyView {
    let id = of.workshop.id;
    let drawn = of.tables.iter().any(|line| line.table.sheet.is_some());
    let over = view.now >= of.workshop.ends_at;
    let draw = (view.manages && !over).then(|| {
        view! {
            <form class="actions" method="post" action=Route::Sheets(slug, id).path()>
                <button class="button primary">{text::DRAW}</button>
                {drawn.then(|| view! { <p class="note">{text::DRAW_AGAIN}</p> })}
            </form>
        }
    });
    let tables = of.tables.iter().map(|line| table(slug, view, line)).collect_view();
    view! {
        <section class="ruled" aria-labelledby=format!("atelier-{id}")>
            <h2 id=format!("atelier-{id}")>{of.workshop.name.as_str().to_owned()}</h2>
            <p class="note">{text::until(&date::day(of.workshop.ends_at.plus_seconds(-1)))}</p>
            {draw}
            <ul class="people">{tables}</ul>
        </section>
    }
    .into_any()
}

fn table(slug: &Slug, view: &WorkshopsView, line: &TableLine) -> AnyView {
    let of = &line.table;
    let (stands, number) = (of.stands(view.now), of.number);
    let over = view.now >= of.workshop.ends_at;
    let redraw = (view.manages && !over && stands != Stands::Undrawn).then(|| {
        view! {
            <form method="post" action=Route::Sheets(slug, of.workshop.id).path()>
                <button class="button" name=name::TABLE value=of.id.to_string()
                    aria-label=text::of_table(text::DRAW_ONE, number)>{text::DRAW_ONE}</button>
            </form>
        }
    });
    let close = (view.manages && stands == Stands::Open).then(|| {
        view! {
            <form method="post" action=Route::CloseTable(slug, of.id).path()>
                <button class="button" aria-label=text::of_table(text::CLOSE, number)>{text::CLOSE}</button>
            </form>
        }
    });
    view! {
        <li class="person table-line">
            <p>
                <a href=Route::Table(slug, of.id).path()><strong>{text::table(number)}</strong></a>
                " · "{text::standing(stands, line.notes)}
            </p>
            <div class="actions">{redraw}{close}</div>
        </li>
    }
    .into_any()
}

fn new(slug: &Slug, view: &WorkshopsView) -> AnyView {
    let Typed { name, day, tables } = view.typed.clone();
    let hint = |words: &str| Some(words.to_owned());
    let named = Line {
        name: name::NAME,
        label: text::NAME,
        hint: hint(text::NAME_HINT),
        value: name,
        ..Line::default()
    };
    let day = Line {
        name: name::DAY,
        label: text::DAY,
        hint: hint(text::DAY_HINT),
        value: day,
        kind: "date",
        ..Line::default()
    };
    let tables =
        Line { name: name::TABLES, label: text::TABLES, value: tables, digits: true, ..Line::default() };
    view! {
        <section class="ruled" aria-labelledby="nouveau">
            <h2 id="nouveau">{text::NEW}</h2>
            {field::summary(&view.faults)}
            <form class="form" method="post" action=Route::Workshops(slug).path() novalidate>
                {field::line(named, &view.faults)}
                {field::line(day, &view.faults)}
                {field::line(tables, &view.faults)}
                <p class="actions"><button class="button primary">{text::CREATE}</button></p>
            </form>
        </section>
    }
    .into_any()
}
