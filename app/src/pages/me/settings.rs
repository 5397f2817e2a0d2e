//! How a member signs, which letters they get, and their devices.

use domain::access::Session;
use domain::congress::Congress;
use domain::id::SessionId;
use domain::member::{Display, MailChoice, Member, Signature};
use domain::time::Timestamp;
use domain::words::Slug;
use leptos::prelude::*;

use crate::components::field::{self, Choice};
use crate::form::Faults;
use crate::routes::Route;
use crate::text::{data, date, device, form, mine, quote, settings as text};
use crate::{Document, Section};

/// The names of the fields.
pub mod name {
    /// How much is shown.
    pub const DISPLAY: &str = "signature";
    /// Whether close contributors may write.
    pub const CONTACT: &str = "contact";
    /// Which letters.
    pub const MAIL: &str = "lettres";
    /// The session to end; [`OTHERS`] for all but the one that asks.
    pub const SESSION: &str = "appareil";
    /// All sessions but the one that asks.
    pub const OTHERS: &str = "autres";
}

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Own {
    /// Whoever is signed in, with the choices that are shown: theirs, or those just posted.
    pub member: Member,
    /// How each level of display reads, in the order of [`Display::ALL`].
    pub signatures: Vec<Signature>,
    /// Their devices.
    pub sessions: Vec<Session>,
    /// The one that asks.
    pub here: SessionId,
    /// Now.
    pub now: Timestamp,
    /// What is wrong with what was posted.
    pub faults: Faults,
    /// What was just done.
    pub done: Option<&'static str>,
}

/// The page.
pub fn document(congress: &Congress, own: Own) -> Document {
    let slug = congress.slug.clone();
    let view = move || page(&slug, &own);
    Document::new(text::TITLE, view).within(Some(congress)).at(Section::Mine).unlisted()
}

fn page(slug: &Slug, own: &Own) -> AnyView {
    let done = own.done.map(|words| view! { <p class="done" role="status">{words}</p> });
    view! {
        <div class="narrow">
            <p class="over"><a href=Route::Mine(slug).path()>{mine::TITLE}</a></p>
            <h1>{text::TITLE}</h1>
            <p class="note">{text::number(&own.member.number.to_string())}</p>
            {done}
            {field::summary(&own.faults)}
            {choices(slug, own)}
            {devices(slug, own)}
            <section class="ask" aria-labelledby="donnees">
                <h2 id="donnees">{data::TITLE}</h2>
                <p class="note">{data::HELD_HINT}</p>
                <p class="actions"><a class="button" href=Route::MyData(slug).path()>{data::TITLE}</a></p>
            </section>
        </div>
    }
    .into_any()
}

fn choices(slug: &Slug, own: &Own) -> AnyView {
    let display = Display::ALL.iter().zip(&own.signatures).map(|(level, signature)| Choice {
        code: level.code().to_owned(),
        label: text::display(*level).to_owned(),
        hint: Some(text::shown_as(&quote::signed(signature))),
        chosen: own.member.display == *level,
    });
    let mail = MailChoice::ALL.iter().map(|choice| {
        let (label, hint) = text::mail(*choice);
        Choice {
            code: choice.code().to_owned(),
            label: label.to_owned(),
            hint: Some(hint.to_owned()),
            chosen: own.member.mail == *choice,
        }
    });
    view! {
        <form class="form" method="post" action=Route::MySettings(slug).path()>
            {field::radios(name::DISPLAY, text::DISPLAY, display.collect(), &own.faults)}
            <p class="note">{text::DISPLAY_HINT}</p>
            {field::tick(name::CONTACT, form::YES.to_owned(), text::CONTACT.to_owned(), Some(text::CONTACT_HINT.to_owned()), own.member.contact)}
            {field::radios(name::MAIL, text::MAIL, mail.collect(), &own.faults)}
            <p class="note">{text::MAIL_HINT}</p>
            <p class="actions"><button class="button primary">{form::SAVE}</button></p>
        </form>
    }
    .into_any()
}

fn devices(slug: &Slug, own: &Own) -> AnyView {
    let action = Route::MyDevices(slug).path();
    let lines = own.sessions.iter().map(|session| line(session, own, &action)).collect_view();
    let others = (own.sessions.len() > 1).then(|| {
        view! {
            <form method="post" action=action.clone()>
                <button class="button" name=name::SESSION value=name::OTHERS>{text::END_OTHERS}</button>
            </form>
        }
    });
    view! {
        <section class="ask" aria-labelledby="appareils">
            <h2 id="appareils">{text::DEVICES}</h2>
            <ul class="devices">{lines}</ul>
            <div class="actions">
                {others}
                <form method="post" action=Route::SignOut(slug).path() data-leaves=""><button class="button">{text::SIGN_OUT}</button></form>
            </div>
        </section>
    }
    .into_any()
}

fn line(session: &Session, own: &Own, action: &str) -> AnyView {
    let words = device::device(&session.device);
    let here = session.id == own.here;
    let dates = text::session(
        &date::moment(session.opened_at),
        &date::relative(own.now, session.seen_at),
        &date::day(session.expires_at),
    );
    let end = (!here).then(|| {
        view! {
            <form method="post" action=action.to_owned()>
                <button class="button" name=name::SESSION value=session.id.to_string() aria-label=text::end_device(&words)>{text::END}</button>
            </form>
        }
    });
    let mark = here.then(|| format!(" ({})", text::THIS_ONE));
    view! {
        <li>
            <div><strong>{words.clone()}</strong>{mark}<p class="note">{dates}</p></div>
            {end}
        </li>
    }
    .into_any()
}
