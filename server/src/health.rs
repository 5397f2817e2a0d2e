//! Whether the process lives, and whether it can answer: for whoever watches over the machine.

use axum::extract::State;
use axum::http::StatusCode;

use crate::state::AppState;

/// The process lives.
pub async fn live() -> &'static str {
    "vivant\n"
}

/// The database answers and its schema is up to date.
pub async fn ready(State(state): State<AppState>) -> (StatusCode, &'static str) {
    match state.storage.ready().await {
        Ok(()) => (StatusCode::OK, "prêt\n"),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            (
                StatusCode::SERVICE_UNAVAILABLE,
                "pas prêt : la base de données ne répond pas ou n’est pas à jour\n",
            )
        }
    }
}
