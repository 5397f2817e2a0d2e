//! The order of the vote: what will really be voted, with what, and what falls if it is adopted.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::avis::Avis;
use super::change::AmendmentKind;
use super::number::AmendmentNumber;
use super::proposal::Place;
use super::state::AmendmentState;
use crate::reading::AmendmentLine;
use crate::wording::BlockKey;

/// One vote: an amendment, or several that are identical.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocketItem<'l> {
    /// Those that are identical, by number.
    pub lines: Vec<&'l AmendmentLine>,
    /// Those that have nothing to change any more if it is adopted, in the order of the vote.
    pub falls: Vec<AmendmentNumber>,
    /// Whether it goes with the block of those that nobody contests.
    pub is_uncontested: bool,
}

/// Everything that may come to a vote, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Docket<'l> {
    /// The votes.
    pub items: Vec<DocketItem<'l>>,
}

impl<'l> Docket<'l> {
    /// What is voted by itself.
    pub fn apart(&self) -> impl Iterator<Item = &DocketItem<'l>> {
        self.items.iter().filter(|item| !item.is_uncontested)
    }

    /// What nobody contests: one vote for all.
    pub fn uncontested(&self) -> impl Iterator<Item = &DocketItem<'l>> {
        self.items.iter().filter(|item| item.is_uncontested)
    }
}

/// The live ones among `lines` in the order of the vote: by their place among `blocks`, then the furthest from the text first
/// (what deletes, then what changes more), then by number; a sub-amendment before the one that it changes.
pub fn docket<'l>(lines: &'l [AmendmentLine], blocks: &[BlockKey]) -> Docket<'l> {
    let live: Vec<&AmendmentLine> = lines.iter().filter(|line| line.fate.state().is_live()).collect();
    let mut places: BTreeMap<Place, Vec<Vec<&AmendmentLine>>> = BTreeMap::new();
    for line in live {
        let there = places.entry(line.proposal.place).or_default();
        match there.iter_mut().find(|group| group[0].proposal.is_identical(&line.proposal)) {
            Some(group) => group.push(line),
            None => there.push(vec![line]),
        }
    }
    let ranks: BTreeMap<BlockKey, usize> = blocks.iter().enumerate().map(|(at, key)| (*key, at)).collect();
    let rank = |place: &Place| match place {
        Place::Behind(None) => (0, 0),
        Place::At(key) => (1 + ranks.get(key).copied().unwrap_or(blocks.len()), 0),
        Place::Behind(Some(key)) => (1 + ranks.get(key).copied().unwrap_or(blocks.len()), 1),
        Place::Within(_) => (usize::MAX, 0),
    };
    let mut items = BTreeMap::new();
    for (place, mut groups) in places {
        for group in &mut groups {
            group.sort_by_key(|line| line.number);
        }
        groups.sort_by_cached_key(|group| {
            let proposal = &group[0].proposal;
            let stays = proposal.change.kind() != AmendmentKind::Delete;
            (stays, Reverse(proposal.size()), group[0].number)
        });
        items.insert((rank(&place), place), collided(&groups));
    }
    let (within, main): (Vec<_>, Vec<_>) =
        items.into_iter().partition(|((_, place), _)| matches!(place, Place::Within(_)));
    let mut within: BTreeMap<Place, Vec<DocketItem<'l>>> =
        within.into_iter().map(|((_, place), items)| (place, items)).collect();
    let mut ordered = Vec::new();
    for mut item in main.into_iter().flat_map(|(_, items)| items) {
        for line in &item.lines {
            if let Some(subs) = within.remove(&Place::Within(line.number)) {
                item.is_uncontested = false;
                ordered.extend(subs);
            }
        }
        ordered.push(item);
    }
    ordered.extend(within.into_values().flatten());
    Docket { items: ordered }
}

/// The groups of one place, each with those that fall with it.
fn collided<'l>(groups: &[Vec<&'l AmendmentLine>]) -> Vec<DocketItem<'l>> {
    let mut falls: Vec<Vec<AmendmentNumber>> = vec![Vec::new(); groups.len()];
    for (at, one) in groups.iter().enumerate() {
        for (behind, other) in groups.iter().enumerate().skip(at + 1) {
            if one[0].proposal.collides(&other[0].proposal) {
                falls[at].extend(other.iter().map(|line| line.number));
                falls[behind].extend(one.iter().map(|line| line.number));
            }
        }
    }
    let item = |(group, falls): (&Vec<&'l AmendmentLine>, Vec<AmendmentNumber>)| DocketItem {
        is_uncontested: falls.is_empty() && group.iter().all(|line| agreed(line)),
        lines: group.clone(),
        falls,
    };
    groups.iter().zip(falls).map(item).collect()
}

fn agreed(line: &AmendmentLine) -> bool {
    let favourable =
        line.opinion.as_ref().is_some_and(|of| of.avis == Avis::Favourable && of.rewrite.is_none());
    line.fate.state() == AmendmentState::Admissible
        && favourable
        && !line.is_apart
        && !matches!(line.proposal.place, Place::Within(_))
}
