//! What stands in no theme: weak signals, and what could not be compared.

use app::pages::{apart, themes};
use app::routes::page_number;
use axum::extract::Path;
use axum::response::Response;

use super::{Page, Visit};

/// Weak signals, each with its reason.
pub async fn weak(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = show_weak(&visit, &slug, page_number(visit.query())).await;
    visit.answer(page).await
}

async fn show_weak(visit: &Visit, slug: &str, page: u32) -> Page {
    let (mut reading, congress) = visit.readable(slug).await?;
    match reading.weak_page(congress.id, page).await? {
        Some(page) => Ok(apart::weak::document(&congress, page)),
        None => Ok(themes::list::document(&congress, reading.themes_page(congress.id).await?)),
    }
}

/// Verbatims too short, or in another language, to be compared.
pub async fn unplaced(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = show_unplaced(&visit, &slug, page_number(visit.query())).await;
    visit.answer(page).await
}

async fn show_unplaced(visit: &Visit, slug: &str, page: u32) -> Page {
    let (mut reading, congress) = visit.readable(slug).await?;
    match reading.unplaced_page(congress.id, page).await? {
        Some(page) => Ok(apart::unplaced::document(&congress, page)),
        None => Ok(themes::list::document(&congress, reading.themes_page(congress.id).await?)),
    }
}
