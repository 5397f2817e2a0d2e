//! Staff's dashboard.

use app::pages::dashboard::read;
use axum::extract::Path;
use axum::response::Response;
use domain::reading::{CorpusQuery, Dashboard, People, member_territories, silent_territories};
use territories::departement_name;

use super::{Page, Visit};

/// What came in, and who has not spoken.
pub async fn show(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = read_all(&visit, &slug).await;
    visit.answer(page).await
}

async fn read_all(visit: &Visit, slug: &str) -> Page {
    let (mut reading, congress) = visit.congress(slug).await?;
    visit.caller.staff(&congress)?;
    let corpus = reading.corpus_page(congress.id, &CorpusQuery::default(), &[]).await?;
    let received = reading.received(congress.id).await?;
    let lines = reading.member_lines(congress.id).await?;
    let mut facets = corpus.facets;
    for facet in &mut facets.departements {
        facet.label = departement_name(&facet.value).unwrap_or(&facet.value).to_owned();
    }
    let page = Dashboard {
        contributions: corpus.total,
        received,
        facets,
        people: People::of(&lines),
        silent: silent_territories(&lines),
        territories: u32::try_from(member_territories(&lines).len()).unwrap_or(u32::MAX),
    };
    Ok(read::document(&congress, page, visit.now()))
}
