//! A form's fields, whatever the browser sent.

use app::failure::Failure;
use axum::extract::{Form, FromRequest, Request};
use axum::http::StatusCode;
use axum::response::Response;
use serde::de::DeserializeOwned;

use crate::pages::{Refusal, Visit};
use crate::state::AppState;

/// A form as it was posted, with who posts it. One that can't be read gets a page that says so.
pub struct Posted<T> {
    /// Who posts, and to which address.
    pub visit: Visit,
    /// The fields.
    pub fields: T,
}

impl<T: DeserializeOwned + Send + 'static> FromRequest<AppState> for Posted<T> {
    type Rejection = Response;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let visit =
            <Visit as axum::extract::FromRequestParts<AppState>>::from_request_parts(&mut parts, state)
                .await?;
        match Form::<T>::from_request(Request::from_parts(parts, body), state).await {
            Ok(Form(fields)) => Ok(Self { visit, fields }),
            Err(refused) => {
                let too_long = refused.status() == StatusCode::PAYLOAD_TOO_LARGE;
                let failure = if too_long { Failure::LongForm } else { Failure::BadForm };
                Err(visit.refused(Refusal::Failure(failure)).await)
            }
        }
    }
}
