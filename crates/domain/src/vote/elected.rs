//! Who is elected where options are chosen.

use super::tally::Tally;

/// Options by voices.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Elected {
    /// Those surely among the first, by voices then by rank on the ballot.
    pub first: Vec<u16>,
    /// Those with as many voices as one another, for fewer places than there are of them; ours isn't to choose.
    pub tied: Vec<u16>,
    /// Places left for those.
    pub left: u16,
}

/// The `places` first options. An option without a voice is never elected.
pub fn elected(tally: &Tally, places: u16) -> Elected {
    let mut ranked: Vec<(u64, u16)> =
        (0..).zip(&tally.options).map(|(option, voices)| (*voices, option)).collect();
    ranked.retain(|(voices, _)| *voices > 0);
    ranked.sort_unstable_by_key(|(voices, option)| (std::cmp::Reverse(*voices), *option));
    let places = usize::from(places);
    // The voices of the last place, where somebody without a place has as many.
    let edge = match (places.checked_sub(1).and_then(|last| ranked.get(last)), ranked.get(places)) {
        (Some((last, _)), Some((next, _))) if last == next => Some(*last),
        _ => None,
    };
    let is_first = |voices: u64| edge.is_none_or(|edge| voices > edge);
    let first: Vec<u16> = ranked
        .iter()
        .take(places)
        .filter(|(voices, _)| is_first(*voices))
        .map(|(_, option)| *option)
        .collect();
    let tied: Vec<u16> =
        ranked.iter().filter(|(voices, _)| Some(*voices) == edge).map(|(_, option)| *option).collect();
    let left = if tied.is_empty() { 0 } else { u16::try_from(places - first.len()).unwrap_or(u16::MAX) };
    Elected { first, tied, left }
}
