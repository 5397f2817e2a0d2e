//! Pages about the site itself.

use app::pages::about;
use axum::extract::{OriginalUri, State};
use axum::response::Response;

use crate::state::AppState;

/// How to read this site.
pub async fn help(State(state): State<AppState>, OriginalUri(uri): OriginalUri) -> Response {
    state.page(uri.path(), about::help::document(state.only_congress().await.as_ref()))
}

/// The accessibility statement.
pub async fn accessibility(State(state): State<AppState>, OriginalUri(uri): OriginalUri) -> Response {
    state.page(uri.path(), about::accessibility::document(state.only_congress().await.as_ref()))
}

/// Who publishes.
pub async fn legal(State(state): State<AppState>, OriginalUri(uri): OriginalUri) -> Response {
    state.page(uri.path(), about::legal::document(state.only_congress().await.as_ref(), &state.publisher))
}
