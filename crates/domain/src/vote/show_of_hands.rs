//! A vote by show of hands, as the chair enters it.

use super::quorum::Roll;
use super::tally::Tally;

/// Why counts can't be those of the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HandsFault {
    /// More hands than voices there: so many, of so many.
    #[error("{0} hands for {1} voices")]
    TooMany(u64, u64),
    /// Nobody is there.
    #[error("nobody is there")]
    Nobody,
}

/// Hands that were counted.
///
/// # Errors
/// When there are more of them than voices in the room.
pub fn show_of_hands(
    in_favour: u64,
    against: u64,
    abstentions: u64,
    roll: Roll,
) -> Result<Tally, HandsFault> {
    let hands = in_favour.saturating_add(against).saturating_add(abstentions);
    if hands > roll.there() {
        return Err(HandsFault::TooMany(hands, roll.there()));
    }
    Ok(Tally { in_favour, against, abstentions, ..Tally::default() })
}

/// « À l'unanimité »: everybody there is for it.
///
/// # Errors
/// When nobody is there.
pub fn unanimous(roll: Roll) -> Result<Tally, HandsFault> {
    match roll.there() {
        0 => Err(HandsFault::Nobody),
        everybody => Ok(Tally { in_favour: everybody, ..Tally::default() }),
    }
}
