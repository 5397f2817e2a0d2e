//! One structured line a request.

use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;

/// Writes `request method=GET route=/congres/{slug} status=200 elapsed_ms=4`.
///
/// The route and not the path: what stands in its place may be a token one day.
pub async fn write(request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let start = Instant::now();
    let response = next.run(request).await;
    let elapsed_ms = start.elapsed().as_secs_f64() * 1e3;
    let status = response.status().as_u16();
    let route = route.as_deref().unwrap_or("-");
    tracing::info!(%method, route, status, elapsed_ms = (elapsed_ms * 10.0).round() / 10.0, "request");
    response
}
