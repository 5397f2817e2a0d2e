//! The first page of a congress, and the list of congresses.

use app::pages::congress;
use app::routes::Route;
use axum::extract::{OriginalUri, Path, State};
use axum::response::{IntoResponse, Redirect, Response};

use super::Page;
use crate::state::AppState;

/// The only congress of this server, or their list.
pub async fn root(State(state): State<AppState>, OriginalUri(uri): OriginalUri) -> Response {
    if let Some(only) = state.only_congress().await {
        return Redirect::temporary(&Route::Congress(&only.slug).path()).into_response();
    }
    let page = list(&state).await;
    state.answer(&uri, page).await
}

async fn list(state: &AppState) -> Page {
    let congresses = state.storage.read().await?.congresses().await?;
    Ok(congress::list::document(congresses))
}

/// What is asked, when, by whom, and what came of it.
pub async fn home(
    State(state): State<AppState>,
    OriginalUri(uri): OriginalUri,
    Path(slug): Path<String>,
) -> Response {
    let page = show(&state, &slug).await;
    state.answer(&uri, page).await
}

async fn show(state: &AppState, slug: &str) -> Page {
    let (mut reading, congress) = state.congress(slug).await?;
    let home = reading.home(congress.id).await?;
    Ok(congress::home::document(&congress, home, state.clock.now()))
}
