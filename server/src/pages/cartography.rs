//! What the map's island asks: the verbatim that one opens, and those that hold the words typed.

use std::collections::BTreeSet;

use analysis::read::{index_terms, query_stems};
use app::api::map::{Answering, Cartography, Opened};
use app::failure::Failure;
use app::map::answer::Lit;
use domain::contribution::ContributionNumber;
use domain::id::CongressId;
use domain::words::Slug;
use storage::{HeldText, Reading, Storage};

use super::Refusal;

/// Answers from the database.
pub struct Database(pub Storage);

impl Cartography for Database {
    fn open(&self, slug: Slug, number: ContributionNumber, ordinal: u32) -> Answering<Option<Opened>> {
        let storage = self.0.clone();
        Box::pin(async move { opened(&storage, &slug, number, ordinal).await.map_err(told) })
    }

    fn lit(&self, slug: Slug, words: String) -> Answering<Vec<(ContributionNumber, u32)>> {
        let storage = self.0.clone();
        Box::pin(async move { all_lit(&storage, &slug, &words).await.map_err(told) })
    }
}

fn told(refusal: Refusal) -> Failure {
    match refusal {
        Refusal::Failure(failure) => failure,
        Refusal::Broken(error) => {
            tracing::error!(error = error.as_ref() as &dyn std::error::Error, "the map could not be asked");
            Failure::Unavailable
        }
    }
}

async fn opened(
    storage: &Storage,
    slug: &Slug,
    number: ContributionNumber,
    ordinal: u32,
) -> Result<Option<Opened>, Refusal> {
    let mut reading = storage.read().await?;
    let Some(congress) = reading.congress(slug).await? else { return Ok(None) };
    let page = reading.contribution_page(congress.id, number).await?;
    Ok(page.and_then(|page| Opened::of(slug, &page, ordinal)))
}

async fn all_lit(
    storage: &Storage,
    slug: &Slug,
    words: &str,
) -> Result<Vec<(ContributionNumber, u32)>, Refusal> {
    let mut reading = storage.read().await?;
    let Some(congress) = reading.congress(slug).await? else { return Ok(Vec::new()) };
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
