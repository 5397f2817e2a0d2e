//! Files in the place of a page.

use axum::body::Body;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

/// What a browser is told of a file.
pub(crate) struct Attached {
    /// Its media type.
    pub kind: &'static str,
    /// The name that it is kept under: letters, digits, `-` and `.`.
    pub name: String,
    /// Whether it is looked at in the browser before it is kept.
    pub is_shown: bool,
    /// Who may keep a copy on the way, as `Cache-Control` says it; none where nothing is said.
    pub copies: Option<&'static str>,
}

impl Attached {
    /// The answer that holds it.
    pub(crate) fn holding(self, bytes: impl Into<Body>) -> Response {
        let place = if self.is_shown { "inline" } else { "attachment" };
        let named = format!("{place}; filename=\"{}\"", self.name);
        let headers = [(header::CONTENT_TYPE, self.kind.to_owned()), (header::CONTENT_DISPOSITION, named)];
        let mut response = (headers, bytes.into()).into_response();
        if let Some(copies) = self.copies {
            response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(copies));
        }
        response
    }
}
