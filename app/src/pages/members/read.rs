//! A person, as staff sees them.

use domain::congress::Congress;
use domain::member::Member;
use domain::reading::{MemberEventLine, MemberLine};
use domain::territory::Territory;
use domain::words::Slug;
use leptos::prelude::*;

use super::fields::{Who, fields, name};
use crate::components::desk::{Desk, desk};
use crate::components::field::{self, Line};
use crate::form::Faults;
use crate::routes::Route;
use crate::text::data::leave;
use crate::text::members::{self, one as text};
use crate::text::{date, form};
use crate::{Document, Section};
use domain::time::Timestamp;

/// What the page shows.
#[derive(Clone, Debug)]
pub struct OneMember {
    /// The person, and what is counted of them.
    pub line: MemberLine,
    /// Whoever asks.
    pub asks: Member,
    /// What the form holds.
    pub who: Who,
    /// What is wrong with it.
    pub faults: Faults,
    /// What a territory was looked for by, and what was found.
    pub looked: Option<(String, Vec<Territory>)>,
    /// A code just drawn, and until when it opens: shown this once.
    pub code: Option<(String, Timestamp)>,
    /// What was done for them.
    pub events: Vec<MemberEventLine>,
    /// Whether a change was just kept.
    pub saved: bool,
}

/// The page.
pub fn document(congress: &Congress, one: OneMember) -> Document {
    let slug = congress.slug.clone();
    let title = one.line.member.name.as_str().to_owned();
    let view = move || page(&slug, &one);
    Document::new(title, view).within(Some(congress)).at(Section::Staff).unlisted()
}

fn page(slug: &Slug, one: &OneMember) -> AnyView {
    let member = &one.line.member;
    let saved = one.saved.then(|| view! { <p class="done" role="status">{form::SAVED}</p> });
    let may = one.asks.may_act_for(member);
    let parts = if may {
        view! { {entering(slug, one)}{who(slug, one)}{territory(slug, one)}{erase(slug, one)} }.into_any()
    } else {
        view! { <p class="note">{text::NOT_YOURS}</p> }.into_any()
    };
    view! {
        <div class="narrow">
            {desk(slug, Desk::Members)}
            <p class="over">{member.number.to_string()}</p>
            <h1>{member.name.as_str().to_owned()}</h1>
            <p class="note">{members::standing(one.line.standing())}". "{text::texts(one.line.texts)}</p>
            {saved}
            {field::summary(&one.faults)}
            {parts}
            {trace(one)}
        </div>
    }
    .into_any()
}

fn entering(slug: &Slug, one: &OneMember) -> AnyView {
    let member = &one.line.member;
    let id = member.id;
    let code = one.code.as_ref().map(|(digits, until)| {
        let says = text::code_says(member.name.as_str(), &member.number.to_string(), &date::hour(*until));
        view! { <div class="done code" role="status"><p class="code-digits">{text::code(digits)}</p><p>{says}</p></div> }
    });
    let declined =
        member.declined_at.map(|at| view! { <p class="note">{text::declined(&date::day(at))}</p> });
    let reachable = member.declined_at.is_none() && member.email.is_some();
    let invite = reachable.then(|| {
        let words = if member.invited_at.is_some() { text::INVITE_AGAIN } else { text::INVITE };
        view! { <a class="button" href=Route::Invite(slug, id).path()>{words}</a> }
    });
    let write = member.may_write().then(|| {
        view! { <a class="button" href=Route::WriteFor(slug, id).path()>{text::WRITE_FOR}</a> }
    });
    let day = member.invited_at.map(date::day);
    view! {
        <section class="ask" aria-labelledby="entrer">
            <h2 id="entrer">{text::ENTERING}</h2>
            {code}
            <p class="note">{text::invited(day.as_deref())}</p>
            {declined}
            <p class="note">{text::CODE_HOW}</p>
            <div class="actions">
                <form method="post" action=Route::MemberCode(slug, id).path()><button class="button">{text::DRAW_CODE}</button></form>
                {invite}
                {write}
            </div>
            <p class="note">{text::SIGN_OUT_HOW}</p>
            <form class="actions" method="post" action=Route::MemberSignOut(slug, id).path()><button class="button">{text::SIGN_OUT}</button></form>
        </section>
    }
    .into_any()
}

fn who(slug: &Slug, one: &OneMember) -> AnyView {
    view! {
        <section class="ask" aria-labelledby="fiche">
            <h2 id="fiche">{text::WHO}</h2>
            <p class="note">{text::FROZEN}</p>
            <form class="form" method="post" action=Route::Member(slug, one.line.member.id).path() novalidate>
                {fields(&one.who, &one.asks, &one.faults)}
                <p class="actions"><button class="button primary">{form::SAVE}</button></p>
            </form>
        </section>
    }
    .into_any()
}

/// A search, then a choice: two steps that need no script.
fn territory(slug: &Slug, one: &OneMember) -> AnyView {
    let member = &one.line.member;
    let action = Route::MemberTerritory(slug, member.id).path();
    let now = member.territory.as_ref().map_or_else(|| text::NO_TERRITORY.to_owned(), members::territory);
    let none = member.territory.as_ref().map(|_| {
        view! {
            <form class="actions" method="post" action=action.clone()>
                <button class="button" name=name::TERRITORY value=name::NONE>{text::TERRITORY_NONE}</button>
            </form>
        }
    });
    let look = Line {
        name: name::LOOK,
        label: text::TERRITORY_SEARCH,
        hint: Some(text::TERRITORY_HINT.into()),
        value: one.looked.as_ref().map(|(words, _)| words.clone()).unwrap_or_default(),
        autocomplete: "off",
        ..Line::default()
    };
    view! {
        <section class="ask" aria-labelledby="collectivite">
            <h2 id="collectivite">{text::TERRITORY}</h2>
            <p>{now}</p>
            <form class="form" method="get" action=format!("{}#collectivite", Route::Member(slug, member.id).path())>
                {field::line(look, &Faults::default())}
                <p class="actions"><button class="button">{members::FIND}</button></p>
            </form>
            {one.looked.as_ref().map(|(_, found)| choices(found, &action))}
            {none}
        </section>
    }
    .into_any()
}

fn choices(found: &[Territory], action: &str) -> AnyView {
    if found.is_empty() {
        return view! { <p class="note" role="status">{text::TERRITORY_UNKNOWN}</p> }.into_any();
    }
    let buttons = found.iter().map(|territory| {
        let value = format!("{}:{}", territory.level.code(), territory.code);
        view! { <li><button class="quiet" name=name::TERRITORY value=value>{members::territory(territory)}</button></li> }
    });
    view! {
        <form method="post" action=action.to_owned()>
            <ul class="plain found" aria-label=text::TERRITORY_FOUND>{buttons.collect_view()}</ul>
        </form>
    }
    .into_any()
}

fn erase(slug: &Slug, one: &OneMember) -> AnyView {
    let href = Route::MemberErase(slug, one.line.member.id).path();
    view! {
        <section class="ask" aria-label=leave::ERASE_THEM>
            <p class="note">{leave::ERASE_HOW}</p>
            <p class="actions"><a class="button" href=href>{leave::ERASE_THEM}</a></p>
        </section>
    }
    .into_any()
}

fn trace(one: &OneMember) -> AnyView {
    let lines = one.events.iter().map(|event| {
        view! { <li><time datetime=date::machine(event.at)>{date::moment(event.at)}</time>" "{text::event(event)}</li> }
    });
    let lines = lines.collect_view();
    let content = if one.events.is_empty() {
        view! { <p class="note">{text::NO_TRACE}</p> }.into_any()
    } else {
        view! { <ol class="trace">{lines}</ol> }.into_any()
    };
    view! { <section class="ask" aria-labelledby="trace"><h2 id="trace">{text::TRACE}</h2>{content}</section> }.into_any()
}
