//! What a block rests on.

use domain::contribution::ContributionNumber;
use domain::reading::{PublishedMotion, Quote, Source};
use domain::wording::{BlockKey, Stance};

use crate::french::{NBSP, THIN};
use crate::spoken;

/// The sources of a block.
pub fn of_block(motion: &PublishedMotion, key: BlockKey) -> impl Iterator<Item = &Source> {
    motion.sources.iter().filter(move |source| source.block == key)
}

/// The contributions that stand beside a block for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitedBy {
    /// Why.
    pub stance: Stance,
    /// Which, each once.
    pub numbers: Vec<ContributionNumber>,
}

/// Agreement first, then what differs, then disagreement; none that is empty.
pub fn by_stance(motion: &PublishedMotion, key: BlockKey) -> Vec<CitedBy> {
    let of = |stance: &Stance| {
        let mut numbers: Vec<ContributionNumber> =
            of_block(motion, key).filter(|of| of.stance == *stance).map(|of| of.quote.number).collect();
        numbers.sort_unstable();
        numbers.dedup();
        CitedBy { stance: *stance, numbers }
    };
    Stance::ALL.iter().map(of).filter(|cited| !cited.numbers.is_empty()).collect()
}

/// The words as they may be printed: in guillemets, cut where they were cut; without any where somebody else noted them; a
/// sentence where they aren't shown.
pub fn words(quote: &Quote) -> String {
    if let Some(withheld) = spoken::withheld(quote.state) {
        return format!("Source retirée{NBSP}: {withheld}");
    }
    let words = spoken::words(quote);
    if quote.reported {
        format!("Propos rapporté{NBSP}: {words}")
    } else {
        format!("«{THIN}{words}{THIN}»")
    }
}
