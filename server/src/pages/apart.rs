//! What stands in no theme: weak signals, and what could not be compared.

use app::pages::{apart, themes};
use app::routes::page_number;
use axum::extract::{OriginalUri, Path, State};
use axum::response::Response;

use super::Page;
use crate::state::AppState;

/// Weak signals, each with its reason.
pub async fn weak(
    State(state): State<AppState>,
    OriginalUri(uri): OriginalUri,
    Path(slug): Path<String>,
) -> Response {
    let page = show_weak(&state, &slug, page_number(uri.query().unwrap_or_default())).await;
    state.answer(&uri, page).await
}

async fn show_weak(state: &AppState, slug: &str, page: u32) -> Page {
    let (mut reading, congress) = state.congress(slug).await?;
    match reading.weak_page(congress.id, page).await? {
        Some(page) => Ok(apart::weak::document(&congress, page)),
        None => Ok(themes::list::document(&congress, reading.themes_page(congress.id).await?)),
    }
}

/// Verbatims too short, or in another language, to be compared.
pub async fn unplaced(
    State(state): State<AppState>,
    OriginalUri(uri): OriginalUri,
    Path(slug): Path<String>,
) -> Response {
    let page = show_unplaced(&state, &slug, page_number(uri.query().unwrap_or_default())).await;
    state.answer(&uri, page).await
}

async fn show_unplaced(state: &AppState, slug: &str, page: u32) -> Page {
    let (mut reading, congress) = state.congress(slug).await?;
    match reading.unplaced_page(congress.id, page).await? {
        Some(page) => Ok(apart::unplaced::document(&congress, page)),
        None => Ok(themes::list::document(&congress, reading.themes_page(congress.id).await?)),
    }
}
