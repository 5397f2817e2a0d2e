//! The lines along which a grid is zero: marching squares (Lorensen and Cline's idea on a plane).

use super::At;
use super::density::{CELLS, Grid, on_square};

/// A side of a cell's square: its first corner, and whether it goes down rather than right.
type Side = (usize, bool);

/// The outlines of what is positive, on the square, closed by going back to their first point; holes are left out. The
/// cells of the grid's edge count as negative.
pub(super) fn outlines(grid: &Grid) -> Vec<Vec<At>> {
    let inside = |cell: usize| {
        let (x, y) = (cell % CELLS, cell / CELLS);
        x > 0 && y > 0 && x < CELLS - 1 && y < CELLS - 1 && grid[cell] > 0.0
    };
    // After which side an outline goes on by which other, what is positive on its right.
    let mut next: Vec<[Option<Side>; 2]> = vec![[None; 2]; grid.len()];
    for y in 0..CELLS - 1 {
        for x in 0..CELLS - 1 {
            for (from, to) in links(y * CELLS + x, inside) {
                next[from.0][usize::from(from.1)] = Some(to);
            }
        }
    }
    let mut found = Vec::new();
    for cell in 0..grid.len() {
        for down in [false, true] {
            let mut outline = Vec::new();
            let mut side = (cell, down);
            while let Some(to) = next[side.0][usize::from(side.1)].take() {
                outline.push(crossing(grid, side, inside));
                side = to;
            }
            if outline.len() > 2 && area(&outline) > 0.0 {
                found.push(outline);
            }
        }
    }
    found
}

/// How outlines cross the square whose first corner is `cell`: in by one side, out by another. Where two corners across
/// from each other are positive, they are kept apart.
fn links(cell: usize, inside: impl Fn(usize) -> bool) -> Vec<(Side, Side)> {
    let corners = [cell, cell + 1, cell + CELLS + 1, cell + CELLS];
    // The side between each corner and the next.
    let sides: [Side; 4] = [(cell, false), (cell + 1, true), (cell + CELLS, false), (cell, true)];
    let is = corners.map(inside);
    let mut links = Vec::new();
    for i in 0..4 {
        // Out of the positive corners where they end, back in where they began.
        if is[i] && !is[(i + 1) % 4] {
            let back = (1..4).map(|by| (i + 4 - by) % 4).find(|&j| !is[j] && is[(j + 1) % 4]);
            links.extend(back.map(|j| (sides[i], sides[j])));
        }
    }
    links
}

/// Where the grid is zero on a side.
fn crossing(grid: &Grid, (cell, down): Side, inside: impl Fn(usize) -> bool) -> At {
    let other = if down { cell + CELLS } else { cell + 1 };
    let (a, b) = (grid[cell], grid[other]);
    // On the edge of the grid a positive cell counts as negative: the line passes midway.
    let share = if inside(cell) != inside(other) && (a > 0.0) != (b > 0.0) { a / (a - b) } else { 0.5 };
    let (x, y) = ((cell % CELLS) as f64, (cell / CELLS) as f64);
    if down { [on_square(x), on_square(y + share)] } else { [on_square(x + share), on_square(y)] }
}

/// Twice the area, positive when what is within was positive.
pub(super) fn area(outline: &[At]) -> f64 {
    let next = outline.iter().cycle().skip(1);
    outline.iter().zip(next).map(|(a, b)| a[0] * b[1] - b[0] * a[1]).sum::<f64>()
}

/// Whether a closed outline holds a place.
pub(super) fn holds(outline: &[At], at: At) -> bool {
    let next = outline.iter().cycle().skip(1);
    let crossed = outline.iter().zip(next).filter(|(a, b)| {
        (a[1] > at[1]) != (b[1] > at[1]) && at[0] < a[0] + (at[1] - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
    });
    crossed.count() % 2 == 1
}

/// A closed outline with its corners rounded, and as few points as follow it within `error` (Douglas and Peucker, 1973).
pub(super) fn simplify(outline: &[At], error: f64) -> Vec<At> {
    let n = outline.len();
    let smooth: Vec<At> = (0..n)
        .map(|i| {
            let [a, b, c] = [outline[(i + n - 1) % n], outline[i], outline[(i + 1) % n]];
            [(a[0] + 2.0 * b[0] + c[0]) / 4.0, (a[1] + 2.0 * b[1] + c[1]) / 4.0]
        })
        .collect();
    // Two points that surely stay: the first, and the farthest from it.
    let far =
        (0..n).max_by(|&a, &b| distance(smooth[a], smooth[0]).total_cmp(&distance(smooth[b], smooth[0])));
    let far = far.unwrap_or_default();
    let mut closed = smooth.clone();
    closed.push(smooth[0]);
    let mut kept = vec![smooth[0]];
    follow(&closed[..=far], error, &mut kept);
    follow(&closed[far..], error, &mut kept);
    kept.pop();
    kept
}

/// Adds the points of a line but for its first.
fn follow(line: &[At], error: f64, kept: &mut Vec<At>) {
    let (Some(&first), Some(&last)) = (line.first(), line.last()) else { return };
    let off = |at: At| {
        let length = distance(first, last);
        if length < 1e-12 {
            return distance(first, at);
        }
        ((last[0] - first[0]) * (first[1] - at[1]) - (first[0] - at[0]) * (last[1] - first[1])).abs() / length
    };
    let worst = (1..line.len().saturating_sub(1)).max_by(|&a, &b| off(line[a]).total_cmp(&off(line[b])));
    match worst.filter(|&at| off(line[at]) > error) {
        Some(at) => {
            follow(&line[..=at], error, kept);
            follow(&line[at..], error, kept);
        }
        None => kept.push(last),
    }
}

fn distance(a: At, b: At) -> f64 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}
