//! Barnes and Hut's tree: far points push together (*A hierarchical O(N log N) force-calculation algorithm*, Nature 324, 1986;
//! for t-SNE, van der Maaten, JMLR 15, 2014).

use rayon::prelude::*;

use super::At;

/// A cell counts as one point when its side is under this share of its distance. Under √½ no cell swallows its own points.
const ANGLE: f64 = 0.65;
/// Points of a leaf, which are counted one by one.
const LEAF: usize = 4;
/// Halvings of the square on each axis; points that no halving tells apart count as one.
const DEPTH: u32 = 16;
/// Points that one thread takes at least.
const BATCH: usize = 128;

/// A cell, followed by those within it.
struct Cell {
    x: f64,
    y: f64,
    points: f64,
    /// The square of its side over the square of [`ANGLE`]: farther than that, it counts as one point.
    reach: f64,
    /// The first cell that isn't within this one.
    next: u32,
    /// The points of a leaf, in the tree's order; empty for a cell that is divided.
    from: u32,
    to: u32,
}

/// Points by cells.
pub(super) struct Quadtree {
    cells: Vec<Cell>,
    /// The points by the tree's order: which, and where.
    order: Vec<u32>,
    places: Vec<At>,
}

/// What pushes a point: the sum of q² times the way to the others, and the sum of q, q being 1 / (1 + d²).
#[derive(Clone, Copy, Default)]
pub(super) struct Push {
    pub x: f64,
    pub y: f64,
    pub sum: f64,
}

impl Push {
    fn add(&mut self, dx: f64, dy: f64, square: f64, points: f64) {
        let q = 1.0 / (1.0 + square);
        let times = points * q;
        self.sum += times;
        let force = times * q;
        self.x += force * dx;
        self.y += force * dy;
    }
}

impl Quadtree {
    /// The tree of the points.
    pub fn new(points: &[At]) -> Self {
        let (corner, side) = square(points);
        let scale = f64::from(1_u32 << DEPTH) / side;
        let mut keys: Vec<u64> = points
            .par_iter()
            .with_min_len(2048)
            .enumerate()
            .map(|(index, at)| {
                let cell = |axis: usize| ((at[axis] - corner[axis]) * scale) as u32;
                u64::from(interleave(cell(0)) | interleave(cell(1)) << 1) << 32 | index as u64
            })
            .collect();
        keys.sort_unstable();
        let order: Vec<u32> = keys.iter().map(|key| *key as u32).collect();
        let places: Vec<At> = order.iter().map(|&index| points[index as usize]).collect();
        let codes: Vec<u32> = keys.iter().map(|key| (key >> 32) as u32).collect();
        let mut tree = Self { cells: Vec::with_capacity(points.len()), order, places };
        if !points.is_empty() {
            tree.divide(&codes, 0, points.len(), side / ANGLE);
        }
        tree
    }

    /// Adds the cell of the points from `from` to `to`, whose codes share their first halvings, and those within it.
    fn divide(&mut self, codes: &[u32], from: usize, to: usize, side: f64) {
        // The halving that tells the first point from the last: cells that hold all of both are passed over.
        let depth = (codes[from] ^ codes[to - 1]).leading_zeros() / 2;
        let reach = side / f64::from(1_u32 << depth.min(DEPTH));
        let index = self.cells.len();
        let leaf = to - from <= LEAF || depth >= DEPTH;
        let (x, y) = self.places[from..to].iter().fold((0.0, 0.0), |sum, at| (sum.0 + at[0], sum.1 + at[1]));
        let points = (to - from) as f64;
        let (first, last) = if leaf { (from as u32, to as u32) } else { (0, 0) };
        let cell = Cell {
            x: x / points,
            y: y / points,
            points,
            reach: reach * reach,
            next: 0,
            from: first,
            to: last,
        };
        self.cells.push(cell);
        if !leaf {
            let shift = 30 - 2 * depth;
            let mut start = from;
            while start < to {
                let quarter = codes[start] >> shift;
                let end = start + codes[start..to].partition_point(|code| code >> shift == quarter);
                self.divide(codes, start, end, side);
                start = end;
            }
        }
        self.cells[index].next = self.cells.len() as u32;
    }

    /// What pushes each point, by its index, and the sum of all q: Z of t-SNE.
    pub fn pushes(&self) -> (Vec<Push>, f64) {
        let found: Vec<Push> =
            (0..self.places.len()).into_par_iter().with_min_len(BATCH).map(|at| self.push(at)).collect();
        let sum = found.iter().map(|push| push.sum).sum();
        let mut pushes = vec![Push::default(); found.len()];
        for (&index, push) in self.order.iter().zip(found) {
            pushes[index as usize] = push;
        }
        (pushes, sum)
    }

    fn push(&self, at: usize) -> Push {
        let [x, y] = self.places[at];
        let mut push = Push::default();
        let mut index = 0;
        while let Some(cell) = self.cells.get(index) {
            let (dx, dy) = (x - cell.x, y - cell.y);
            let square = dx * dx + dy * dy;
            if cell.reach < square {
                push.add(dx, dy, square, cell.points);
                index = cell.next as usize;
            } else {
                self.push_leaf(cell, at, &mut push);
                index += 1;
            }
        }
        push
    }

    fn push_leaf(&self, cell: &Cell, at: usize, push: &mut Push) {
        let [x, y] = self.places[at];
        let (from, to) = (cell.from as usize, cell.to as usize);
        if to - from > LEAF {
            // All but in one place: its own share of the weight is taken off.
            let own = if (from..to).contains(&at) { 1.0 } else { 0.0 };
            let (dx, dy) = (x - cell.x, y - cell.y);
            push.add(dx, dy, dx * dx + dy * dy, cell.points - own);
            return;
        }
        for (other, place) in self.places[from..to].iter().enumerate() {
            if from + other != at {
                let (dx, dy) = (x - place[0], y - place[1]);
                push.add(dx, dy, dx * dx + dy * dy, 1.0);
            }
        }
    }
}

/// The smallest square around the points, a little enlarged: its corner and its side.
fn square(points: &[At]) -> (At, f64) {
    let mut low = [f64::INFINITY; 2];
    let mut high = [f64::NEG_INFINITY; 2];
    for at in points {
        for axis in 0..2 {
            low[axis] = low[axis].min(at[axis]);
            high[axis] = high[axis].max(at[axis]);
        }
    }
    let side = (high[0] - low[0]).max(high[1] - low[1]).max(1e-9);
    (low, side * (1.0 + 1e-6))
}

/// The bits of a number of 16, a zero before each.
fn interleave(mut bits: u32) -> u32 {
    bits &= 0xFFFF;
    bits = (bits | bits << 8) & 0x00FF_00FF;
    bits = (bits | bits << 4) & 0x0F0F_0F0F;
    bits = (bits | bits << 2) & 0x3333_3333;
    (bits | bits << 1) & 0x5555_5555
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Points along a spiral, the last ones all in one place.
    fn points() -> Vec<At> {
        let spiral = (0..400_u32).map(|i| {
            let (turn, far) = (2.4 * f64::from(i), f64::from(i).sqrt());
            [far * turn.cos(), far * turn.sin()]
        });
        spiral.chain([[3.0, 4.0]; 20]).collect()
    }

    #[test]
    fn far_points_push_together_as_they_would_one_by_one() {
        let points = points();
        let (pushes, sum) = Quadtree::new(&points).pushes();
        let mut exact = 0.0;
        for (i, at) in points.iter().enumerate() {
            let mut push = Push::default();
            for (_, other) in points.iter().enumerate().filter(|(j, _)| *j != i) {
                let (dx, dy) = (at[0] - other[0], at[1] - other[1]);
                push.add(dx, dy, dx * dx + dy * dy, 1.0);
            }
            exact += push.sum;
            let off = (push.x - pushes[i].x).hypot(push.y - pushes[i].y);
            assert!(off < 0.12, "point {i}: off by {off} of {}", push.x.hypot(push.y));
        }
        assert!((sum / exact - 1.0).abs() < 0.02, "{sum} {exact}");
    }

    #[test]
    fn nothing_and_one_point_push_nothing() {
        assert_eq!(Quadtree::new(&[]).pushes().0.len(), 0);
        let (pushes, sum) = Quadtree::new(&[[1.0, 2.0]]).pushes();
        assert!(pushes[0].x == 0.0 && sum == 0.0);
    }
}
