//! How far two runs agree on the verbatims that both hold.

use std::collections::BTreeMap;

/// The Rand index adjusted for chance (Hubert and Arabie 1985, « Comparing partitions ») of two partitions, from how many
/// verbatims stand in each pair of places: 1 when they are the same, about 0 when they meet by chance. Pairs named twice add up.
///
/// Partitions that divide nothing, or everything, agree.
pub fn agreement<A: Ord, B: Ord>(pairs: impl IntoIterator<Item = (A, B, u32)>) -> f64 {
    let mut both: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    let (mut before, mut after) = (Sizes::new(), Sizes::new());
    for (a, b, count) in pairs {
        let count = f64::from(count);
        *both.entry((before.add(a, count), after.add(b, count))).or_default() += count;
    }
    let together: f64 = both.values().copied().map(pairs_of).sum();
    let (a, b) = (before.pairs(), after.pairs());
    let all = pairs_of(before.total());
    let (by_chance, most) = (if all > 0.0 { a * b / all } else { 0.0 }, f64::midpoint(a, b));
    if most == by_chance { 1.0 } else { (together - by_chance) / (most - by_chance) }
}

/// The places of one partition: a number and a size each.
struct Sizes<T>(BTreeMap<T, (usize, f64)>);

impl<T: Ord> Sizes<T> {
    fn new() -> Self {
        Self(BTreeMap::new())
    }

    fn add(&mut self, place: T, count: f64) -> usize {
        let next = self.0.len();
        let (number, size) = self.0.entry(place).or_insert((next, 0.0));
        *size += count;
        *number
    }

    fn pairs(&self) -> f64 {
        self.0.values().map(|(_, size)| pairs_of(*size)).sum()
    }

    fn total(&self) -> f64 {
        self.0.values().map(|(_, size)| size).sum()
    }
}

/// Pairs among `n`.
fn pairs_of(n: f64) -> f64 {
    n * (n - 1.0) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_under_other_names_agrees_and_chance_does_not() {
        assert_eq!(agreement([(1, 'a', 5), (2, 'b', 7), (2, 'b', 1)]), 1.0);
        assert!(agreement([(1, 'a', 25), (1, 'b', 25), (2, 'a', 25), (2, 'b', 25)]).abs() < 0.02);
        assert_eq!(agreement::<u8, u8>([]), 1.0);
        // scikit-learn: adjusted_rand_score([0, 0, 1, 2], [0, 0, 1, 1]) = 0.5714285714285714.
        assert!((agreement([(0, 0, 2), (1, 1, 1), (2, 1, 1)]) - 4.0 / 7.0).abs() < 1e-12);
    }
}
