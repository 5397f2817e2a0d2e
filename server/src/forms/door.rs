//! The door: asking for a link, entering a code.

use app::form::Faults;
use app::pages::access::sign_in::{Typed, name};
use app::pages::access::{asked, sign_in};
use app::routes::Route;
use app::text::{access as text, date, form};
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::access::Code;
use domain::congress::Congress;
use domain::email::Email;
use domain::member::{Member, MemberNumber};
use serde::Deserialize;
use storage::{CodeOutcome, Reading, Work};

use super::enter::open_session;
use super::{Posted, link};
use crate::access::code_hash;
use crate::guard::limits::{Client, TooOften};
use crate::pages::{Page, Refusal, Visit};

/// What either form posts.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Fields {
    par: String,
    courriel: String,
    qui: String,
    code: String,
}

/// The page of the door.
pub async fn read(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = show(&visit, &slug, Typed::default()).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, slug: &str, typed: Typed) -> Page {
    let (mut reading, congress) = visit.congress(slug).await?;
    let contact = reading.settings(congress.id).await?.contact;
    Ok(sign_in::document(&congress, &contact, typed))
}

/// After a link was asked for.
pub async fn asked(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = async {
        let (mut reading, congress) = visit.congress(&slug).await?;
        let contact = reading.settings(congress.id).await?.contact;
        Ok(asked::document(&congress, &contact))
    };
    let page = page.await;
    visit.answer(page).await
}

/// Asks for a link, or enters a code.
pub async fn knock(
    Path(slug): Path<String>,
    client: Client,
    headers: HeaderMap,
    Posted { visit, fields }: Posted<Fields>,
) -> Response {
    let by_code = fields.par == name::CODE;
    let done = match visit.state.limits.knock(&client, visit.now()) {
        Err(too_often) => {
            let field = if by_code { name::CODE } else { name::EMAIL };
            Ok(Err(Faults::of(field, refused(too_often))))
        }
        Ok(()) if by_code => enter_code(&visit, &slug, &fields, &headers).await,
        Ok(()) => ask_for_link(&visit, &slug, &fields).await,
    };
    match done {
        Ok(Ok(response)) => response,
        Ok(Err(faults)) => {
            let typed = Typed { email: fields.courriel, who: fields.qui, faults };
            let page = show(&visit, &slug, typed).await;
            visit.answer_with(StatusCode::UNPROCESSABLE_ENTITY, page).await
        }
        Err(refusal) => visit.refused(refusal).await,
    }
}

type Done = Result<Result<Response, Faults>, Refusal>;

async fn ask_for_link(visit: &Visit, slug: &str, fields: &Fields) -> Done {
    let (reading, congress) = visit.congress(slug).await?;
    drop(reading);
    let Ok(email) = fields.courriel.parse::<Email>() else {
        return Ok(Err(Faults::of(name::EMAIL, form::EMAIL)));
    };
    if let Err(too_often) = visit.state.limits.letter(congress.id, &email, visit.now()) {
        return Ok(Err(Faults::of(name::EMAIL, refused(too_often))));
    }
    link::send(visit, &congress, &email).await?;
    Ok(Ok(visit.see(Route::SignInAsked(&congress.slug))))
}

async fn enter_code(visit: &Visit, slug: &str, fields: &Fields, headers: &HeaderMap) -> Done {
    let (mut reading, congress) = visit.congress(slug).await?;
    let people = who(&mut reading, &congress, &fields.qui).await?;
    drop(reading);
    let mut work = visit.state.storage.write().await?;
    let entered = match fields.code.parse::<Code>() {
        Ok(code) => opened(visit, &mut work, people, code).await?,
        Err(_) => None,
    };
    let Some(member) = entered else {
        // Attempts count: what was tried is saved.
        work.save().await?;
        return Ok(Err(Faults::of(name::CODE, text::CODE_REFUSED)));
    };
    let response = open_session(visit, work, &member, &congress, headers).await?;
    Ok(Ok(response))
}

/// Whom an address or a number means; nobody is as good an answer as another.
async fn who(reading: &mut Reading, congress: &Congress, said: &str) -> Result<Vec<Member>, Refusal> {
    if let Ok(email) = said.parse::<Email>() {
        return Ok(reading.members_at(congress.id, &email).await?);
    }
    match said.parse::<MemberNumber>() {
        Ok(number) => Ok(reading.member_numbered(congress.id, number).await?.into_iter().collect()),
        Err(_) => Ok(Vec::new()),
    }
}

/// The one among the people of a mailbox whose code it is.
async fn opened(
    visit: &Visit,
    work: &mut Work,
    people: Vec<Member>,
    code: Code,
) -> Result<Option<Member>, Refusal> {
    for member in people {
        let hash = code_hash(member.id, code);
        if work.try_code(member.id, &hash, visit.now()).await? == CodeOutcome::Opened {
            return Ok(Some(member));
        }
    }
    Ok(None)
}

fn refused(too_often: TooOften) -> String {
    match too_often {
        TooOften::Mailbox { again_at } => text::too_many_letters(&date::hour_after(again_at)),
        TooOften::Address { again_at } => text::too_many_demands(&date::hour_after(again_at)),
    }
}
