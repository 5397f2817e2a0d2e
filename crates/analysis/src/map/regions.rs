//! Each theme's part of the map.

use domain::analysis::{Point, Region};
use rayon::prelude::*;

use super::At;
use super::contour::{area, holds, outlines, simplify};
use super::density::{self, CELLS, Grid, on_square};

/// The share of a theme's points that its outlines leave out, where they are sparsest.
const SPARSE: f64 = 0.12;
/// The least share of its points that one of several outlines holds.
const ISLE: f64 = 0.15;
/// How far an outline may run beside the true one.
const ERROR: f64 = 0.001;
/// The radius of a theme whose points lie where others are denser.
const SPOT: f64 = 0.016;

/// The region of each theme; none for a theme without a point.
pub(crate) fn regions(points: &[Point], theme_of: &[Option<usize>], themes: usize) -> Vec<Option<Region>> {
    let mut own = vec![Vec::new(); themes];
    for (&point, theme) in points.iter().zip(theme_of) {
        if let Some(theme) = *theme {
            own[theme].push(point);
        }
    }
    let grids: Vec<Grid> = own.par_iter().map(|own| density::density(own)).collect();
    let (most, second) = two_densest(&grids);
    let region = |(own, grid): (&Vec<Point>, &Grid)| {
        let floor = floor(own, grid)?;
        let rival = |cell: usize| if grid[cell] < most[cell] { most[cell] } else { second[cell] };
        let margin: Grid =
            (0..grid.len()).map(|cell| grid[cell].max(1e-12).ln() - rival(cell).max(floor).ln()).collect();
        Some(region(own, grid, &margin))
    };
    own.par_iter().zip(&grids).map(region).collect()
}

/// The largest and second largest density of each cell.
fn two_densest(grids: &[Grid]) -> (Grid, Grid) {
    let (mut most, mut second) = (vec![0.0; CELLS * CELLS], vec![0.0; CELLS * CELLS]);
    for grid in grids {
        for (cell, &value) in grid.iter().enumerate() {
            second[cell] = f64::max(second[cell], value.min(most[cell]));
            most[cell] = f64::max(most[cell], value);
        }
    }
    (most, second)
}

/// The density that all but the sparsest points have; none without points.
fn floor(own: &[Point], grid: &Grid) -> Option<f64> {
    let mut found: Vec<f64> = own.iter().map(|&point| density::at(grid, point)).collect();
    found.sort_by(f64::total_cmp);
    let at = (SPARSE * found.len() as f64) as usize;
    // A point that stands alone is at its own summit: the outline goes round it.
    found.get(at).map(|floor| (0.7 * floor).max(1e-12))
}

/// The region where the margin is positive: in the isle that holds the densest spot, and those that hold enough points.
fn region(own: &[Point], grid: &Grid, margin: &Grid) -> Region {
    let inside = (0..grid.len()).filter(|&cell| margin[cell] > 0.0);
    let densest = inside.max_by(|&a, &b| grid[a].total_cmp(&grid[b]).then(b.cmp(&a)));
    let all = outlines(margin);
    let Some((anchor, all)) = densest.map(|cell| (spot(cell), all)).filter(|(_, all)| !all.is_empty()) else {
        return around(middle(own));
    };
    let held = |outline: &Vec<At>| own.iter().filter(|point| holds(outline, at(**point))).count();
    let least = (ISLE * own.len() as f64).max(1.0);
    let mut isles: Vec<Vec<At>> =
        all.into_iter().filter(|isle| holds(isle, anchor) || held(isle) as f64 >= least).collect();
    isles.sort_by(|a, b| area(b).total_cmp(&area(a)));
    let outlines: Vec<Vec<Point>> = isles.iter().map(|isle| rounded(&simplify(isle, ERROR))).collect();
    if outlines.iter().all(Vec::is_empty) {
        return around(middle(own));
    }
    Region { anchor: point(anchor), outlines }
}

fn spot(cell: usize) -> At {
    [on_square((cell % CELLS) as f64), on_square((cell / CELLS) as f64)]
}

fn at(point: Point) -> At {
    [f64::from(point.x), f64::from(point.y)]
}

/// The point closest to the mean of all: it is one of them.
fn middle(own: &[Point]) -> At {
    let mean = super::start::mean(own.iter().map(|&point| (at(point), 1.0))).unwrap_or([0.5, 0.5]);
    let far = |p: &At| (p[0] - mean[0]).hypot(p[1] - mean[1]);
    own.iter().map(|&point| at(point)).min_by(|a, b| far(a).total_cmp(&far(b))).unwrap_or(mean)
}

/// A small disc.
fn around([x, y]: At) -> Region {
    let turn = |i: u32| std::f64::consts::TAU * f64::from(i) / 12.0;
    let disc: Vec<At> = (0..12).map(|i| [x + SPOT * turn(i).cos(), y + SPOT * turn(i).sin()]).collect();
    Region { anchor: point([x, y]), outlines: vec![rounded(&disc)] }
}

fn rounded(outline: &[At]) -> Vec<Point> {
    let mut points: Vec<Point> = outline.iter().map(|&at| point(at)).collect();
    points.dedup();
    points
}

/// On the square, to three decimals: a thousandth of its side.
fn point([x, y]: At) -> Point {
    let round = |x: f64| ((x.clamp(0.0, 1.0) * 1_000.0).round() / 1_000.0) as f32;
    Point { x: round(x), y: round(y) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn disc(x: f64, y: f64, radius: f64, count: usize) -> Vec<Point> {
        let off = (0..count).map(|i| super::super::start::spiral(i, count, radius, 0));
        off.map(|[dx, dy]| Point { x: (x + dx) as f32, y: (y + dy) as f32 }).collect()
    }

    fn holds_anchor(region: &Region) -> bool {
        region.outlines.iter().any(|outline| {
            let line: Vec<At> = outline.iter().map(|&point| at(point)).collect();
            line.len() > 2 && holds(&line, at(region.anchor))
        })
    }

    #[test]
    fn two_discs_are_two_regions_and_each_holds_its_own() {
        let points: Vec<Point> = [disc(0.3, 0.3, 0.2, 200), disc(0.7, 0.7, 0.2, 150)].concat();
        let theme_of: Vec<Option<usize>> = (0..350).map(|i| Some(usize::from(i >= 200))).collect();
        let found = regions(&points, &theme_of, 3);
        assert!(found[2].is_none());
        let lines: Vec<Vec<At>> = found
            .iter()
            .flatten()
            .map(|region| {
                assert!(holds_anchor(region) && region.outlines.len() == 1, "{region:?}");
                assert!(region.outlines[0].len() < 60, "{}", region.outlines[0].len());
                region.outlines[0].iter().map(|&point| at(point)).collect()
            })
            .collect();
        let held = |theme: usize, line: usize| {
            (0..350).filter(|&i| theme_of[i] == Some(theme) && holds(&lines[line], at(points[i]))).count()
        };
        assert!(held(0, 0) > 170 && held(1, 1) > 120, "{} {}", held(0, 0), held(1, 1));
        assert!(held(0, 1) == 0 && held(1, 0) == 0);
    }

    #[test]
    fn few_points_or_one_place_make_a_region_too() {
        for count in 1..5 {
            for points in [disc(0.0, 1.0, 0.0, count), disc(0.5, 0.5, 0.3, count)] {
                let found = regions(&points, &vec![Some(0); count], 1);
                let region = found[0].as_ref().unwrap();
                assert!(holds_anchor(region) || region.anchor.x == 0.0, "{region:?}");
                assert!(region.outlines.iter().all(|outline| outline.len() >= 3), "{region:?}");
            }
        }
        // Two themes in one place: neither dominates, both are shown.
        let found = regions(&disc(0.4, 0.4, 0.0, 4), &[Some(0), Some(1), Some(0), Some(1)], 2);
        assert!(found.iter().flatten().all(holds_anchor) && found.iter().flatten().count() == 2);
    }

    #[test]
    fn outlines_are_on_the_square_and_short() {
        let points: Vec<Point> =
            (0..9).flat_map(|i| disc(f64::from(i % 3) * 0.5, f64::from(i / 3) * 0.5, 0.12, 80)).collect();
        let points: Vec<Point> =
            points.iter().map(|p| Point { x: p.x.clamp(0.0, 1.0), y: p.y.clamp(0.0, 1.0) }).collect();
        let theme_of: Vec<Option<usize>> = (0..720).map(|i| Some(i / 80)).collect();
        for region in regions(&points, &theme_of, 9).iter().flatten() {
            for point in region.outlines.iter().flatten().chain([&region.anchor]) {
                assert!((0.0..=1.0).contains(&point.x) && (0.0..=1.0).contains(&point.y));
                assert!((point.x * 1_000.0 - (point.x * 1_000.0).round()).abs() < 1e-3);
            }
            assert!(region.outlines.iter().map(Vec::len).sum::<usize>() < 80);
        }
    }
}
