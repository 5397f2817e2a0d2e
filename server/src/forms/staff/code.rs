//! A code to dictate, and signing a person's devices out.

use app::routes::Route;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use domain::access::{CODE_MINUTES, Code};
use domain::member::MemberAct;
use domain::time::Timestamp;

use super::member::{Besides, show};
use super::{mine_to_change, note};
use crate::access::code_hash;
use crate::pages::{Refusal, Visit};

/// Draws a code, shown this once: the page isn't kept by anything, and the database knows its hash.
pub async fn draw(visit: Visit, Path((slug, id)): Path<(String, String)>) -> Response {
    let page = match drawn(&visit, &slug, &id).await {
        Ok(code) => show(&visit, &slug, &id, Besides { typed: None, code: Some(code) }).await,
        Err(refusal) => Err(refusal),
    };
    let mut response = visit.answer(page).await;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

async fn drawn(visit: &Visit, slug: &str, id: &str) -> Result<(String, Timestamp), Refusal> {
    let (_, staff, member) = mine_to_change(visit, slug, id).await?;
    let now = visit.now();
    let until = now.plus_seconds(CODE_MINUTES * 60);
    let code = visit.state.draw(Code::draw);
    let mut work = visit.state.storage.write().await?;
    work.set_code(member.id, &code_hash(member.id, code), (now, until), staff.id).await?;
    note(visit, &mut work, (&staff, &member), MemberAct::CodeDrawn, None).await?;
    work.save().await?;
    Ok((code.to_string(), until))
}

/// Ends every session of a person and takes their links and badges back: a phone was lost, a mailbox was broken into.
pub async fn sign_out(visit: Visit, Path((slug, id)): Path<(String, String)>) -> Response {
    match signed_out(&visit, &slug, &id).await {
        Ok(response) => response,
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn signed_out(visit: &Visit, slug: &str, id: &str) -> Result<Response, Refusal> {
    let (congress, staff, member) = mine_to_change(visit, slug, id).await?;
    let mut work = visit.state.storage.write().await?;
    work.end_sessions(member.id, visit.now()).await?;
    work.revoke_links(member.id, visit.now()).await?;
    work.revoke_badges(member.id, visit.now()).await?;
    note(visit, &mut work, (&staff, &member), MemberAct::SignedOut, None).await?;
    work.save().await?;
    visit.state.live.look_again(member.id);
    Ok(visit.see_done(Route::Member(&congress.slug, member.id), "fait=oui"))
}
