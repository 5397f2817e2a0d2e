//! The corpus and its contributions.

use analysis::read::{highlights, query_stems};
use app::failure::Failure;
use app::pages::contributions;
use app::pages::contributions::list::CorpusView;
use app::pages::contributions::read::Reader;
use app::routes::corpus_query;
use axum::extract::Path;
use axum::response::Response;
use domain::congress::Congress;
use domain::contribution::{Call, Contribution, ContributionNumber};
use domain::member::Role;
use domain::reading::CorpusPage;
use storage::Reading;
use territories::departement_name;

use super::guess::guess;
use super::{Page, Refusal, Visit};

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
    let hidden = reading.hidden_by_reason(congress.id).await?;
    Ok(contributions::list::document(&congress, CorpusView { page: corpus, marks, hidden }))
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
    let contribution = &page.card.contribution;
    if page.card.place.is_none() && contribution.state.is_shown() {
        page.guess = guess(&visit.state, &mut reading, congress.id, contribution.body.as_str()).await?;
    }
    let reader = reader(visit, &mut reading, &congress, contribution).await?;
    Ok(contributions::read::document(&congress, page, reader))
}

/// What whoever reads may know of it, and do.
async fn reader(
    visit: &Visit,
    reading: &mut Reading,
    congress: &Congress,
    contribution: &Contribution,
) -> Result<Reader, Refusal> {
    let Ok(member) = visit.caller.member(congress) else { return Ok(Reader::default()) };
    let own = reading.own(congress.id, contribution.number).await?;
    let mine = own.as_ref().is_some_and(|own| own.author == Some(member.id));
    let staff = member.may(Role::Staff);
    let typed_by_staff = own.as_ref().is_some_and(|own| own.entered_by.is_some());
    let supports = match member.may_write() && !mine {
        true => Some(reading.supports(contribution.id, member.id).await?),
        false => None,
    };
    let grace = reading.settings(congress.id).await?.grace_minutes;
    Ok(Reader {
        own: own.filter(|_| mine || (staff && typed_by_staff)),
        supports,
        staff,
        call: Some((Call::at(&congress.phases, grace, visit.now()), visit.now())),
    })
}
