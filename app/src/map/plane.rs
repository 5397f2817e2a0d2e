//! Points among one another: which is under a finger, which is next in a direction.

use domain::analysis::Point;
use domain::reading::MapPoint;

/// Where an arrow key leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// ←
    Left,
    /// →
    Right,
    /// ↑
    Up,
    /// ↓
    Down,
}

impl Direction {
    /// How far `by` leads this way, and how far aside.
    fn split(self, x: f64, y: f64) -> (f64, f64) {
        match self {
            Self::Left => (-x, y.abs()),
            Self::Right => (x, y.abs()),
            Self::Up => (-y, x.abs()),
            Self::Down => (y, x.abs()),
        }
    }

    /// Whether points at the same place are walked in their order, or the other way.
    fn forward(self) -> bool {
        matches!(self, Self::Right | Self::Down)
    }
}

/// The point nearest to a place of the map, no further than `within`; those that `keeps` refuses are not there.
pub fn nearest(points: &[MapPoint], keeps: &[bool], (x, y): (f64, f64), within: f64) -> Option<usize> {
    let distance = |of: &MapPoint| length(f64::from(of.point.x) - x, f64::from(of.point.y) - y);
    kept(points, keeps)
        .map(|(at, of)| (at, distance(of)))
        .filter(|(_, far)| *far <= within)
        .min_by(|one, other| one.1.total_cmp(&other.1))
        .map(|(at, _)| at)
}

/// The next point in a direction: the nearest within a quarter turn, else the one least aside that lies that way at all.
/// Points at one and the same place are walked through in their order first.
pub fn toward(points: &[MapPoint], keeps: &[bool], from: usize, way: Direction) -> Option<usize> {
    let here = points.get(from)?.point;
    let forward = way.forward();
    let same = |of: &MapPoint| of.point == here;
    let twins = kept(points, keeps).filter(|(_, of)| same(of)).map(|(at, _)| at);
    let twin =
        if forward { twins.filter(|at| *at > from).min() } else { twins.filter(|at| *at < from).max() };
    twin.or_else(|| {
        let there = kept(points, keeps).filter(|(_, of)| !same(of)).filter_map(|(at, of)| {
            let (along, aside) = lead(here, of.point, way);
            (along > 0.0).then(|| (at, along, aside, points[at].point))
        });
        let cost = |along: f64, aside: f64| {
            if aside <= along { (0, length(along, aside)) } else { (1, along + 3.0 * aside) }
        };
        let best = there.min_by(|one, other| {
            let (ring, far) = cost(one.1, one.2);
            let (other_ring, other_far) = cost(other.1, other.2);
            ring.cmp(&other_ring).then(far.total_cmp(&other_far))
        })?;
        // One enters a pile of points at the end that the walk goes through it from.
        let pile = kept(points, keeps).filter(|(_, of)| of.point == best.3).map(|(at, _)| at);
        if forward { pile.min() } else { pile.max() }
    })
}

/// The next point in the order of contributions, or the one before; round again at the end. From nowhere, the first, or the last.
pub fn turn(keeps: &[bool], from: Option<usize>, forward: bool) -> Option<usize> {
    let kept = |at: &usize| keeps.get(*at) == Some(&true);
    let (count, from) = (keeps.len(), from.filter(|at| *at < keeps.len()));
    if forward {
        let start = from.map_or(0, |at| at + 1);
        (start..count).chain(0..start).find(kept)
    } else {
        let end = from.unwrap_or(count);
        (0..end).rev().chain((end..count).rev()).find(kept)
    }
}

/// Of numbers between 0 and 1: nothing overflows.
fn length(x: f64, y: f64) -> f64 {
    (x * x + y * y).sqrt()
}

fn lead(from: Point, to: Point, way: Direction) -> (f64, f64) {
    way.split(f64::from(to.x) - f64::from(from.x), f64::from(to.y) - f64::from(from.y))
}

fn kept<'a>(points: &'a [MapPoint], keeps: &'a [bool]) -> impl Iterator<Item = (usize, &'a MapPoint)> {
    points.iter().enumerate().filter(|(at, _)| keeps.get(*at) == Some(&true))
}

#[cfg(test)]
mod tests;
