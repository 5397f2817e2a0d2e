//! The corpus and its contributions.

use analysis::read::{highlights, query_stems};
use app::failure::Failure;
use app::pages::contributions;
use app::pages::contributions::list::CorpusView;
use app::routes::corpus_query;
use axum::extract::Path;
use axum::response::Response;
use domain::contribution::ContributionNumber;
use domain::reading::CorpusPage;
use territories::departement_name;

use super::guess::guess;
use super::{Page, Visit};

/// The corpus, or the answer to a question put to it.
pub async fn list(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = search(&visit, &slug).await;
    visit.answer(page).await
}

async fn search(visit: &Visit, slug: &str) -> Page {
    let (mut reading, congress) = visit.readable(slug).await?;
    let query = corpus_query(visit.query());
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
pub async fn read(visit: Visit, Path((slug, number)): Path<(String, String)>) -> Response {
    let page = show(&visit, &slug, number).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, slug: &str, asked: String) -> Page {
    let (mut reading, congress) = visit.readable(slug).await?;
    let page = match asked.parse::<ContributionNumber>() {
        Ok(number) => reading.contribution_page(congress.id, number).await?,
        Err(_) => None,
    };
    let mut page = page.ok_or_else(|| Failure::NoContribution(congress.slug.clone(), asked))?;
    if page.card.place.is_none() {
        page.guess = guess(&visit.state, &mut reading, congress.id, &page.card).await?;
    }
    Ok(contributions::read::document(&congress, page))
}
