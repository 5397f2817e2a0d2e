//! No answer takes for ever: a reader is told to come back rather than left waiting.

use std::time::Duration;

use app::failure::Failure;
use axum::extract::{OriginalUri, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use tokio::time::timeout;

use crate::state::AppState;

/// How long a handler may take. Pages take some milliseconds; what takes longer is a job's.
pub const LONGEST: Duration = Duration::from_secs(30);

/// How long one may take that staff sends a file to, or has one read in: 20 MB on a rural line are three minutes.
pub const LONGEST_FILE: Duration = Duration::from_secs(10 * 60);

/// Answers 503, with a page that says what to do, when the handler takes longer than `longest`; its work is dropped.
pub async fn limit(
    State((state, longest)): State<(AppState, Duration)>,
    OriginalUri(uri): OriginalUri,
    request: Request,
    next: Next,
) -> Response {
    match timeout(longest, next.run(request)).await {
        Ok(response) => response,
        Err(_) => {
            tracing::error!("a handler took longer than {longest:?}");
            state.failure(&state.frame(uri.path()), None, &Failure::Unavailable)
        }
    }
}
