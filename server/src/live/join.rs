//! The address of a sitting for one audience: a socket, or what it would say first.

use app::failure::Failure;
use axum::extract::Path;
use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::extract::ws::{Utf8Bytes, WebSocketUpgrade};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::id::SittingId;
use domain::live::Audience;

use super::seat::Seat;
use super::session::follow;
use super::stage::Asked;
use crate::guard::{cookie, origin};
use crate::pages::{Refusal, Visit};

/// The most that a browser may say at once, in bytes.
const LONGEST: usize = 16 * 1024;
/// What is read and written at once, in bytes. What a browser says fits; a scene that doesn't takes more for as long as it needs.
const BUFFER: usize = 4 * 1024;
/// No scene is as long as that, in bytes: what can't leave is no more heaped up.
const HEAP: usize = 1024 * 1024;

/// Follows a sitting. `?n=` is the number of the scene that the page shows. Whoever can't open a socket (a network that lets
/// none through, an old browser) asks again and again, and gets as JSON what a socket would say first.
pub async fn join(
    visit: Visit,
    Path((slug, sitting, audience)): Path<(String, String, String)>,
    headers: HeaderMap,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Response {
    if upgrade.is_ok() && !origin::is_ours(&headers) {
        return origin::refused();
    }
    match joined(&visit, (&slug, &sitting, &audience), &headers, upgrade.ok()).await {
        Ok(response) => response,
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn joined(
    visit: &Visit,
    (slug, sitting, audience): (&str, &str, &str),
    headers: &HeaderMap,
    upgrade: Option<WebSocketUpgrade>,
) -> Result<Response, Refusal> {
    let (reading, congress) = visit.congress(slug).await?;
    drop(reading);
    let sitting: SittingId = sitting.parse().map_err(|_| Failure::NoPage)?;
    let audience: Audience = audience.parse().map_err(|_| Failure::NoPage)?;
    let live = visit.state.live.clone();
    let caller = &visit.caller;
    live.stage().admit(Asked { congress: &congress, sitting, audience, caller }).await?;
    // Somebody who is signed in elsewhere follows as anybody does.
    let viewer = caller.viewer().filter(|viewer| viewer.member.congress == congress.id).cloned();
    let last = shown(visit.query());
    let Some(upgrade) = upgrade else {
        let told = live.last(sitting, audience, viewer.map(|viewer| viewer.member.id), last).await;
        return told.map(|told| listed(&told)).map_err(Refusal::Broken);
    };
    let viewer = viewer.zip(cookie::presented(headers).map(|secret| secret.hash()));
    let place = live.place(viewer.is_none()).ok_or(Failure::Unavailable)?;
    let seat = Seat { live, congress: congress.slug, sitting, audience, viewer, last, place };
    let upgrade = upgrade.max_message_size(LONGEST).max_frame_size(LONGEST);
    let upgrade = upgrade.read_buffer_size(BUFFER).write_buffer_size(0).max_write_buffer_size(HEAP);
    Ok(upgrade.on_upgrade(|socket| follow(socket, seat)))
}

/// The number in `n=17`; 0 is none's.
fn shown(query: &str) -> u64 {
    query.split('&').find_map(|pair| pair.strip_prefix("n=")).and_then(|n| n.parse().ok()).unwrap_or_default()
}

/// Messages as a list.
fn listed(told: &[Utf8Bytes]) -> Response {
    let told: Vec<&str> = told.iter().map(Utf8Bytes::as_str).collect();
    let mut response = format!("[{}]", told.join(",")).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    response
}
