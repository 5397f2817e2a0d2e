//! Headers of every answer.

use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

/// Nothing is allowed but what the site itself serves: no inline script or style, no third party, no frame.
const POLICY: &str = "default-src 'none'; \
    style-src 'self'; \
    script-src 'self' 'wasm-unsafe-eval'; \
    font-src 'self'; \
    img-src 'self' data:; \
    connect-src 'self'; \
    worker-src 'self'; \
    manifest-src 'self'; \
    form-action 'self'; \
    base-uri 'none'; \
    frame-ancestors 'none'";

/// For a page that frames one of our own addresses, which must say [`FRAMED`].
pub const FRAMING: &str = "default-src 'none'; \
    style-src 'self'; \
    script-src 'self' 'wasm-unsafe-eval'; \
    font-src 'self'; \
    img-src 'self' data:; \
    connect-src 'self'; \
    worker-src 'self'; \
    manifest-src 'self'; \
    frame-src 'self'; \
    form-action 'self'; \
    base-uri 'none'; \
    frame-ancestors 'none'";

/// For a document within such a frame: its own style and nothing else, no script, no form, no way out.
pub const FRAMED: &str = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox";

/// Whoever signs out leaves nothing on the device: neither texts that were being written nor the form that it kept.
pub const FORGET_ALL: (HeaderName, HeaderValue) =
    (HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"storage\""));

/// What is shown at an address that holds a secret: nothing keeps it, and no page that is gone to from there is told of it.
pub fn hidden(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}

/// Files named after their content never change; everything else is asked for again.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Sets the headers that every answer bears, where the handler didn't set its own.
pub async fn set(request: Request, next: Next) -> Response {
    let immutable = request.uri().path().starts_with("/pkg/");
    let mut response = next.run(request).await;
    let cache = if immutable && response.status().is_success() { FOR_EVER } else { "no-cache" };
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), geolocation=()"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (header::CACHE_CONTROL, cache),
    ] {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}
