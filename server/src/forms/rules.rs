//! The « règle du jeu », and saying that one read it.

use app::pages::access::rules::{self, Rules};
use app::routes::Route;
use axum::extract::Path;
use axum::response::Response;

use crate::pages::{Page, Refusal, Visit};

/// The page, for everybody.
pub async fn read(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = show(&visit, &slug).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, slug: &str) -> Page {
    let (mut reading, congress) = visit.congress(slug).await?;
    let settings = reading.settings(congress.id).await?;
    let member = visit.caller.member(&congress).ok();
    let rules = Rules {
        settings,
        publisher: visit.state.publisher.as_ref().clone(),
        now: visit.now(),
        signed_in: member.is_some(),
        to_read: member.is_some_and(|member| member.rules_read_at.is_none()),
    };
    Ok(rules::document(&congress, rules))
}

/// « J’ai lu, je commence ».
pub async fn pass(visit: Visit, Path(slug): Path<String>) -> Response {
    match passed(&visit, &slug).await {
        Ok(response) => response,
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn passed(visit: &Visit, slug: &str) -> Result<Response, Refusal> {
    let (reading, congress) = visit.congress(slug).await?;
    drop(reading);
    let member = visit.caller.member(&congress)?;
    let mut work = visit.state.storage.write().await?;
    work.note_rules_read(member.id, visit.now()).await?;
    work.save().await?;
    Ok(visit.see(Route::Congress(&congress.slug)))
}
