//! The corpus and its contributions.

use analysis::read::{highlights, query_stems};
use app::failure::Failure;
use app::pages::contributions;
use app::pages::contributions::list::CorpusView;
use app::routes::corpus_query;
use axum::extract::{OriginalUri, Path, State};
use axum::http::Uri;
use axum::response::Response;
use domain::contribution::ContributionNumber;
use domain::reading::CorpusPage;
use territories::departement_name;

use super::Page;
use super::guess::guess;
use crate::state::AppState;

/// The corpus, or the answer to a question put to it.
pub async fn list(
    State(state): State<AppState>,
    OriginalUri(uri): OriginalUri,
    Path(slug): Path<String>,
) -> Response {
    let page = search(&state, &slug, &uri).await;
    state.answer(&uri, page).await
}

async fn search(state: &AppState, slug: &str, uri: &Uri) -> Page {
    let (mut reading, congress) = state.congress(slug).await?;
    let query = corpus_query(uri.query().unwrap_or_default());
    let stems = query_stems(&query.words);
    let mut corpus = reading.corpus_page(congress.id, &query, &stems).await?;
    name_departements(&mut corpus);
    let marks = corpus.cards.iter().map(|card| highlights(card.contribution.body.as_str(), &stems)).collect();
    Ok(contributions::list::document(&congress, CorpusView { page: corpus, marks }))
}

fn name_departements(corpus: &mut CorpusPage) {
    for facet in &mut corpus.facets.departements {
        facet.label = departement_name(&facet.value).unwrap_or(&facet.value).to_owned();
    }
}

/// One contribution.
pub async fn read(
    State(state): State<AppState>,
    OriginalUri(uri): OriginalUri,
    Path((slug, number)): Path<(String, String)>,
) -> Response {
    let page = show(&state, &slug, number).await;
    state.answer(&uri, page).await
}

async fn show(state: &AppState, slug: &str, asked: String) -> Page {
    let (mut reading, congress) = state.congress(slug).await?;
    let page = match asked.parse::<ContributionNumber>() {
        Ok(number) => reading.contribution_page(congress.id, number).await?,
        Err(_) => None,
    };
    let mut page = page.ok_or_else(|| Failure::NoContribution(congress.slug.clone(), asked))?;
    if page.card.place.is_none() {
        page.guess = guess(state, &mut reading, congress.id, &page.card).await?;
    }
    Ok(contributions::read::document(&congress, page))
}
