//! Erasing a person: by themselves, or by staff at their demand. A question first, then the deed.

use app::form::Faults;
use app::pages::me::leave::{self, Leave, name};
use app::routes::Route;
use app::text::{data as text, members};
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::Response;
use domain::congress::Congress;
use domain::member::{Member, MemberAct, TextsFate};
use serde::Deserialize;
use storage::{Erasure, Reading};

use super::Posted;
use super::staff::{member::is_last, mine_to_change, note};
use crate::guard::{cookie, headers};
use crate::member::keys_to_keep;
use crate::pages::{Page, Refusal, Visit};

/// What was answered.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Answer {
    contributions: String,
    certain: Option<String>,
}

/// Who is to go, and who does it when it isn't themselves.
struct Leaving {
    congress: Congress,
    member: Member,
    by: Option<Member>,
}

/// The query string under which the list says that somebody was erased.
pub(super) const ERASED: &str = "fait=effacement";

/// Whether to erase all that concerns oneself?
pub async fn ask(visit: Visit, Path(slug): Path<String>) -> Response {
    let leaving = oneself(&visit, &slug).await;
    let page = Box::pin(asked(&visit, leaving)).await;
    visit.answer(page).await
}

/// Whether to erase that person?
pub async fn ask_of(visit: Visit, Path((slug, id)): Path<(String, String)>) -> Response {
    let leaving = other(&visit, &slug, &id).await;
    let page = Box::pin(asked(&visit, leaving)).await;
    visit.answer(page).await
}

/// What is shown to whoever is gone.
pub async fn gone(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = async { Ok(leave::done(&visit.congress(&slug).await?.1)) };
    let page: Page = page.await;
    visit.answer(page).await
}

/// Erases oneself, and signs out.
pub async fn leave(Path(slug): Path<String>, Posted { visit, fields }: Posted<Answer>) -> Response {
    let leaving = oneself(&visit, &slug).await;
    let mut response = Box::pin(answered(&visit, leaving, fields)).await;
    if response.status().is_redirection() {
        response.headers_mut().insert(header::SET_COOKIE, cookie::forgotten(visit.state.is_secure()));
        response.headers_mut().extend([headers::FORGET_ALL]);
    }
    response
}

/// Erases a person.
pub async fn erase(
    Path((slug, id)): Path<(String, String)>,
    Posted { visit, fields }: Posted<Answer>,
) -> Response {
    let leaving = other(&visit, &slug, &id).await;
    Box::pin(answered(&visit, leaving, fields)).await
}

async fn oneself(visit: &Visit, slug: &str) -> Result<Leaving, Refusal> {
    let (_, congress) = visit.congress(slug).await?;
    let member = Member::clone(&*visit.caller.member(&congress)?);
    Ok(Leaving { congress, member, by: None })
}

async fn other(visit: &Visit, slug: &str, id: &str) -> Result<Leaving, Refusal> {
    let (congress, staff, member) = mine_to_change(visit, slug, id).await?;
    Ok(Leaving { congress, member, by: Some(staff) })
}

async fn asked(visit: &Visit, leaving: Result<Leaving, Refusal>) -> Page {
    question(visit, &leaving?, None, Faults::default()).await
}

async fn question(visit: &Visit, leaving: &Leaving, chosen: Option<TextsFate>, faults: Faults) -> Page {
    let mut reading: Reading = visit.state.storage.read().await?;
    let texts = reading.owned_by(leaving.member.id).await?.len();
    let other = leaving.by.as_ref().map(|_| (leaving.member.id, leaving.member.name.to_string()));
    let leave = Leave {
        other,
        texts: u32::try_from(texts).unwrap_or(u32::MAX),
        chosen: chosen.unwrap_or(TextsFate::Anonymous),
        faults,
    };
    Ok(leave::document(&leaving.congress, leave))
}

async fn answered(visit: &Visit, leaving: Result<Leaving, Refusal>, fields: Answer) -> Response {
    let leaving = match leaving {
        Ok(leaving) => leaving,
        Err(refusal) => return visit.refused(refusal).await,
    };
    let texts = fields.contributions.parse::<TextsFate>().ok();
    match done(visit, &leaving, texts, fields.certain.is_some()).await {
        Ok(Ok(response)) => response,
        Ok(Err(faults)) => {
            let page = question(visit, &leaving, texts, faults).await;
            visit.answer_with(StatusCode::UNPROCESSABLE_ENTITY, page).await
        }
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn done(
    visit: &Visit,
    leaving: &Leaving,
    texts: Option<TextsFate>,
    sure: bool,
) -> Result<Result<Response, Faults>, Refusal> {
    let Leaving { congress, member, by } = leaving;
    let (Some(texts), true) = (texts, sure) else {
        let mut faults = Faults::default();
        if texts.is_none() {
            faults.add(name::TEXTS, app::text::form::CHOICE);
        }
        if !sure {
            faults.add(name::SURE, text::leave::NOT_SURE);
        }
        return Ok(Err(faults));
    };
    let stand_in = text::STAND_IN.parse().map_err(|_| app::failure::Failure::BadForm)?;
    let mut work = visit.state.storage.write().await?;
    if is_last(&mut work, congress, member).await? {
        return Ok(Err(Faults::of(name::SURE, members::one::LAST_ADMINISTRATOR)));
    }
    let erasure = Erasure { member: member.id, texts, keys: keys_to_keep(member), stand_in, at: visit.now() };
    work.erase_member(&erasure).await?;
    if let Some(staff) = by {
        note(visit, &mut work, (staff, member), MemberAct::Erased, None).await?;
    }
    work.save().await?;
    visit.state.live.look_again(member.id);
    Ok(Ok(match by {
        None => visit.see(Route::Gone(&congress.slug)),
        Some(_) => visit.see_done(Route::Members(&congress.slug, &Default::default()), ERASED),
    }))
}
