//! The first page of a congress, and the list of congresses.

use app::pages::congress;
use app::routes::Route;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};

use super::{Page, Visit};

/// The only congress of this server, or their list.
pub async fn root(visit: Visit) -> Response {
    if let Some(only) = visit.state.only_congress().await {
        return Redirect::temporary(&Route::Congress(&only.slug).path()).into_response();
    }
    let page = list(&visit).await;
    visit.answer(page).await
}

async fn list(visit: &Visit) -> Page {
    let congresses = visit.state.storage.read().await?.congresses().await?;
    Ok(congress::list::document(congresses))
}

/// What is asked, when, by whom, and what came of it.
pub async fn home(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = show(&visit, &slug).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, slug: &str) -> Page {
    let (mut reading, congress) = visit.congress(slug).await?;
    let mut home = reading.home(congress.id).await?;
    if !visit.may_read(&mut reading, &congress).await? {
        home = home.withheld();
    }
    let moves = reading.phase_changes(congress.id).await?;
    Ok(congress::home::document(&congress, home, moves, visit.now()))
}
