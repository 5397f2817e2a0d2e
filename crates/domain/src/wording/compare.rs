//! What two versions have in common, block by block.

use super::version::Frozen;

/// What became of a block from a version to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// The same words.
    Same,
    /// Other words, or of another kind.
    Changed,
    /// In the second alone.
    Added,
    /// In the first alone.
    Removed,
}

/// A block of either version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change<'v> {
    /// What became of it.
    pub kind: ChangeKind,
    /// Whether it stands elsewhere among those that both have.
    pub moved: bool,
    /// As it was.
    pub before: Option<&'v Frozen>,
    /// As it is.
    pub after: Option<&'v Frozen>,
}

/// Every block of two versions, in the order of the second; those that it lost stand behind the one that they followed.
pub fn compare<'v>(before: &'v [Frozen], after: &'v [Frozen]) -> Vec<Change<'v>> {
    let place = |block: &Frozen| before.iter().position(|of| of.key == block.key);
    let places: Vec<Option<usize>> = after.iter().map(place).collect();
    let still = still(&places);
    let mut changes = Vec::with_capacity(before.len() + after.len());
    let lost = |from: usize, changes: &mut Vec<Change<'v>>| {
        let gone = |of: &&Frozen| !after.iter().any(|block| block.key == of.key);
        changes.extend(before[from..].iter().take_while(gone).map(|block| Change {
            kind: ChangeKind::Removed,
            moved: false,
            before: Some(block),
            after: None,
        }));
    };
    lost(0, &mut changes);
    for (at, block) in after.iter().enumerate() {
        let was = places[at].map(|place| &before[place]);
        let kind = match was {
            None => ChangeKind::Added,
            Some(was) if was.words == block.words && was.kind == block.kind => ChangeKind::Same,
            Some(_) => ChangeKind::Changed,
        };
        changes.push(Change { kind, moved: was.is_some() && !still[at], before: was, after: Some(block) });
        if let Some(place) = places[at] {
            lost(place + 1, &mut changes);
        }
    }
    changes
}

/// Which of the places stand in the longest stretch that only rises: the others were moved.
fn still(places: &[Option<usize>]) -> Vec<bool> {
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(places.len());
    for (at, place) in places.iter().enumerate() {
        let longest = |best: &[(usize, Option<usize>)]| {
            let before = (0..at).filter(|of| places[*of].is_some() && places[*of] < *place);
            before.max_by_key(|of| best[*of].0)
        };
        let behind = place.and_then(|_| longest(&best));
        best.push((place.map_or(0, |_| behind.map_or(1, |of| best[of].0 + 1)), behind));
    }
    let mut still = vec![false; places.len()];
    let mut at = (0..places.len()).filter(|of| places[*of].is_some()).max_by_key(|of| best[*of].0);
    while let Some(of) = at {
        still[of] = true;
        at = best[of].1;
    }
    still
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::{BlockKey, BlockKind, Spans};
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn version(keys: &[(u32, u8)]) -> Vec<Frozen> {
        let block = |(key, words): &(u32, u8)| Frozen {
            key: BlockKey::new(*key),
            kind: BlockKind::Paragraph,
            number: None,
            words: format!("mots {words}"),
            machine: Spans::default(),
        };
        keys.iter().map(block).collect()
    }

    #[test]
    fn what_became_of_each_block_is_told() {
        let (before, after) =
            (version(&[(1, 0), (2, 0), (3, 0), (4, 0)]), version(&[(4, 0), (1, 0), (3, 1), (5, 0)]));
        let told: Vec<_> = compare(&before, &after)
            .iter()
            .map(|of| (of.after.or(of.before).unwrap().key.get(), of.kind, of.moved))
            .collect();
        use ChangeKind::{Added, Changed, Removed, Same};
        assert_eq!(
            told,
            [(4, Same, true), (1, Same, false), (2, Removed, false), (3, Changed, false), (5, Added, false)]
        );
    }

    proptest! {
        #[test]
        fn both_versions_are_whole_in_their_comparison(
            one in prop::collection::btree_map(0..12_u32, 0..2_u8, 0..8), other in prop::collection::btree_map(0..12_u32, 0..2_u8, 0..8), turn in 0..8_usize,
        ) {
            let before = version(&one.into_iter().collect::<Vec<_>>());
            let mut after = version(&other.into_iter().collect::<Vec<_>>());
            let turn = turn % after.len().max(1);
            after.rotate_left(turn);
            let changes = compare(&before, &after);
            let second: Vec<_> = changes.iter().filter_map(|of| of.after).collect();
            prop_assert_eq!(second, after.iter().collect::<Vec<_>>());
            let first: BTreeSet<_> = changes.iter().filter_map(|of| of.before).map(|of| of.key).collect();
            prop_assert_eq!(first.len(), before.len());
            prop_assert_eq!(changes.iter().filter(|of| of.before.is_some()).count(), before.len());
            prop_assert!(compare(&before, &before).iter().all(|of| of.kind == ChangeKind::Same && !of.moved));
        }
    }
}
