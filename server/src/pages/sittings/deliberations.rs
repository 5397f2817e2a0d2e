//! The votes of a congress as open data.

use app::routes::Route;
use axum::extract::Path;
use axum::response::Response;
use documents::open_data::deliberations_csv;
use domain::sitting::Access;
use domain::vote::Poll;

use crate::pages::{Attached, Refusal, Visit};

/// The table of votes that were proclaimed. Those of sittings in camera are in it for members only.
pub async fn table(visit: Visit, Path(slug): Path<String>) -> Response {
    match file(&visit, &slug).await {
        Ok(response) => response,
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn file(visit: &Visit, slug: &str) -> Result<Response, Refusal> {
    let (mut reading, congress) = visit.congress(slug).await?;
    let is_member = visit.caller.member(&congress).is_ok();
    let mut polls = Vec::new();
    for sitting in reading.sittings(congress.id).await? {
        if is_member || sitting.access == Access::Public {
            polls.append(&mut reading.polls(sitting.id).await?);
        }
    }
    polls.sort_by_key(|poll| poll.number);
    let address = |poll: &Poll| {
        format!("{}{}", visit.state.public_url, Route::Poll(&congress.slug, poll.number).path())
    };
    let bytes = deliberations_csv(&congress, &polls, address).map_err(Refusal::broken)?;
    let file = Attached {
        kind: "text/csv; charset=utf-8",
        name: format!("{}-deliberations.csv", congress.slug),
        is_shown: false,
        copies: Some("private, no-store"),
    };
    Ok(file.holding(bytes))
}
