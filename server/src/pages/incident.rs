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

/// Writes down what broke behind a page; the reader is told its number.
pub fn noted(error: &(dyn std::error::Error + Send + Sync + 'static)) -> Failure {
    let incident = number();
    tracing::error!(incident, error = error as &dyn std::error::Error, "a page could not be made");
    Failure::Incident(incident)
}

/// The answer when a handler panicked.
pub fn panicked(state: &AppState) -> Response {
    let incident = number();
    tracing::error!(incident, "a handler panicked");
    state.failure(&state.frame("/"), None, &Failure::Incident(incident))
}
