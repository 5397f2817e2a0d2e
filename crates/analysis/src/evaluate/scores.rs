//! How far two partitions agree.

use std::collections::BTreeMap;

/// How often each pair of classes meets, and how large each class is.
struct Meetings {
    both: BTreeMap<(usize, usize), f64>,
    gold: BTreeMap<usize, f64>,
    found: BTreeMap<usize, f64>,
    n: f64,
}

impl Meetings {
    fn new(gold: &[usize], found: &[usize]) -> Self {
        let mut meetings = Self {
            both: BTreeMap::new(),
            gold: BTreeMap::new(),
            found: BTreeMap::new(),
            n: gold.len() as f64,
        };
        for (&g, &f) in gold.iter().zip(found) {
            *meetings.both.entry((g, f)).or_default() += 1.0;
            *meetings.gold.entry(g).or_default() += 1.0;
            *meetings.found.entry(f).or_default() += 1.0;
        }
        meetings
    }

    /// Mutual information, in nats.
    fn information(&self) -> f64 {
        let each = self
            .both
            .iter()
            .map(|((g, f), &count)| count / self.n * (self.n * count / (self.gold[g] * self.found[f])).ln());
        each.sum::<f64>().max(0.0)
    }
}

fn entropy(sizes: &BTreeMap<usize, f64>, n: f64) -> f64 {
    -sizes.values().map(|size| size / n * (size / n).ln()).sum::<f64>()
}

/// What a partition is worth against the one people made; all between 0 and 1 but ARI, which may be negative.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Agreement {
    /// Mutual information over the mean of the two entropies.
    pub nmi: f64,
    /// Rand index adjusted for chance (Hubert and Arabie 1985).
    pub ari: f64,
    /// How far each found class holds one gold class only (Rosenberg and Hirschberg 2007).
    pub homogeneity: f64,
    /// How far each gold class stands in one found class only.
    pub completeness: f64,
    /// Harmonic mean of the two, which equals `nmi`.
    pub v: f64,
    /// Share of texts whose found class has their gold class as its most frequent.
    pub purity: f64,
}

/// The agreement of two partitions of the same texts; perfect when there are none.
pub fn agreement(gold: &[usize], found: &[usize]) -> Agreement {
    let meetings = Meetings::new(gold, found);
    if gold.is_empty() {
        return Agreement { nmi: 1.0, ari: 1.0, homogeneity: 1.0, completeness: 1.0, v: 1.0, purity: 1.0 };
    }
    let (hg, hf) = (entropy(&meetings.gold, meetings.n), entropy(&meetings.found, meetings.n));
    let information = meetings.information();
    let ratio = |of: f64| if of > 0.0 { information / of } else { 1.0 };
    let (homogeneity, completeness) = (ratio(hg), ratio(hf));
    let v = match homogeneity + completeness {
        sum if sum > 0.0 => 2.0 * homogeneity * completeness / sum,
        _ => 0.0,
    };
    let ari = adjusted_rand(gold, found);
    Agreement { nmi: ratio((hg + hf) / 2.0), ari, homogeneity, completeness, v, purity: purity(&meetings) }
}

fn purity(meetings: &Meetings) -> f64 {
    let mut best: BTreeMap<usize, f64> = BTreeMap::new();
    for (&(_, found), &count) in &meetings.both {
        let most = best.entry(found).or_default();
        *most = most.max(count);
    }
    best.values().sum::<f64>() / meetings.n
}

/// The Rand index adjusted for chance: 1 for the same partition, about 0 for chance.
pub fn adjusted_rand(gold: &[usize], found: &[usize]) -> f64 {
    let meetings = Meetings::new(gold, found);
    let pairs = |n: f64| n * (n - 1.0) / 2.0;
    let both: f64 = meetings.both.values().map(|&n| pairs(n)).sum();
    let of_gold: f64 = meetings.gold.values().map(|&n| pairs(n)).sum();
    let of_found: f64 = meetings.found.values().map(|&n| pairs(n)).sum();
    let chance = of_gold * of_found / pairs(meetings.n).max(1.0);
    let most = (of_gold + of_found) / 2.0;
    if most == chance { 1.0 } else { (both - chance) / (most - chance) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_classes_under_other_names() {
        let found = agreement(&[0, 0, 1, 1, 2], &[5, 5, 3, 3, 9]);
        for score in [found.nmi, found.ari, found.homogeneity, found.completeness, found.v, found.purity] {
            assert!((score - 1.0).abs() < 1e-12, "{found:?}");
        }
    }

    #[test]
    fn a_case_worked_by_hand() {
        // Two gold classes of 3; found: {g g} {g h h h}. Pairs: 1 + 3 together in both, 6 in gold, 7 in found, 15 in all.
        let found = agreement(&[0, 0, 0, 1, 1, 1], &[0, 0, 1, 1, 1, 1]);
        let chance = 6.0 * 7.0 / 15.0;
        assert!((found.ari - (4.0 - chance) / (6.5 - chance)).abs() < 1e-12);
        assert!((found.purity - 5.0 / 6.0).abs() < 1e-12);
        assert!((found.nmi - found.v).abs() < 1e-12 && found.nmi > 0.0 && found.nmi < 1.0);
    }

    #[test]
    fn one_class_tells_nothing() {
        let found = agreement(&[0, 0, 1, 1], &[0, 0, 0, 0]);
        assert_eq!((found.ari, found.nmi), (0.0, 0.0));
    }
}
