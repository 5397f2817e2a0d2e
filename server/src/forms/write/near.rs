//! What says something close to a text as it is being typed: a piece of the page, for its script. Without it the draft is
//! kept, and the whole page says the same.

use app::pages::writing::close::fragment;
use axum::extract::Path;
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use domain::contribution::Written;

use super::desk::Desk;
use super::typed::{Fields, Typed};
use crate::forms::Posted;
use crate::pages::Refusal;
use crate::pages::closest::close_ones;

/// The closest three to the words posted; nothing as long as they are too few.
pub async fn near(Path(slug): Path<String>, posted: Posted<Fields>) -> Response {
    match Box::pin(found(&posted, &slug)).await {
        Ok(html) => ([(header::CACHE_CONTROL, "no-store")], Html(html)).into_response(),
        Err(refusal) => posted.visit.refused(refusal).await,
    }
}

async fn found(posted: &Posted<Fields>, slug: &str) -> Result<String, Refusal> {
    let (mut reading, desk) = Desk::open(&posted.visit, slug, None).await?;
    let body = Typed::read(&posted.fields, desk.author.display).draft.body;
    if body.parse::<Written>().is_err() {
        return Ok(String::new());
    }
    let whose = (desk.congress.id, desk.author.id);
    let close = close_ones(&posted.visit, &mut reading, whose, &body).await?;
    Ok(fragment(&desk.congress.slug, &close))
}
