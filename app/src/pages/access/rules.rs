//! The « règle du jeu »: one screen, always true, since it is composed from what the congress decided and who publishes.

use domain::congress::{Congress, PhaseKind, PhaseState};
use domain::settings::Settings;
use domain::time::Timestamp;
use leptos::prelude::*;

use crate::Document;
use crate::pages::about::legal::Publisher;
use crate::routes::Route;
use crate::text::{data, date, frame, rules as text};

/// What the page is composed from.
#[derive(Clone, Debug)]
pub struct Rules {
    /// What the congress decided.
    pub settings: Settings,
    /// Who publishes.
    pub publisher: Publisher,
    /// Now.
    pub now: Timestamp,
    /// Whether whoever reads it is signed in and hasn't said yet that they read it.
    pub to_read: bool,
    /// Whether whoever reads it is signed in.
    pub signed_in: bool,
}

/// The page.
pub fn document(congress: &Congress, rules: Rules) -> Document {
    let of = congress.clone();
    let view = move || page(&of, &rules);
    Document::new(text::TITLE, view).within(Some(congress))
}

fn page(congress: &Congress, rules: &Rules) -> AnyView {
    let Settings { readers, moderation, contact, .. } = &rules.settings;
    let Publisher { name, legal_basis, retention, .. } = &rules.publisher;
    let choose = rules.signed_in.then(|| {
        view! { <p><a href=Route::MySettings(&congress.slug).path()>{text::CHOOSE}</a></p> }
    });
    let held = rules.signed_in.then(|| {
        view! { <p><a href=Route::MyData(&congress.slug).path()>{data::TITLE}</a></p> }
    });
    let legal = view! { <p><a href=Route::Legal.path()>{frame::LEGAL}</a></p> };
    view! {
        <div class="middle">
            <h1>{text::TITLE}</h1>
            <p class="lead">{text::LEAD}</p>
            {buttons(congress, rules)}
            <div class="rules">
                {part(text::WHO_SEES, [text::readers(*readers, *moderation), text::NEVER_SHOWN.to_owned()], ().into_any())}
                {part(text::WHAT_BECOMES, [calendar(congress, rules), text::BECOMES.to_owned(), text::OPEN_DATA.to_owned()], ().into_any())}
                {part(text::YOUR_NAME, [text::NAME.to_owned()], choose.into_any())}
                {part(text::YOUR_RIGHTS, [text::RIGHTS.to_owned(), text::BROWSER.to_owned(), text::data(name, legal_basis, retention)], held.into_any())}
                {part(text::PUBLISHER, [text::publisher(&congress.organiser, contact)], legal.into_any())}
            </div>
        </div>
    }
    .into_any()
}

/// Shown at the top, so that one can pass without scrolling on a phone.
fn buttons(congress: &Congress, rules: &Rules) -> AnyView {
    if !rules.to_read {
        return ().into_any();
    }
    view! {
        <form class="actions" method="post" action=Route::Rules(&congress.slug).path()>
            <button class="button primary">{text::START}</button>
            <a class="button" href=Route::Congress(&congress.slug).path()>{text::LATER}</a>
        </form>
    }
    .into_any()
}

fn part<const N: usize>(heading: &'static str, paragraphs: [String; N], more: AnyView) -> AnyView {
    let paragraphs = paragraphs.map(|words| view! { <p>{words}</p> });
    view! { <section><h2>{heading}</h2>{paragraphs.into_iter().collect_view()}{more}</section> }.into_any()
}

fn calendar(congress: &Congress, rules: &Rules) -> String {
    let Some(call) = congress.phases.iter().find(|phase| phase.kind == PhaseKind::Call) else {
        return text::NO_DATES.to_owned();
    };
    match call.state(rules.now) {
        PhaseState::Past => text::closed(&date::day(call.ends_at)),
        _ => text::until(&date::moment(call.ends_at), rules.settings.grace_minutes),
    }
}
