//! What the room sees.

use app::pages::sittings::screen::{ScreenView, document};
use app::routes::Route;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::Response;

use super::{followed, scene, there_now};
use crate::pages::{Page, Visit};

/// Seconds between two looks, where no script makes it follow at once.
const EVERY: &str = "3";

/// The page, which asks for itself again: nobody touches a screen.
pub async fn read(visit: Visit, Path((slug, id)): Path<(String, String)>) -> Response {
    let page = show(&visit, &slug, &id).await;
    let mut response = visit.answer(page).await;
    response.headers_mut().insert(header::REFRESH, HeaderValue::from_static(EVERY));
    response
}

async fn show(visit: &Visit, slug: &str, id: &str) -> Page {
    let (mut reading, congress, sitting) = followed(visit, slug, id).await?;
    let there = there_now(&mut reading, &sitting).await?;
    let code = reading.check_in_code(sitting.id, visit.now()).await?;
    let address = format!("{}{}", visit.state.public_url, Route::Sittings(&congress.slug).path());
    let scene = scene(&mut reading, sitting).await?;
    let code = code.map(|code| (app::text::members::one::code(&code.to_string()), address));
    Ok(document(&congress, ScreenView { scene, there, code }))
}
