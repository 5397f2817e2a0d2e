//! Many points: some are laid out, the others placed among them.

use domain::analysis::Point;
use ndarray::{Array2, Axis};

use super::At;
use super::nearest::among;
use super::start::{mean, spiral};

/// Points up to which every one is laid out.
pub(super) const MOST: usize = 10_000;
/// Landmarks that a point looks at.
const LOOK: usize = 8;
/// Landmarks that a point stands among.
const AMONG: usize = 3;

/// A number of a text's own, as good as drawn and the same from run to run (FNV-1a, Fowler, Noll and Vo 1991).
pub(crate) fn key(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

/// At most about [`MOST`] rows, each theme's share of them: those of the smallest keys, so that nearly the same are chosen
/// again when texts have come.
pub(super) fn choose(theme_of: &[Option<usize>], keys: &[u64]) -> Vec<usize> {
    let themes = theme_of.iter().flatten().max().map_or(0, |most| most + 1);
    let mut groups = vec![Vec::new(); themes + 1];
    for (row, theme) in theme_of.iter().enumerate() {
        groups[theme.unwrap_or(themes)].push(row);
    }
    let mut chosen: Vec<usize> = Vec::new();
    for group in groups.iter_mut().filter(|group| !group.is_empty()) {
        let share = (group.len() * MOST / theme_of.len()).clamp(1, group.len());
        group.sort_unstable_by_key(|&row| (keys[row], row));
        chosen.extend(&group[..share]);
    }
    chosen.sort_unstable();
    chosen
}

/// The map of all rows, from that of the landmarks. A row of the run before moves as the landmarks around it did; a new one
/// stands among those closest to it, of its own theme if any is.
pub(super) fn place(
    rows: &Array2<f64>,
    theme_of: &[Option<usize>],
    starts: &[Option<Point>],
    chosen: &[usize],
    laid: &[Point],
    seed: u64,
) -> Vec<Point> {
    let mut points: Vec<Option<Point>> = vec![None; rows.nrows()];
    for (&row, &point) in chosen.iter().zip(laid) {
        points[row] = Some(point);
    }
    let rest: Vec<usize> = (0..rows.nrows()).filter(|&row| points[row].is_none()).collect();
    let near = among(&rows.select(Axis(0), chosen), &rows.select(Axis(0), &rest), LOOK);
    for (&row, near) in rest.iter().zip(&near) {
        let shifts = near.iter().filter_map(|&(at, _)| shift(starts[chosen[at as usize]], laid[at as usize]));
        let moved = starts[row].and_then(|old| {
            let [x, y] = mean(shifts.take(AMONG).map(|by| (by, 1.0)))?;
            Some([f64::from(old.x) + x, f64::from(old.y) + y])
        });
        let kin = |at: u32| theme_of[chosen[at as usize]] == theme_of[row];
        let new = || {
            let [x, y] = between(near, kin, laid);
            let [dx, dy] = spiral(row, rows.nrows(), 0.004, seed);
            [x + dx, y + dy]
        };
        let [x, y] = moved.unwrap_or_else(new);
        points[row] = Some(Point { x: x.clamp(0.0, 1.0) as f32, y: y.clamp(0.0, 1.0) as f32 });
    }
    points.into_iter().flatten().collect()
}

fn shift(old: Option<Point>, now: Point) -> Option<At> {
    old.map(|old| [f64::from(now.x - old.x), f64::from(now.y - old.y)])
}

/// The mean of the closest landmarks, the kin first: the closer weigh more, by how much farther than the first they are.
fn between(near: &[(u32, f64)], kin: impl Fn(u32) -> bool, laid: &[Point]) -> At {
    let of_kin: Vec<(u32, f64)> = near.iter().copied().filter(|&(at, _)| kin(at)).collect();
    let near = if of_kin.is_empty() { near } else { &of_kin };
    let square = |cosine: f64| (2.0 - 2.0 * cosine).max(0.0);
    let least = near.first().map_or(0.0, |first| square(first.1)) + 1e-3;
    let weighed = near.iter().take(AMONG).map(|&(at, cosine)| {
        let point = laid[at as usize];
        ([f64::from(point.x), f64::from(point.y)], (-4.0 * (square(cosine) / least - 1.0)).exp())
    });
    mean(weighed).unwrap_or([0.5, 0.5])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_has_its_share_of_landmarks() {
        let theme_of: Vec<Option<usize>> = (0..40_000)
            .map(|row| match row % 100 {
                0 => None,
                1..=9 => Some(1),
                _ if row == 77 => Some(2),
                _ => Some(0),
            })
            .collect();
        let keys: Vec<u64> = (0..40_000).map(|row: u32| key(&row.to_string())).collect();
        let chosen = choose(&theme_of, &keys);
        let count = |theme| chosen.iter().filter(|&&row| theme_of[row] == theme).count();
        assert_eq!((count(None), count(Some(1)), count(Some(2))), (100, 900, 1));
        assert!(chosen.len().abs_diff(MOST) < 5 && chosen.is_sorted());
    }

    #[test]
    fn landmarks_stay_when_texts_arrive() {
        let keys: Vec<u64> = (0..42_000).map(|row: u32| key(&format!("Texte {row}"))).collect();
        let theme_of = vec![Some(0); keys.len()];
        // Each twenty-first is new: the places of all the others change.
        let old: Vec<usize> = (0..keys.len()).filter(|row| row % 21 != 10).collect();
        let old_keys: Vec<u64> = old.iter().map(|&row| keys[row]).collect();
        let before: Vec<usize> =
            choose(&theme_of[..old.len()], &old_keys).into_iter().map(|row| old[row]).collect();
        let after = choose(&theme_of, &keys);
        let kept = after.iter().filter(|row| before.binary_search(row).is_ok()).count();
        assert!(kept * 100 > after.len() * 94, "{kept} of {}", after.len());
    }
}
