//! The tree of themes.
//!
//! Leaves are joined from the closest up (Ward 1963, by their centres and sizes). Branches below the root, one a hue, are
//! taken where the next join would cost the most; a branch of few themes holds them directly, for people to read.

use ndarray::Array2;
use std::collections::BTreeMap;

/// The most branches below the root: there are so many hues.
pub(crate) const BRANCHES: usize = 8;
/// A node of so many themes holds them directly.
const DIRECT: usize = 4;

/// A node: its place and what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Node {
    /// The index of the node above, which stands before.
    pub parent: Option<usize>,
    /// The themes below, or the theme that it is.
    pub themes: Vec<usize>,
}

impl Node {
    /// The theme that a leaf is.
    pub fn leaf(&self) -> Option<usize> {
        (self.parent.is_some() && self.themes.len() == 1).then(|| self.themes[0])
    }
}

/// The tree over themes of these centres and sizes, the root first, each node after the one above it, the largest first.
/// `hues` holds those that themes keep from the run before: themes of one hue then share a branch. Returns the nodes, and
/// the hue of each.
pub(crate) fn tree(centres: &Array2<f64>, sizes: &[usize], hues: &[Option<u8>]) -> (Vec<Node>, Vec<u8>) {
    let all: Vec<usize> = (0..sizes.len()).collect();
    if all.is_empty() {
        return (Vec::new(), Vec::new());
    }
    let mut branches = match kept(centres, hues) {
        Some(branches) => branches,
        None => cut(centres, sizes, &all),
    };
    let size = |themes: &[usize]| themes.iter().map(|&theme| sizes[theme]).sum::<usize>();
    branches.sort_by_key(|themes| (std::cmp::Reverse(size(themes)), themes[0]));
    let colours = colours(&branches, hues);
    let mut nodes = vec![Node { parent: None, themes: all }];
    let mut worn = vec![0];
    for (themes, hue) in branches.into_iter().zip(colours) {
        grow(&mut nodes, 0, &themes, centres, sizes);
        worn.resize(nodes.len(), hue);
    }
    (nodes, worn)
}

/// Adds a node and all below it.
fn grow(nodes: &mut Vec<Node>, parent: usize, themes: &[usize], centres: &Array2<f64>, sizes: &[usize]) {
    let at = nodes.len();
    nodes.push(Node { parent: Some(parent), themes: themes.to_vec() });
    let below: Vec<Vec<usize>> = match themes.len() {
        1 => Vec::new(),
        few if few <= DIRECT => themes.iter().map(|&theme| vec![theme]).collect(),
        _ => joined(centres, sizes, themes, 2).0,
    };
    for themes in &below {
        grow(nodes, at, themes, centres, sizes);
    }
}

/// The branches below the root: from half as many as themes, at most eight, where a join more would cost the most against the
/// one before.
fn cut(centres: &Array2<f64>, sizes: &[usize], all: &[usize]) -> Vec<Vec<usize>> {
    if all.len() <= 3 {
        return all.iter().map(|&theme| vec![theme]).collect();
    }
    let (_, costs) = joined(centres, sizes, all, 1);
    // costs[i] is what it costs to go from `len - i` groups to one fewer.
    let gap = |groups: usize| {
        let next = all.len() - groups;
        costs[next] / costs[next - 1].max(f64::MIN_POSITIVE)
    };
    let least = 3.max(all.len().div_ceil(2)).min(BRANCHES);
    let most = (all.len() - 1).clamp(least, BRANCHES);
    let best = (least..=most).reduce(|best, next| if gap(next) > gap(best) { next } else { best });
    joined(centres, sizes, all, best.unwrap_or(least)).0
}

/// Joins the closest two until `groups` are left; the groups, and the cost of each join.
fn joined(
    centres: &Array2<f64>,
    sizes: &[usize],
    themes: &[usize],
    groups: usize,
) -> (Vec<Vec<usize>>, Vec<f64>) {
    let mut open: Vec<(Vec<usize>, f64, ndarray::Array1<f64>)> =
        themes.iter().map(|&t| (vec![t], sizes[t].max(1) as f64, centres.row(t).to_owned())).collect();
    let mut costs = Vec::new();
    while open.len() > groups.max(1) {
        let pairs = (0..open.len()).flat_map(|a| (a + 1..open.len()).map(move |b| (a, b)));
        let cost = |(a, b): (usize, usize)| {
            let ((_, m, x), (_, n, y)) = (&open[a], &open[b]);
            m * n / (m + n) * (x - y).mapv(|d| d * d).sum()
        };
        let least = pairs.map(|pair| (cost(pair), pair)).reduce(|l, n| if n.0 < l.0 { n } else { l });
        let Some((cost, (a, b))) = least else { break };
        costs.push(cost);
        let (themes, n, y) = open.remove(b);
        let (into, m, x) = &mut open[a];
        into.extend(themes);
        into.sort_unstable();
        *x = (&*x * *m + &y * n) / (*m + n);
        *m += n;
    }
    let mut groups: Vec<Vec<usize>> = open.into_iter().map(|(themes, _, _)| themes).collect();
    groups.sort();
    (groups, costs)
}

/// The branches of the run before; a theme that continues none joins the closest that does.
fn kept(centres: &Array2<f64>, hues: &[Option<u8>]) -> Option<Vec<Vec<usize>>> {
    let known: Vec<usize> = (0..hues.len()).filter(|&theme| hues[theme].is_some()).collect();
    let mut branches: BTreeMap<u8, Vec<usize>> = BTreeMap::new();
    for theme in 0..hues.len() {
        let far = |other: usize| (&centres.row(theme) - &centres.row(other)).mapv(|d| d * d).sum();
        let near = |best: usize, next: usize| -> usize { if far(next) < far(best) { next } else { best } };
        let from = if hues[theme].is_some() { theme } else { known.iter().copied().reduce(near)? };
        branches.entry(hues[from]?).or_default().push(theme);
    }
    (branches.len() > 1).then(|| branches.into_values().collect())
}

/// A hue for each branch: the one that its themes kept, else neighbouring ranks three apart on the wheel of eight.
fn colours(branches: &[Vec<usize>], hues: &[Option<u8>]) -> Vec<u8> {
    let each = branches.iter().enumerate();
    each.map(|(rank, themes)| {
        let kept = themes.iter().find_map(|&theme| hues[theme]);
        kept.unwrap_or((rank * 3 % BRANCHES) as u8)
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    fn centres() -> Array2<f64> {
        array![[1.0, 0.0], [0.9, 0.1], [0.0, 1.0], [0.1, 0.9], [-1.0, 0.0], [-0.9, 0.1]]
    }

    #[test]
    fn close_themes_share_a_branch() {
        let (nodes, hues) = tree(&centres(), &[9, 8, 7, 6, 5, 4], &[None; 6]);
        let below: Vec<&Vec<usize>> =
            nodes.iter().filter(|node| node.parent == Some(0)).map(|node| &node.themes).collect();
        assert_eq!(below, [&vec![0, 1], &vec![2, 3], &vec![4, 5]]);
        assert!(nodes.iter().enumerate().all(|(i, node)| node.parent.is_none_or(|above| above < i)));
        let mut leaves: Vec<usize> = nodes.iter().filter_map(Node::leaf).collect();
        leaves.sort_unstable();
        assert_eq!(leaves, [0, 1, 2, 3, 4, 5]);
        assert_eq!((hues[1], hues[2]), (0, 0));
    }

    #[test]
    fn hues_of_the_run_before_hold_branches_together() {
        let (nodes, hues) =
            tree(&centres(), &[9, 8, 7, 6, 5, 4], &[Some(5), Some(2), Some(2), None, None, Some(5)]);
        for (node, hue) in nodes.iter().zip(&hues).skip(1) {
            let wanted = if node.themes.iter().all(|theme| [1, 2, 3].contains(theme)) { 2 } else { 5 };
            assert_eq!(*hue, wanted, "{node:?}");
        }
    }

    #[test]
    fn one_theme_or_none() {
        assert!(tree(&Array2::zeros((0, 2)), &[], &[]).0.is_empty());
        let (nodes, _) = tree(&array![[1.0, 0.0]], &[3], &[None]);
        assert_eq!(nodes.len(), 2);
    }
}
