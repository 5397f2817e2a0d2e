//! What the map's island asks: the verbatim that one opens, and those that hold the words typed.

use std::collections::BTreeSet;
use std::sync::Arc;

use analysis::read::{index_terms, query_stems};
use app::api::map::{Answering, Cartography, Opened};
use app::map::answer::Lit;
use domain::contribution::ContributionNumber;
use domain::id::CongressId;
use domain::words::Slug;
use storage::{HeldText, Reading};

use super::suggest::told;
use super::{Refusal, Visit};

/// Answers from the database, to those who may read.
pub struct Database(pub Arc<Visit>);

impl Cartography for Database {
    fn open(&self, slug: Slug, number: ContributionNumber, ordinal: u32) -> Answering<Option<Opened>> {
        let visit = Arc::clone(&self.0);
        Box::pin(async move { opened(&visit, &slug, number, ordinal).await.map_err(told) })
    }

    fn lit(&self, slug: Slug, words: String) -> Answering<Vec<(ContributionNumber, u32)>> {
        let visit = Arc::clone(&self.0);
        Box::pin(async move { all_lit(&visit, &slug, &words).await.map_err(told) })
    }
}

async fn opened(
    visit: &Visit,
    slug: &Slug,
    number: ContributionNumber,
    ordinal: u32,
) -> Result<Option<Opened>, Refusal> {
    let Some((mut reading, congress)) = visit.readable_if_there(slug).await? else { return Ok(None) };
    let page = reading.contribution_page(congress.id, number).await?;
    Ok(page.and_then(|page| Opened::of(slug, &page, ordinal)))
}

async fn all_lit(visit: &Visit, slug: &Slug, words: &str) -> Result<Vec<(ContributionNumber, u32)>, Refusal> {
    let Some((mut reading, congress)) = visit.readable_if_there(slug).await? else { return Ok(Vec::new()) };
    Ok(lit(&mut reading, congress.id, words).await?.into_iter().collect())
}

/// The verbatims of the run shown that hold words like these: as many of the words as any verbatim holds, so that those with
/// all of them, where there are some, stand alone.
pub(super) async fn lit(reading: &mut Reading, congress: CongressId, words: &str) -> Result<Lit, Refusal> {
    let (stems, held) = reading.verbatims_holding(congress, &query_stems(words)).await?;
    let sift = move || {
        let wanted: BTreeSet<String> = stems.into_iter().collect();
        let holds = |text: &HeldText| {
            index_terms(&text.text).iter().filter(|(stem, _)| wanted.contains(stem)).count()
        };
        let counts: Vec<usize> = held.iter().map(holds).collect();
        let most = counts.iter().copied().max().unwrap_or_default().max(1);
        let best = held.iter().zip(counts).filter(|(_, count)| *count == most);
        best.map(|(text, _)| (text.number, text.ordinal)).collect()
    };
    tokio::task::spawn_blocking(sift).await.map_err(Refusal::broken)
}
