//! What broke on our side: a number for the reader, the same with the cause for the log.

use app::failure::Failure;
use axum::response::Response;
use domain::id::Entropy;

use crate::jobs::import::hex;
use crate::present::SystemEntropy;
use crate::state::AppState;

/// Eight hexadecimal digits that the reader and the log share.
fn number() -> String {
    let mut bytes = [0; 4];
    SystemEntropy.fill(&mut bytes);
    hex(&bytes)
}

/// The answer when something behind a page failed.
pub fn broken(
    state: &AppState,
    path: &str,
    error: &(dyn std::error::Error + Send + Sync + 'static),
) -> Response {
    let incident = number();
    tracing::error!(incident, error = error as &dyn std::error::Error, "a page could not be made");
    state.failure(path, None, &Failure::Incident(incident))
}

/// The answer when a handler panicked.
pub fn panicked(state: &AppState) -> Response {
    let incident = number();
    tracing::error!(incident, "a handler panicked");
    state.failure("/", None, &Failure::Incident(incident))
}
