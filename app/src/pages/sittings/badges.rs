//! Badges: where staff prints them, and what whoever scans one is shown.

use domain::congress::Congress;
use domain::sitting::Sitting;
use domain::time::Timestamp;
use domain::words::Slug;
use leptos::prelude::*;

use crate::routes::Route;
use crate::text::{access, badge as text};
use crate::{Document, Section};

/// The names of the fields.
pub mod name {
    /// For whom: [`NEW`], [`ALL`], or somebody's id.
    pub const WHOM: &str = "pour";
    /// Those who have none.
    pub const NEW: &str = "sans-badge";
    /// Everybody.
    pub const ALL: &str = "tous";
    /// What the badge before signed in is ended.
    pub const END: &str = "deconnecter";
}

/// Where staff prints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadgesView {
    /// The sitting.
    pub sitting: Sitting,
    /// People who have a voice.
    pub people: u32,
    /// Those of them who have no badge.
    pub without: u32,
    /// Badges that were printed and not taken back.
    pub printed: u32,
    /// Those of them that open now.
    pub active: u32,
    /// Why something wasn't done.
    pub refused: Option<&'static str>,
}

/// Where staff prints.
pub fn document(congress: &Congress, view: BadgesView) -> Document {
    let slug = congress.slug.clone();
    let page = move || page(&slug, &view);
    Document::new(text::TITLE, page).within(Some(congress)).at(Section::Sittings).unlisted()
}

fn page(slug: &Slug, view: &BadgesView) -> AnyView {
    let of = &view.sitting;
    let to = Route::Badges(slug, of.id).path();
    let refused = view.refused.map(|said| view! { <p class="faults" role="alert">{said}</p> });
    let rules = text::RULES.map(|rule| view! { <li>{rule}</li> }).into_iter().collect_view();
    let forms = of.stage.takes_people().then(|| forms(&to, view));
    view! {
        <div class="middle sitting">
            <p><a href=Route::Sitting(slug, of.id).path()>{of.name.as_str().to_owned()}</a></p>
            <h1>{text::TITLE}</h1>
            <p class="lead">{text::LEAD}</p>
            {refused}
            <p><strong>{text::printed(view.printed, view.active)}</strong></p>
            {forms}
            <ul class="poll-rule">{rules}</ul>
            <p><a href=Route::Door(slug, of.id).path()>{text::TO_DOOR}</a></p>
        </div>
    }
    .into_any()
}

fn forms(to: &str, view: &BadgesView) -> AnyView {
    let new = if view.without == 0 {
        view! { <p class="note">{text::NOBODY}</p> }.into_any()
    } else {
        let more = (view.without > MOST).then(|| view! { <p class="note">{text::MOST}</p> });
        view! {
            {more}
            <form class="actions" method="post" action=to.to_owned()>
                <button class="button primary" name=name::WHOM value=name::NEW>{text::print_new(view.without)}</button>
            </form>
        }
        .into_any()
    };
    let again = (view.printed > 0).then(|| {
        view! {
            <section class="ruled" aria-labelledby="encore">
                <h2 id="encore">{text::AGAIN}</h2>
                <p class="note">{text::AGAIN_HOW}</p>
                <p>{text::replaces(view.printed)}</p>
                {(view.people > MOST).then(|| view! { <p class="note">{text::MOST}</p> })}
                <form class="actions" method="post" action=to.to_owned()>
                    <button class="button" name=name::WHOM value=name::ALL>{text::print_all(view.people.min(MOST))}</button>
                </form>
            </section>
        }
    });
    view! {
        <section class="ruled" aria-labelledby="imprimer"><h2 id="imprimer">{text::PRINT}</h2>{new}</section>
        {again}
    }
    .into_any()
}

/// The most badges of one file.
pub const MOST: u32 = 500;

/// A badge that opens: one button, since phones and scanners preview addresses and only the button signs in.
pub fn enter(congress: &Congress, name: &str, until: Timestamp) -> Document {
    let (name, title) = (name.to_owned(), congress.title.clone());
    let view = move || {
        view! {
            <div class="narrow">
                <p class="over">{title}</p>
                <h1>{access::greeting(&name)}</h1>
                <p class="lead">{text::ENTER_LEAD}</p>
                <form method="post" class="actions">
                    <button class="button primary">{access::enter_as(&name)}</button>
                </form>
                <p class="note">{text::ONE_PHONE}" "{text::until(&name, until)}</p>
            </div>
        }
        .into_any()
    };
    Document::new(text::ENTER, view).within(Some(congress)).at(Section::SignIn).unlisted()
}

/// A badge that the desk hasn't activated, or whose day is over.
pub fn waits(congress: &Congress, name: &str) -> Document {
    let (whose, title) = (text::whose(name), congress.title.clone());
    let view = move || {
        view! {
            <div class="narrow">
                <p class="over">{title}</p>
                <h1>{text::WAITS}</h1>
                <p class="note">{whose}</p>
                <p class="lead">{text::WAITS_LEAD}</p>
                <form method="get" class="actions"><button class="button">{text::RELOAD}</button></form>
            </div>
        }
        .into_any()
    };
    Document::new(text::WAITS, view).within(Some(congress)).at(Section::SignIn).unlisted()
}
