//! Where each node of the tree stands.

use domain::reading::TreePage;

use crate::french::{capital, count};
use crate::picture::caption::MARGIN;
use crate::picture::colours::{INK, SOFT};
use crate::picture::face::Face;
use crate::picture::svg::{Set, Svg};

/// The width of the picture.
pub(super) const WIDTH: f64 = 1_600.0;
/// The middle of the trunk.
pub(super) const TRUNK: f64 = WIDTH / 2.0;
/// From the trunk to the leaves.
const REACH: f64 = 400.0;
/// The blank between leaves and their names.
const BESIDE: f64 = 14.0;
/// The widest line of a leaf's name.
const NAME_WIDTH: f64 = TRUNK - REACH - MARGIN - 90.0;
/// The least height of a leaf with its name.
const ROW: f64 = 64.0;
/// The distance of two leaves of a crown.
const DOT: f64 = 3.6;
/// Leaves drawn in all, at most: beyond, each stands for several verbatims.
const DOTS: u32 = 6_000;
/// The bare foot of the trunk.
const FOOT: f64 = 60.0;
/// The blank between two branches of the trunk.
const BETWEEN: f64 = 24.0;

pub(super) const NAME: Set = Set { face: Face::Semibold, size: 20.0, colour: INK, halo: false };
pub(super) const COUNTS: Set = Set { face: Face::Sans, size: 14.5, colour: SOFT, halo: false };
pub(super) const LINE: f64 = 23.0;

/// A node on the picture.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    pub x: f64,
    pub y: f64,
    /// Where its lowest leaf begins.
    pub low: f64,
    /// -1 on the left of the trunk, 1 on its right.
    pub side: f64,
    /// The radius of a leaf's crown.
    pub crown: f64,
    /// The lines of a leaf's name, and its counts.
    pub name: Vec<String>,
    pub counts: String,
}

/// The whole picture.
pub(super) struct Plan {
    /// One a node, as in the page.
    pub spots: Vec<Spot>,
    /// The nodes below each.
    pub below: Vec<Vec<usize>>,
    /// Verbatims that one leaf stands for.
    pub dot: u32,
    /// The foot of the trunk.
    pub bottom: f64,
}

impl Plan {
    /// The place of each node under `top`.
    pub fn new(page: &TreePage, svg: &Svg, top: f64) -> Self {
        let dot = page.figures.in_themes.div_ceil(DOTS).max(1);
        let mut plan = Self { spots: spots(page, svg, dot), below: below(page), dot, bottom: top };
        let Some(branches) = plan.below.first().cloned() else { return plan };
        // From the foot up, the most shared first, each on the side where there is more room; heights from the foot.
        let mut heights = [FOOT, FOOT];
        for branch in branches {
            let right = usize::from(heights[1] <= heights[0]);
            plan.branch(branch, if right == 1 { 1.0 } else { -1.0 }, &mut heights[right]);
            heights[right] += BETWEEN;
        }
        plan.columns();
        let foot = top + heights[0].max(heights[1]) + 24.0;
        for spot in &mut plan.spots {
            spot.y = foot - spot.y;
            spot.low = foot - spot.low;
        }
        plan.spots[0].y = foot;
        plan.bottom = foot;
        plan
    }

    /// Gives a node and those below it their heights from the foot, from `height` on.
    fn branch(&mut self, node: usize, side: f64, height: &mut f64) {
        self.spots[node].side = side;
        self.spots[node].low = *height;
        if self.below[node].is_empty() {
            let spot = &mut self.spots[node];
            let text = spot.name.len() as f64 * LINE + LINE;
            let row = ROW.max(2.0 * spot.crown + 14.0).max(text + 16.0);
            spot.y = *height + row / 2.0;
            *height += row;
            return;
        }
        let below = self.below[node].clone();
        for &child in &below {
            self.branch(child, side, height);
        }
        // As low as the lowest below it, so that every branch rises.
        self.spots[node].y = below.iter().map(|&child| self.spots[child].y).fold(f64::INFINITY, f64::min);
    }

    /// Leaves stand in a column on each side; nodes between, by how many stand between them and the leaves.
    fn columns(&mut self) {
        for node in (1..self.spots.len()).rev() {
            let share = if self.below[node].is_empty() { 1.0 } else { 1.0 - 0.22 * self.height(node).sqrt() };
            self.spots[node].x = TRUNK + self.spots[node].side * REACH * share.max(0.3);
        }
        self.spots[0].x = TRUNK;
    }

    /// How many divisions there are below a node, on the longest way.
    fn height(&self, node: usize) -> f64 {
        self.below[node].iter().map(|&child| 1.0 + self.height(child)).fold(0.0, f64::max)
    }

    /// Where a leaf's name begins, away from the trunk.
    pub fn beside(spot: &Spot) -> f64 {
        spot.x + spot.side * (spot.crown + BESIDE)
    }

    /// Where a branch leaves the one above it: the trunk as low as its lowest leaf, any other at its node.
    pub fn root_of(&self, node: usize, parent: usize) -> (f64, f64) {
        if parent == 0 { (TRUNK, self.spots[node].low) } else { (self.spots[parent].x, self.spots[parent].y) }
    }
}

/// The distance from the middle of a crown to its leaf `i`.
pub(super) fn far(i: usize) -> f64 {
    DOT * (i as f64 + 0.5).sqrt()
}

fn spots(page: &TreePage, svg: &Svg, dot: u32) -> Vec<Spot> {
    let spot = |node: &domain::reading::TreeNode| {
        let leaf = node.theme.is_some();
        let label = svg.printable(&capital(&node.label));
        let name = if leaf { NAME.face.wrap(&label, NAME.size, NAME_WIDTH) } else { Vec::new() };
        let verbatims = count(node.verbatims, "verbatim", "verbatims");
        let counts = match node.signatories {
            0 => verbatims,
            signatories => format!("{} · {verbatims}", count(signatories, "signataire", "signataires")),
        };
        let crown = if leaf { far(node.verbatims.div_ceil(dot) as usize) + 3.0 } else { 0.0 };
        Spot { x: 0.0, y: 0.0, low: 0.0, side: 1.0, crown, name, counts }
    };
    page.nodes.iter().map(spot).collect()
}

/// The nodes below each, those that most people share first.
fn below(page: &TreePage) -> Vec<Vec<usize>> {
    let mut below = vec![Vec::new(); page.nodes.len()];
    for (index, node) in page.nodes.iter().enumerate() {
        if let Some(parent) = node.parent {
            below[parent as usize].push(index);
        }
    }
    for below in &mut below {
        below.sort_by_key(|&node: &usize| (std::cmp::Reverse(page.nodes[node].voices()), node));
    }
    below
}
