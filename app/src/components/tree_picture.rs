//! The tree as a picture: it lies on its side, the trunk at the left, each leaf the further right the fewer people share it.

use domain::reading::{TreeNode, TreePage};
use leptos::prelude::*;

use super::theme_tag::SHAPES;
use crate::text::number::count;
use crate::text::{theme, tree as text};

/// Width of the picture, in its own unit.
const WIDTH: f64 = 1100.0;
/// Height of a leaf's row.
const ROW: f64 = 34.0;
/// Room above the first row, for the ends of the scale.
const TOP: f64 = 30.0;
/// Where the most shared leaf stands, from the left.
const NEAR: f64 = 190.0;
/// Where the least shared one stands; its name follows.
const FAR: f64 = 640.0;
/// The thickest branch.
const THICK: f64 = 16.0;

/// Where a node stands.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Stand {
    x: f64,
    y: f64,
    /// Levels below it.
    height: u32,
    /// The leftmost leaf below it.
    near: f64,
}

/// Whether a node is the leaf of the theme where whoever asks is, by its rank.
pub fn is_here(node: &TreeNode, here: Option<u32>) -> bool {
    node.theme.as_ref().is_some_and(|line| Some(line.tag.rank) == here)
}

/// The picture; nothing without leaves. The same is said in words beside it. `here` marks the leaf of that rank.
pub fn tree_picture(page: &TreePage, here: Option<u32>) -> AnyView {
    let order = order(&page.nodes);
    let leaves = page.nodes.iter().filter(|node| node.theme.is_some()).count();
    if leaves == 0 {
        return ().into_any();
    }
    let stands = stands(&page.nodes, &order);
    let height = TOP + ROW * to_f64(leaves);
    let whole = page.nodes.iter().map(TreeNode::voices).max().unwrap_or(1);
    let branches = order.iter().filter_map(|at| branch(&page.nodes, &stands, *at, whole)).collect_view();
    let leaf = |at: &usize| {
        let node = &page.nodes[*at];
        node.theme.is_some().then(|| leaf(node, stands[*at], is_here(node, here)))
    };
    let leaves_drawn = order.iter().filter_map(leaf).collect_view();
    let label = text::label(u32::try_from(leaves).unwrap_or(u32::MAX));
    view! {
        <svg class="tree-picture" role="img" aria-label=label viewBox=format!("0 0 {WIDTH} {height}")>
            <text class="tree-end" x=format!("{NEAR}") y="14" text-anchor="middle">{text::SHARED}</text>
            <text class="tree-end" x=format!("{FAR}") y="14" text-anchor="middle">{text::PARTICULAR}</text>
            <path class="tree-scale" d=format!("M{} 10H{}", NEAR + 70.0, FAR - 76.0)></path>
            {branches}
            {leaves_drawn}
        </svg>
    }
    .into_any()
}

/// Children of each node, the most shared first.
pub fn children(nodes: &[TreeNode], at: usize) -> Vec<usize> {
    let mut below: Vec<usize> = (at + 1..nodes.len())
        .filter(|child| nodes[*child].parent.is_some_and(|parent| parent as usize == at))
        .collect();
    below.sort_by_key(|child| (std::cmp::Reverse(nodes[*child].voices()), *child));
    below
}

/// Every node, each before what is below it, the most shared first: rows that branches don't cross.
fn order(nodes: &[TreeNode]) -> Vec<usize> {
    fn walk(nodes: &[TreeNode], at: usize, order: &mut Vec<usize>) {
        order.push(at);
        for child in children(nodes, at) {
            walk(nodes, child, order);
        }
    }
    let mut order = Vec::with_capacity(nodes.len());
    if !nodes.is_empty() {
        walk(nodes, 0, &mut order);
    }
    order
}

/// Leaves by how many people share them, then nodes between what is above and what is below.
fn stands(nodes: &[TreeNode], order: &[usize]) -> Vec<Stand> {
    let mut stands = vec![Stand::default(); nodes.len()];
    let shares = || nodes.iter().filter(|node| node.theme.is_some()).map(|node| f64::from(node.voices()));
    let (most, least) = (shares().fold(0.0, f64::max), shares().fold(f64::INFINITY, f64::min));
    let mut row = 0.0;
    for &at in order.iter().filter(|at| nodes[**at].theme.is_some()) {
        let particular =
            if most > least { (most - f64::from(nodes[at].voices())) / (most - least) } else { 0.0 };
        let x = NEAR + (FAR - NEAR) * particular;
        stands[at] = Stand { x, y: TOP + ROW * (row + 0.5), height: 0, near: x };
        row += 1.0;
    }
    for &at in order.iter().rev() {
        let below: Vec<Stand> = children(nodes, at).into_iter().map(|child| stands[child]).collect();
        if let (Some(first), Some(last)) = (below.first(), below.last()) {
            let near = below.iter().map(|stand| stand.near).fold(f64::INFINITY, f64::min);
            let height = 1 + below.iter().map(|stand| stand.height).max().unwrap_or(0);
            stands[at] = Stand { x: 0.0, y: f64::midpoint(first.y, last.y), height, near };
        }
    }
    // From the trunk on: part of the way that is left to the nearest leaf below.
    for &at in order.iter().filter(|at| nodes[**at].theme.is_none()) {
        let above = nodes[at].parent.map_or(0.0, |parent| stands[parent as usize].x);
        let stand = stands[at];
        stands[at].x = if nodes[at].parent.is_none() {
            NEAR * 0.25
        } else {
            above + (stand.near - 14.0 - above) / f64::from(stand.height + 1)
        };
    }
    stands
}

fn branch(nodes: &[TreeNode], stands: &[Stand], at: usize, whole: u32) -> Option<AnyView> {
    let (node, to) = (&nodes[at], stands[at]);
    let from = match node.parent {
        Some(parent) => *stands.get(parent as usize)?,
        None => Stand { x: 0.0, y: to.y, ..to },
    };
    let width = (THICK * f64::from(node.voices()) / f64::from(whole.max(1))).max(1.5);
    let bend = f64::midpoint(from.x, to.x);
    let path = format!(
        "M{:.0} {:.0}C{bend:.0} {:.0} {bend:.0} {:.0} {:.0} {:.0}",
        from.x, from.y, from.y, to.y, to.x, to.y
    );
    // The trunk belongs to no theme.
    let class = if node.parent.is_none() {
        "tree-branch".to_owned()
    } else {
        format!("tree-branch hue-{}", node.hue % 8)
    };
    Some(view! { <path class=class d=path stroke-width=format!("{width:.1}")></path> }.into_any())
}

fn leaf(node: &TreeNode, stand: Stand, here: bool) -> AnyView {
    let place = format!("translate({:.0} {:.0})", stand.x - 8.0, stand.y - 8.0);
    let mark = here.then(|| view! { <circle class="here-ring" cx="8" cy="8" r="14"></circle> });
    let words =
        here.then(|| view! { <tspan class="here-name" dx="12">{format!("◀ {}", text::HERE)}</tspan> });
    view! {
        <g transform=place>
            {mark}
            <path class=format!("tree-leaf hue-{}", node.hue % 8) transform="scale(1.34)" d=SHAPES[usize::from(node.hue % 8)]></path>
            <text class="tree-name" x="26" y="13">
                {theme::label(&node.label)}<tspan class="tree-size" dx="9">{voices(node)}</tspan>{words}
            </text>
        </g>
    }
    .into_any()
}

#[expect(clippy::cast_precision_loss, reason = "a count of leaves")]
fn to_f64(n: usize) -> f64 {
    n as f64
}

fn voices(node: &TreeNode) -> String {
    match node.signatories {
        0 => count::verbatims(node.verbatims),
        signatories => count::signatories(signatories),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::reading::{ThemeLine, ThemeTag};
    use proptest::prelude::*;

    /// Any tree: each node below an earlier one; those with nothing below are leaves.
    fn tree() -> impl Strategy<Value = Vec<TreeNode>> {
        prop::collection::vec((0..1000u32, 1..300u32), 1..40).prop_map(|all| {
            let parents: Vec<Option<u32>> =
                (0u32..).zip(&all).map(|(at, (any, _))| (at > 0).then(|| any % at.max(1))).collect();
            let line = |rank: u32| ThemeLine {
                tag: ThemeTag { rank, label: "thème".into(), hue: 1 },
                verbatims: 1,
                contributions: 1,
                signatories: 1,
                words: vec![],
                voice: None,
            };
            let node = |(at, (_, signatories)): (u32, &(u32, u32))| TreeNode {
                parent: parents[at as usize],
                theme: (!parents.contains(&Some(at))).then(|| line(at)),
                label: "thème".into(),
                hue: 1,
                verbatims: 1,
                signatories: *signatories,
            };
            (0..).zip(&all).map(node).collect()
        })
    }

    proptest! {
        #[test]
        fn leaves_have_a_row_each_and_no_branch_goes_back(nodes in tree()) {
            let order = order(&nodes);
            prop_assert_eq!(order.len(), nodes.len());
            let stands = stands(&nodes, &order);
            let mut rows: Vec<f64> = (0..nodes.len()).filter(|at| nodes[*at].theme.is_some()).map(|at| stands[at].y).collect();
            rows.sort_by(f64::total_cmp);
            prop_assert!(rows.windows(2).all(|pair| pair[1] - pair[0] >= ROW - 1e-9));
            for (at, node) in nodes.iter().enumerate() {
                if let Some(parent) = node.parent {
                    prop_assert!(stands[at].x > stands[parent as usize].x, "{:?} under {:?}", stands[at], stands[parent as usize]);
                }
            }
        }

        #[test]
        fn the_more_people_share_a_leaf_the_nearer_it_is_to_the_trunk(nodes in tree()) {
            let stands = stands(&nodes, &order(&nodes));
            let leaves: Vec<usize> = (0..nodes.len()).filter(|at| nodes[*at].theme.is_some()).collect();
            for one in &leaves {
                for other in &leaves {
                    if nodes[*one].signatories > nodes[*other].signatories {
                        prop_assert!(stands[*one].x < stands[*other].x);
                    }
                }
            }
        }
    }
}
