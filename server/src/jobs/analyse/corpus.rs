//! What a run reads, and the mark by which the same corpus is known again.

use analysis::Item;
use domain::contribution::Contribution;
use sha2::{Digest, Sha256};

use crate::jobs::import::hex;

/// SHA-256 of the numbers and bodies, in hexadecimal.
pub fn corpus_hash(contributions: &[Contribution]) -> String {
    let mut hash = Sha256::new();
    for contribution in contributions {
        hash.update(contribution.number.get().to_le_bytes());
        hash.update((contribution.body.as_str().len() as u64).to_le_bytes());
        hash.update(contribution.body.as_str());
    }
    hex(&hash.finalize())
}

/// What tells authors apart: name and territory together.
pub(super) fn author(contribution: &Contribution) -> Option<String> {
    let signature = &contribution.signature;
    let name = signature.name.as_ref()?;
    let code = signature.territory.as_ref().map_or("", |territory| territory.code.as_str());
    Some(format!("{name}\n{code}"))
}

/// Contributions as the engine takes them, with the `authors` of each.
pub(super) fn items<'a>(contributions: &'a [Contribution], authors: &'a [Option<String>]) -> Vec<Item<'a>> {
    let item = |(contribution, author): (&'a Contribution, &'a Option<String>)| Item {
        body: contribution.body.as_str(),
        author: author.as_deref(),
        kind: contribution.kind,
    };
    contributions.iter().zip(authors).map(item).collect()
}
