//! All that is held of whoever asks.

use domain::congress::Congress;
use domain::reading::{Held, HeldSitting, HeldText, NoteLine};
use domain::words::Slug;
use leptos::prelude::*;

use crate::pages::writing::still::still;
use crate::routes::{AmendingRoute, Route};
use crate::text::{data as text, date, device, held as part, life, mail, members, mine};
use crate::{Document, Section};

/// The page.
pub fn document(congress: &Congress, held: Held) -> Document {
    let slug = congress.slug.clone();
    let view = move || page(&slug, &held);
    Document::new(text::TITLE, view).within(Some(congress)).at(Section::Mine).unlisted()
}

fn page(slug: &Slug, held: &Held) -> AnyView {
    view! {
        <div class="narrow held">
            <p class="over"><a href=Route::Mine(slug).path()>{mine::TITLE}</a></p>
            <h1>{text::TITLE}</h1>
            <p class="lead">{text::LEAD}</p>
            <p class="actions">
                <a class="button" href=Route::MyDataFile(slug).path() download>{text::FILE}</a>
                <a class="button" href=Route::Leave(slug).path()>{text::LEAVE}</a>
            </p>
            {who(held)}
            {section("textes", text::TEXTS, held.texts.iter().map(|of| written(slug, of)).collect())}
            {section("propos", text::NOTES, held.notes.iter().map(|of| noted(slug, of)).collect())}
            {section("brouillons", text::DRAFTS, held.drafts.iter().map(draft).collect())}
            {section("soutiens", text::SUPPORTS, held.supports.iter().map(|of| {
                let number = of.number.to_string();
                let when = text::supported(&date::day(of.at));
                view! { <li><a href=Route::Contribution(slug, of.number).path()>{number}</a>", "{when}</li> }.into_any()
            }).collect())}
            {section("seances", text::SITTINGS, held.sittings.iter().map(|of| sitting(slug, of)).collect())}
            {section("amendements", text::AMENDMENTS, held.amendments.iter().map(|of| {
                let href = Route::Amending(slug, AmendingRoute::One(of.number)).path();
                let when = text::amended(of.is_author, &date::day(of.at));
                view! { <li><a href=href>{of.number.to_string()}</a>", "{of.title.to_string()}", "{when}</li> }.into_any()
            }).collect())}
            {section("fichiers", text::FILES, held.files.iter().map(|file| {
                view! { <li>{text::file(file)}</li> }.into_any()
            }).collect())}
            {section("entrer", text::WAYS_IN, ways_in(held))}
            <p class="note">{text::SECRETS}</p>
            {section("lettres", text::LETTERS, held.letters.iter().map(|letter| {
                let when = date::moment(letter.created_at);
                let state = mail::state(&letter.state);
                view! { <li>{letter.subject.clone()}<p class="note">{when}". "{state}</p></li> }.into_any()
            }).collect())}
            {section("trace", text::TRACE, held.events.iter().map(|event| {
                view! { <li><time datetime=date::machine(event.at)>{date::moment(event.at)}</time>" "{members::one::event(event)}</li> }.into_any()
            }).collect())}
        </div>
    }
    .into_any()
}

fn who(held: &Held) -> AnyView {
    let lines = text::who(&held.member)
        .into_iter()
        .map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
        .collect_view();
    let voices = held.voices.iter().map(|voice| view! { <p>{text::voice(voice)}</p> }).collect_view();
    view! {
        <section class="ask" aria-labelledby="qui">
            <h2 id="qui">{text::WHO}</h2>
            <dl class="recipe">{lines}</dl>
            {voices}
        </section>
    }
    .into_any()
}

fn section(id: &'static str, title: &'static str, lines: Vec<AnyView>) -> AnyView {
    let content = if lines.is_empty() {
        view! { <p class="note">{text::NOTHING}</p> }.into_any()
    } else {
        view! { <ul class="plain-list">{lines}</ul> }.into_any()
    };
    view! { <section class="ask" aria-labelledby=id><h2 id=id>{title}</h2>{content}</section> }.into_any()
}

fn written(slug: &Slug, of: &HeldText) -> AnyView {
    let contribution = &of.own.contribution;
    let number = contribution.number;
    let about = format!("{}. {}", date::moment(contribution.received_at), life::state(of.own.life.state()));
    let versions = of.versions.iter().map(|version| {
        let title = text::version(version.version, &date::moment(version.made_at));
        view! { <p class="note">{title}</p>{still(&version.body)} }
    });
    view! {
        <li>
            <a href=Route::Contribution(slug, number).path()>{number.to_string()}</a>
            <p class="note">{about}</p>
            {still(of.own.written.as_str())}
            {versions.collect_view()}
        </li>
    }
    .into_any()
}

fn noted(slug: &Slug, of: &NoteLine) -> AnyView {
    let number = of.own.contribution.number;
    let about = text::noted(&date::moment(of.noted_at), of.answer);
    view! {
        <li>
            <a href=Route::Contribution(slug, number).path()>{number.to_string()}</a>
            <p class="note">{about}</p>
            {still(of.own.written.as_str())}
        </li>
    }
    .into_any()
}

fn sitting(slug: &Slug, of: &HeldSitting) -> AnyView {
    let (href, name) = (Route::Sitting(slug, of.sitting.id).path(), of.sitting.name.as_str().to_owned());
    let lines = part::sitting(of).into_iter().map(|line| view! { <p class="note">{line}</p> }).collect_view();
    view! { <li><a href=href>{name}</a>", "{date::day(of.sitting.starts_at)}{lines}</li> }.into_any()
}

fn draft(of: &domain::reading::HeldDraft) -> AnyView {
    let title = text::draft(of.target, &date::moment(of.saved_at));
    view! { <li><p class="note">{title}</p>{still(&of.draft.body)}</li> }.into_any()
}

fn ways_in(held: &Held) -> Vec<AnyView> {
    let links = held.links.iter().map(|link| view! { <li>{text::link(link)}</li> }.into_any());
    let sessions = held.sessions.iter().map(|session| {
        let words = device::device(&session.device);
        view! { <li>{words}<p class="note">{date::moment(session.opened_at)}</p></li> }.into_any()
    });
    links.chain(sessions).collect()
}
