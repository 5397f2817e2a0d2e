//! The contributions that say the closest things to a text, whether it was sent or not.

use analysis::read::index_terms;
use app::pages::writing::close::CloseOne;
use domain::contribution::{Contribution, ContributionNumber};
use domain::id::{CongressId, MemberId};
use storage::Reading;

use super::guess::nearest;
use super::{Refusal, Visit};

/// Verbatims looked at: several may be of one contribution.
const VERBATIMS: usize = 9;
/// Found by words where no run helps.
const FOUND: u32 = 4;

/// Contributions proposed.
const CLOSE: usize = 3;

/// Up to three that somebody else than `member` wrote, each with whether `member` supports it.
pub async fn close_ones(
    visit: &Visit,
    reading: &mut Reading,
    (congress, member): (CongressId, MemberId),
    words: &str,
) -> Result<Vec<CloseOne>, Refusal> {
    let mut close = Vec::with_capacity(CLOSE);
    for contribution in closest(visit, reading, congress, words).await? {
        let theirs = reading.own(congress, contribution.number).await?.and_then(|own| own.author);
        if theirs != Some(member) && close.len() < CLOSE {
            let supported = reading.supports(contribution.id, member).await?;
            close.push(CloseOne { contribution, supported });
        }
    }
    Ok(close)
}

/// Those that are shown, the closest first: by the run shown, and where it finds too few also by their words, which
/// is how what arrived after the run is found.
async fn closest(
    visit: &Visit,
    reading: &mut Reading,
    congress: CongressId,
    words: &str,
) -> Result<Vec<Contribution>, Refusal> {
    let mut numbers: Vec<ContributionNumber> = Vec::new();
    for line in nearest(&visit.state, reading, congress, words, VERBATIMS).await? {
        if line.quote.state.is_shown() && !numbers.contains(&line.quote.number) {
            numbers.push(line.quote.number);
        }
    }
    let mut found = Vec::with_capacity(numbers.len());
    for number in numbers {
        found.extend(reading.own(congress, number).await?.map(|own| own.contribution));
    }
    if found.len() < CLOSE {
        for of in by_words(reading, congress, words).await? {
            if found.iter().all(|known: &Contribution| known.number != of.number) {
                found.push(of);
            }
        }
    }
    Ok(found)
}

/// The longest words first: they are the rarest.
async fn by_words(
    reading: &mut Reading,
    congress: CongressId,
    words: &str,
) -> Result<Vec<Contribution>, Refusal> {
    let mut stems: Vec<String> = index_terms(words).into_iter().map(|(stem, _)| stem).collect();
    stems.sort_by_key(|stem| std::cmp::Reverse(stem.len()));
    let found = reading.quick_search(congress, &stems, FOUND).await?;
    Ok(found.into_iter().map(|card| card.contribution).filter(|of| of.state.is_shown()).collect())
}
