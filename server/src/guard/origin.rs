//! Requests that act must come from our own pages.

use axum::extract::Request;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Lets reading through, and acting only from the same origin: `Sec-Fetch-Site` where the browser sends it, else `Origin` against `Host`.
pub async fn check(request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if reads || is_ours(request.headers()) {
        return next.run(request).await;
    }
    refused()
}

/// The answer to what comes from elsewhere.
pub fn refused() -> Response {
    (
        StatusCode::FORBIDDEN,
        "Cette demande vient d’un autre site : ouvrez la page sur celui-ci et recommencez.",
    )
        .into_response()
}

/// Whether a request comes from one of our own pages. A socket is opened by reading, and acts: it must be asked too.
pub fn is_ours(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text(header::HeaderName::from_static("sec-fetch-site")) {
        return matches!(site, "same-origin" | "none");
    }
    match text(header::ORIGIN) {
        // Programs other than browsers send none, and carry no session of somebody's.
        None => true,
        Some(origin) => origin.split_once("://").map(|(_, host)| host) == text(header::HOST),
    }
}

#[cfg(test)]
mod tests {
    use super::is_ours;
    use axum::http::HeaderMap;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect()
    }

    #[test]
    fn other_sites_are_told_from_ours() {
        assert!(is_ours(&headers(&[("sec-fetch-site", "same-origin"), ("origin", "null")])));
        assert!(!is_ours(&headers(&[("sec-fetch-site", "cross-site")])));
        assert!(!is_ours(&headers(&[("sec-fetch-site", "same-site")])));
        assert!(is_ours(&headers(&[("origin", "https://c.example"), ("host", "c.example")])));
        assert!(!is_ours(&headers(&[("origin", "https://evil.example"), ("host", "c.example")])));
        assert!(!is_ours(&headers(&[("origin", "null"), ("host", "c.example")])));
        assert!(is_ours(&headers(&[])));
    }
}
