//! The journal of a congress’ votes, as a file that `pleniere verify` checks.

use axum::extract::Path;
use axum::response::Response;

use crate::pages::{Attached, Refusal, Visit};
use crate::voting::exported;

/// The file. It holds ids, and choices once they are proclaimed; sittings in camera are in it: members get it.
pub async fn journal(visit: Visit, Path(slug): Path<String>) -> Response {
    match file(&visit, &slug).await {
        Ok(response) => response,
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn file(visit: &Visit, slug: &str) -> Result<Response, Refusal> {
    let (mut reading, congress) = visit.congress(slug).await?;
    visit.caller.member(&congress)?;
    let entries = reading.journal(congress.id).await?;
    let bytes = exported(congress.slug.as_str(), &entries).map_err(Refusal::broken)?;
    let file = Attached {
        kind: "application/json",
        name: format!("{}-journal.json", congress.slug),
        is_shown: false,
        copies: Some("private, no-store"),
    };
    Ok(file.holding(bytes))
}
