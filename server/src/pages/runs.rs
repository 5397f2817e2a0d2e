//! The runs of a congress, and what moved between two.

use std::sync::Arc;

use app::failure::Failure;
use app::pages::runs;
use app::routes::page_number;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use domain::congress::Congress;
use domain::reading::{RunState, RunsPage};
use storage::Reading;

use super::{Page, Refusal, Visit};
use crate::jobs::analyse::corpus_hash;

/// Every run. While one is under way, the page calls itself again.
pub async fn list(visit: Visit, Path(slug): Path<String>) -> Response {
    let (page, running) = match show_all(&visit, &slug).await {
        Ok((page, running)) => (Ok(page), running),
        Err(refusal) => (Err(refusal), false),
    };
    let mut response = visit.answer(page).await;
    if running {
        response.headers_mut().insert(header::REFRESH, HeaderValue::from_static("5"));
    }
    response
}

async fn show_all(visit: &Visit, slug: &str) -> Result<(app::Document, bool), Refusal> {
    let (mut reading, congress) = visit.readable(slug).await?;
    let page = runs_page(visit, &mut reading, &congress).await?;
    let running = page.runs.iter().any(|run| matches!(run.state, RunState::Running { .. }));
    Ok((runs::list::document(&congress, page), running))
}

/// One run: what it was made from, and what it came to.
pub async fn read(visit: Visit, Path((slug, number)): Path<(String, String)>) -> Response {
    let page = show(&visit, &slug, number).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, slug: &str, asked: String) -> Page {
    let (mut reading, congress) = visit.readable(slug).await?;
    let page = runs_page(visit, &mut reading, &congress).await?;
    let document = asked.parse().ok().and_then(|number| runs::read::document(&congress, &page, number));
    document.ok_or_else(|| Failure::NoRun(congress.slug.clone(), asked).into())
}

/// What moved from one run to another.
pub async fn compare(visit: Visit, Path((slug, one, other)): Path<(String, String, String)>) -> Response {
    let page = show_moves(&visit, &slug, (one, other)).await;
    visit.answer(page).await
}

async fn show_moves(visit: &Visit, slug: &str, (one, other): (String, String)) -> Page {
    let (mut reading, congress) = visit.readable(slug).await?;
    let page = page_number(visit.query());
    let comparison = match (one.parse(), other.parse()) {
        (Ok(first), Ok(second)) => reading.comparison(congress.id, (first, second), page).await?,
        _ => None,
    };
    match comparison {
        Some(comparison) => Ok(runs::compare::document(&congress, comparison)),
        None => Err(Failure::NoRun(congress.slug.clone(), format!("{one}, {other}")).into()),
    }
}

async fn runs_page(visit: &Visit, reading: &mut Reading, congress: &Congress) -> Result<RunsPage, Refusal> {
    let runs = reading.runs(congress.id).await?;
    let shown = reading.run_shown(congress.id).await?.map(|(_, number)| number);
    let read = runs.iter().find(|run| Some(run.number) == shown).map(|run| run.recipe.corpus.clone());
    let corpus_changed = match read {
        Some(read) => *mark(visit, reading, congress).await? != read,
        None => false,
    };
    Ok(RunsPage { shown, runs, corpus_changed })
}

/// The mark of the corpus as it is now, made once for each state of the congress.
async fn mark(visit: &Visit, reading: &mut Reading, congress: &Congress) -> Result<Arc<String>, Refusal> {
    let key = (congress.id, reading.edition(congress.id).await?);
    let memory = &visit.state.memory.corpora;
    if let Some(known) = memory.get(&key) {
        return Ok(known);
    }
    let contributions = reading.contributions(congress.id).await?;
    let made = tokio::task::spawn_blocking(move || corpus_hash(&contributions)).await;
    Ok(memory.put(key, made.map_err(Refusal::broken)?))
}
