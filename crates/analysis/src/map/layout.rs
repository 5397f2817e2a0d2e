//! Rows on a square.

use domain::analysis::Point;
use ndarray::{Array2, Axis};

use super::affinity::Affinity;
use super::descent::{Forces, Phase};
use super::{At, align, landmarks, start};

/// How much more than their share neighbours attract at the end: a little over 1 draws regions together (Böhm, Berens and
/// Kobak, *Attraction-repulsion spectrum in neighbor embeddings*, JMLR 23, 2022).
const EXAGGERATION: f64 = 1.4;
/// From nothing: the whole in order first, then the details.
const COLD: [Phase; 2] = [
    Phase { rounds: 70, exaggeration: 12.0, momentum: 0.5 },
    Phase { rounds: 160, exaggeration: EXAGGERATION, momentum: 0.8 },
];
/// From the run before: what is new finds its place.
const WARM: [Phase; 1] = [Phase { rounds: 100, exaggeration: EXAGGERATION, momentum: 0.5 }];
/// The share of old points from which a map goes on from the run before; under it, the map is made anew and turned like it.
const OLD: f64 = 0.5;
/// The edge left blank around the points.
const MARGIN: f64 = 0.02;
/// The share of points that must be on the square where a map goes on.
const NEARLY: f64 = 0.995;

/// A map.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Layout {
    /// Where each row is, in the unit square.
    pub points: Vec<Point>,
    /// How many rows were laid out, when the others were placed among them.
    pub landmarks: Option<u32>,
}

/// Lays the rows out, close ones side by side. `starts` says where the run before put each: when it knew at least half of
/// them, they stay put, within what the new ones push. `keys` are numbers of the rows' own, which choose landmarks.
pub(crate) fn layout(
    rows: &Array2<f64>,
    theme_of: &[Option<usize>],
    starts: &[Option<Point>],
    keys: &[u64],
    seed: u64,
) -> Layout {
    if rows.nrows() <= landmarks::MOST {
        return Layout { points: lay(rows, theme_of, starts, seed), landmarks: None };
    }
    let chosen = landmarks::choose(theme_of, keys);
    let themes: Vec<Option<usize>> = chosen.iter().map(|&row| theme_of[row]).collect();
    let old: Vec<Option<Point>> = chosen.iter().map(|&row| starts[row]).collect();
    let laid = lay(&rows.select(Axis(0), &chosen), &themes, &old, seed);
    let goes_on = goes_on(starts);
    let starts = if goes_on { starts } else { &vec![None; starts.len()] };
    let points = landmarks::place(rows, theme_of, starts, &chosen, &laid, seed);
    Layout { points, landmarks: Some(chosen.len() as u32) }
}

fn goes_on(starts: &[Option<Point>]) -> bool {
    let old = starts.iter().flatten().count();
    old >= 2 && old as f64 >= OLD * starts.len() as f64
}

fn lay(rows: &Array2<f64>, theme_of: &[Option<usize>], starts: &[Option<Point>], seed: u64) -> Vec<Point> {
    let affinity = Affinity::new(rows, theme_of);
    if goes_on(starts) {
        return go_on(&affinity, theme_of, starts, seed);
    }
    let mut points = start::cold(rows, theme_of, seed);
    let forces = Forces { affinity: &affinity, theme_of, anchors: vec![None; points.len()] };
    forces.settle(&mut points, &COLD);
    align::align(&mut points, &places(starts));
    fit(&points)
}

/// From the run before: the whole comes back over its old points, at their scale; new ones may draw it in a little.
fn go_on(affinity: &Affinity, theme_of: &[Option<usize>], starts: &[Option<Point>], seed: u64) -> Vec<Point> {
    let unit = start::warm(affinity, theme_of, starts, seed);
    let mut forces = Forces { affinity, theme_of, anchors: vec![None; unit.len()] };
    let scale = forces.scale(&unit, EXAGGERATION);
    let mut points: Vec<At> = unit.iter().map(|at| [scale * at[0], scale * at[1]]).collect();
    forces.anchors = points.iter().zip(starts).map(|(&at, start)| start.map(|_| at)).collect();
    forces.settle(&mut points, &WARM);
    align::lay_over(&mut points, &places(starts));
    within(&points)
}

fn places(starts: &[Option<Point>]) -> Vec<Option<At>> {
    starts.iter().map(|start| start.map(|p| [f64::from(p.x), f64::from(p.y)])).collect()
}

/// The points drawn in around the square's middle until nearly all are on it; the last few stand on its edge.
fn within(points: &[At]) -> Vec<Point> {
    let far = |at: &At| (at[0] - 0.5).abs().max((at[1] - 0.5).abs());
    let mut sorted: Vec<f64> = points.iter().map(far).collect();
    sorted.sort_unstable_by(f64::total_cmp);
    let room = 0.5 - MARGIN / 2.0;
    let most = sorted.get((NEARLY * sorted.len() as f64) as usize).map_or(room, |&far| far.max(room));
    let edge = |x: f64| (0.5 + room / most * (x - 0.5)).clamp(0.5 - room, 0.5 + room);
    points.iter().map(|at| point(edge(at[0]), edge(at[1]))).collect()
}

/// The points in the unit square, their middle in its middle.
fn fit(points: &[At]) -> Vec<Point> {
    let range = |axis: usize| {
        let values = points.iter().map(|at| at[axis]);
        values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)))
    };
    let (x, y) = (range(0), range(1));
    let side = (x.1 - x.0).max(y.1 - y.0).max(1e-12);
    let scale = (1.0 - 2.0 * MARGIN) / side;
    let middle = [f64::midpoint(x.0, x.1), f64::midpoint(y.0, y.1)];
    points
        .iter()
        .map(|at| point(0.5 + scale * (at[0] - middle[0]), 0.5 + scale * (at[1] - middle[1])))
        .collect()
}

fn point(x: f64, y: f64) -> Point {
    Point { x: x.clamp(0.0, 1.0) as f32, y: y.clamp(0.0, 1.0) as f32 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::quality::{blobs, quality};
    use proptest::prelude::*;

    fn keys(count: usize) -> Vec<u64> {
        (0..count).map(|row| landmarks::key(&row.to_string())).collect()
    }

    fn sound(layout: &Layout) -> bool {
        layout.points.iter().all(|p| (0.0..=1.0).contains(&p.x) && (0.0..=1.0).contains(&p.y))
    }

    #[test]
    fn neighbours_stay_neighbours() {
        let (rows, themes) = blobs(600, 20, 8, 0.7);
        let found = layout(&rows, &themes, &vec![None; 600], &keys(600), 1);
        let kept = quality(&rows, &found.points, 12);
        assert!(sound(&found) && found.landmarks.is_none());
        assert!(kept.trustworthiness > 0.9 && kept.continuity > 0.9, "{kept:?}");
    }

    #[test]
    fn any_number_of_threads_gives_the_same_map() {
        let (rows, themes) = blobs(700, 12, 5, 0.6);
        let with = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| layout(&rows, &themes, &vec![None; 700], &keys(700), 3))
        };
        let one = with(1);
        assert!(one == with(2) && one == with(5));
    }

    #[test]
    fn the_map_stays_put_when_texts_arrive() {
        let (rows, themes) = blobs(630, 20, 7, 0.7);
        let first: Vec<usize> = (0..630).filter(|row| row % 21 != 4).collect();
        let old_themes: Vec<Option<usize>> = first.iter().map(|&row| themes[row]).collect();
        let before = layout(
            &rows.select(Axis(0), &first),
            &old_themes,
            &vec![None; first.len()],
            &keys(first.len()),
            1,
        );
        let mut starts = vec![None; 630];
        for (&row, &point) in first.iter().zip(&before.points) {
            starts[row] = Some(point);
        }
        let after = layout(&rows, &themes, &starts, &keys(630), 1);
        let mut shifts: Vec<f32> = first
            .iter()
            .map(|&row| {
                let (old, new) = (starts[row].unwrap(), after.points[row]);
                (old.x - new.x).hypot(old.y - new.y)
            })
            .collect();
        shifts.sort_by(f32::total_cmp);
        assert!(shifts[shifts.len() / 2] < 0.02, "{}", shifts[shifts.len() / 2]);
        let kept = quality(&rows, &after.points, 12);
        assert!(sound(&after) && kept.trustworthiness > 0.9, "{kept:?}");
    }

    #[test]
    fn landmarks_are_said_and_the_others_stand_among_their_own() {
        let count = landmarks::MOST + 2_000;
        let (rows, themes) = blobs(count, 6, 4, 0.3);
        let found = layout(&rows, &themes, &vec![None; count], &keys(count), 1);
        assert!(sound(&found) && found.points.len() == count);
        assert!(found.landmarks.is_some_and(|laid| (laid as usize).abs_diff(landmarks::MOST) < 5));
        let middle = |theme: usize| {
            let own = (0..count).filter(|&row| themes[row] == Some(theme));
            start::mean(
                own.map(|row| ([f64::from(found.points[row].x), f64::from(found.points[row].y)], 1.0)),
            )
            .unwrap()
        };
        let middles: Vec<At> = (0..4).map(middle).collect();
        let far = |row: usize, at: At| {
            (f64::from(found.points[row].x) - at[0]).hypot(f64::from(found.points[row].y) - at[1])
        };
        let at_home = (0..count)
            .filter(|&row| {
                let own = far(row, middles[themes[row].unwrap()]);
                middles.iter().all(|&at| own <= far(row, at))
            })
            .count();
        assert!(at_home * 10 > count * 9, "{at_home}");
    }

    #[test]
    fn little_or_nothing_has_a_map_too() {
        for count in 0..9 {
            let rows = Array2::from_shape_fn((count, 3), |(_, axis)| if axis == 0 { 1.0 } else { 0.0 });
            let found = layout(&rows, &vec![None; count], &vec![None; count], &keys(count), 1);
            assert!(sound(&found) && found.points.len() == count, "{found:?}");
            let old: Vec<Option<Point>> =
                (0..count).map(|i| (i != 1).then_some(Point { x: 0.3, y: 0.3 })).collect();
            assert!(sound(&layout(&rows, &vec![Some(0); count], &old, &keys(count), 1)));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn every_point_is_in_the_square(
            picks in prop::collection::vec((0..4_usize, 0..5_usize, any::<bool>()), 0..60),
            seed in any::<u64>(),
        ) {
            // Many rows alike, some of zeros, some without a theme.
            let rows = Array2::from_shape_fn((picks.len(), 3), |(row, axis)| {
                if picks[row].0 == axis { 1.0 } else { 0.0 }
            });
            let themes: Vec<Option<usize>> = picks.iter().map(|pick| pick.1.checked_sub(1)).collect();
            let starts: Vec<Option<Point>> =
                picks.iter().map(|pick| pick.2.then_some(Point { x: 0.2 * pick.1 as f32, y: 1.0 })).collect();
            prop_assert!(sound(&layout(&rows, &themes, &starts, &keys(picks.len()), seed)));
        }
    }
}
