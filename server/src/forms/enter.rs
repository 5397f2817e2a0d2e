//! Coming in by a personal link, and going out.

use app::failure::Failure;
use app::pages::access;
use app::routes::Route;
use axum::extract::Path;
use axum::http::{HeaderMap, header};
use axum::response::Response;
use domain::congress::Congress;
use domain::member::Member;
use storage::{Link, Work};

use crate::access::{Secret, new_session};
use crate::guard::{cookie, headers};
use crate::pages::{Page, Refusal, Visit};

/// What is kept of how a browser calls itself, in characters.
const DEVICE_CHARS: usize = 200;

/// The page of a personal link: it names the person, and only its button signs in.
pub async fn ask(visit: Visit, Path(token): Path<String>) -> Response {
    let page = show(&visit, &token).await;
    headers::hidden(visit.answer(page).await)
}

async fn show(visit: &Visit, token: &str) -> Page {
    let (_, link, congress) = open(visit, token).await?;
    Ok(access::enter::document(&congress, &link.member))
}

/// Signs in.
pub async fn enter(visit: Visit, Path(token): Path<String>, said: HeaderMap) -> Response {
    headers::hidden(match signed_in(&visit, &token, &said).await {
        Ok(response) => response,
        Err(refusal) => visit.refused(refusal).await,
    })
}

async fn signed_in(visit: &Visit, token: &str, headers: &HeaderMap) -> Result<Response, Refusal> {
    let (secret, link, congress) = open(visit, token).await?;
    let mut work = visit.state.storage.write().await?;
    work.note_link_used(&secret.hash(), visit.now()).await?;
    open_session(visit, work, &link.member, &congress, headers).await
}

/// Signs a member in, saving what let them in: the answer keeps the session's secret in the browser and leads to their own
/// page, the first time through the « règle du jeu ».
pub(super) async fn open_session(
    visit: &Visit,
    mut work: Work,
    member: &Member,
    congress: &Congress,
    headers: &HeaderMap,
) -> Result<Response, Refusal> {
    let now = visit.now();
    let (session, kept) = visit.state.draw(|entropy| new_session(device(headers), now, entropy));
    work.open_session(member.id, &session, &kept.hash()).await?;
    work.save().await?;
    let first = member.rules_read_at.is_none();
    let to = if first { Route::Rules(&congress.slug) } else { Route::Congress(&congress.slug) };
    let mut response = visit.see(to);
    response.headers_mut().insert(header::SET_COOKIE, cookie::kept(&kept, visit.state.is_secure()));
    Ok(response)
}

/// The link of that secret, if it opens now.
async fn open(visit: &Visit, token: &str) -> Result<(Secret, Link, Congress), Refusal> {
    let secret = Secret::read(token).ok_or(Failure::DeadLink)?;
    let mut reading = visit.state.storage.read().await?;
    let link = reading.link(&secret.hash()).await?.filter(|link| link.opens(visit.now()));
    let link = link.ok_or(Failure::DeadLink)?;
    let congress = reading.congress_of(link.member.congress).await?;
    Ok((secret, link, congress))
}

/// How the browser calls itself, for the list of one's sessions.
pub(super) fn device(headers: &HeaderMap) -> String {
    let said = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    said.unwrap_or_default().chars().take(DEVICE_CHARS).collect()
}

/// Signs out: the session ends, and the browser forgets it.
pub async fn leave(visit: Visit, Path(slug): Path<String>) -> Response {
    match left(&visit, &slug).await {
        Ok(response) => response,
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn left(visit: &Visit, slug: &str) -> Result<Response, Refusal> {
    let (reading, congress) = visit.congress(slug).await?;
    drop(reading);
    if let Some(viewer) = visit.caller.viewer() {
        let mut work = visit.state.storage.write().await?;
        work.end_session(viewer.member.id, viewer.session, visit.now()).await?;
        work.save().await?;
        visit.state.live.look_again(viewer.member.id);
    }
    let mut response = visit.see(Route::Congress(&congress.slug));
    response.headers_mut().insert(header::SET_COOKIE, cookie::forgotten(visit.state.is_secure()));
    response.headers_mut().extend([headers::FORGET_ALL]);
    Ok(response)
}
