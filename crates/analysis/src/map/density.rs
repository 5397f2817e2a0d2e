//! How dense each theme's points are over the square.

use domain::analysis::Point;

/// Cells on each side, over the square and a border around it.
pub(super) const CELLS: usize = 112;
/// The border, in shares of the square.
const BORDER: f64 = 0.08;
/// Bandwidths, in shares of the square: a theme of few points is drawn with the widest.
const BANDWIDTH: (f64, f64) = (0.014, 0.032);

/// A number for each cell.
pub(super) type Grid = Vec<f64>;

/// The middle of a cell, or a place between two, on the square.
pub(super) fn on_square(cell: f64) -> f64 {
    (cell + 0.5) / CELLS as f64 * (1.0 + 2.0 * BORDER) - BORDER
}

/// Where the square's x or y falls among the middles of cells.
fn on_grid(x: f64) -> f64 {
    (x + BORDER) / (1.0 + 2.0 * BORDER) * CELLS as f64 - 0.5
}

/// The density of some points by a Gaussian kernel (Silverman, *Density estimation*, 1986), narrower the more there are.
pub(super) fn density(points: &[Point]) -> Grid {
    let mut grid = vec![0.0; CELLS * CELLS];
    for point in points {
        for (cell, share) in corners(*point) {
            grid[cell] += share;
        }
    }
    let width = BANDWIDTH.1 * (points.len().max(1) as f64 / 20.0).powf(-1.0 / 6.0);
    let width = width.clamp(BANDWIDTH.0, BANDWIDTH.1) / (1.0 + 2.0 * BORDER) * CELLS as f64;
    blur(&blur(&grid, width, 1, CELLS), width, CELLS, 1)
}

/// The density at a point.
pub(super) fn at(grid: &Grid, point: Point) -> f64 {
    corners(point).map(|(cell, share)| share * grid[cell]).iter().sum()
}

/// The four cells around a point, and its share in each.
fn corners(point: Point) -> [(usize, f64); 4] {
    let split = |x: f32| {
        let x = on_grid(f64::from(x)).clamp(0.0, (CELLS - 2) as f64);
        (x as usize, x.fract())
    };
    let ((x, dx), (y, dy)) = (split(point.x), split(point.y));
    let cell = y * CELLS + x;
    [
        (cell, (1.0 - dx) * (1.0 - dy)),
        (cell + 1, dx * (1.0 - dy)),
        (cell + CELLS, (1.0 - dx) * dy),
        (cell + CELLS + 1, dx * dy),
    ]
}

/// Each row of cells (`step` from one to the next, `jump` from row to row) smoothed by a Gaussian.
fn blur(grid: &Grid, width: f64, step: usize, jump: usize) -> Grid {
    let reach = (4.0 * width).ceil() as isize;
    let kernel: Vec<f64> = (-reach..=reach).map(|i| (-0.5 * (i as f64 / width).powi(2)).exp()).collect();
    let mut smooth = vec![0.0; grid.len()];
    for row in 0..CELLS {
        for cell in (0..CELLS).filter(|cell| grid[row * jump + cell * step] > 0.0) {
            let value = grid[row * jump + cell * step];
            for (offset, weight) in (-reach..=reach).zip(&kernel) {
                if let Some(to) = cell.checked_add_signed(offset).filter(|to| *to < CELLS) {
                    smooth[row * jump + to * step] += value * weight;
                }
            }
        }
    }
    smooth
}
