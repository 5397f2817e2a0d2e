//! Where each point starts: computed, never drawn by chance.

use ndarray::{Array1, Array2, Axis};
use std::f64::consts::TAU;

use super::At;
use super::affinity::Affinity;
use crate::vectors::symmetric;
use domain::analysis::Point;

/// How far from the centre the farthest theme starts. Wide starts keep the whole in order, narrow ones let it unfold.
const SPREAD: f64 = 4.0;
/// How sharply a row starts by the theme it is closest to, rather than between several.
const SHARPNESS: f64 = 6.0;
/// Rounds of de Leeuw's majorisation. A start need not be exact.
const ROUNDS: usize = 100;
/// The golden angle, which keeps the points of a spiral apart.
const GOLDEN: f64 = TAU * 0.381_966_011_250_105;

/// Whether two rows are in one theme.
pub(super) fn same_theme(theme_of: &[Option<usize>], one: usize, other: usize) -> bool {
    theme_of[one].is_some() && theme_of[one] == theme_of[other]
}

/// A small step of its own for each point, so that the same rows don't stay in one place; `seed` turns the spiral.
pub(super) fn spiral(index: usize, count: usize, radius: f64, seed: u64) -> At {
    let angle = GOLDEN * index as f64 + TAU * (seed % 360) as f64 / 360.0;
    let far = radius * ((index + 1) as f64 / count as f64).sqrt();
    [far * angle.cos(), far * angle.sin()]
}

/// Without a run before: themes as far apart as their centres are, each row among those it is close to.
pub(super) fn cold(rows: &Array2<f64>, theme_of: &[Option<usize>], seed: u64) -> Vec<At> {
    let centres = centres(rows, theme_of);
    let places = if centres.nrows() >= 3 {
        let spots = scaled(&apart(&centres), SPREAD);
        rows.rows().into_iter().map(|row| between(&centres.dot(&row), &spots)).collect()
    } else {
        scaled(&leading(rows), SPREAD)
    };
    let step = |(index, at): (usize, At)| {
        let [x, y] = spiral(index, rows.nrows(), SPREAD / 10.0, seed);
        [at[0] + x, at[1] + y]
    };
    places.into_iter().enumerate().map(step).collect()
}

/// After a run: old points where they were, new ones among the old ones that they are drawn to, or else those of their theme.
/// In the unit square, its middle at (0, 0).
pub(super) fn warm(
    affinity: &Affinity,
    theme_of: &[Option<usize>],
    starts: &[Option<Point>],
    seed: u64,
) -> Vec<At> {
    let known = |row: usize| starts[row].map(|p| [f64::from(p.x) - 0.5, f64::from(p.y) - 0.5]);
    let place = |row: usize| {
        known(row).unwrap_or_else(|| {
            let drawn = affinity.of(row).iter().filter_map(|&(other, w)| Some((known(other as usize)?, w)));
            let kin = || {
                let kin = (0..starts.len()).filter(|&other| same_theme(theme_of, row, other));
                mean(kin.filter_map(|other| Some((known(other)?, 1.0))))
            };
            let [x, y] = mean(drawn).or_else(kin).unwrap_or([0.0, 0.0]);
            let [dx, dy] = spiral(row, starts.len(), 0.005, seed);
            [x + dx, y + dy]
        })
    };
    (0..starts.len()).map(place).collect()
}

/// The weighted mean of some places.
pub(super) fn mean(places: impl Iterator<Item = (At, f64)>) -> Option<At> {
    let (x, y, sum) = places.fold((0.0, 0.0, 0.0), |(x, y, sum), (at, weight)| {
        (x + weight * at[0], y + weight * at[1], sum + weight)
    });
    (sum > 0.0).then(|| [x / sum, y / sum])
}

/// The unit mean of each theme's rows.
fn centres(rows: &Array2<f64>, theme_of: &[Option<usize>]) -> Array2<f64> {
    let themes = theme_of.iter().flatten().max().map_or(0, |most| most + 1);
    let mut centres = Array2::zeros((themes, rows.ncols()));
    for (row, theme) in rows.rows().into_iter().zip(theme_of) {
        if let Some(theme) = *theme {
            let mut centre = centres.row_mut(theme);
            centre += &row;
        }
    }
    for mut centre in centres.rows_mut() {
        let norm = centre.dot(&centre).sqrt().max(f64::MIN_POSITIVE);
        centre /= norm;
    }
    centres
}

/// The mean of the spots, each weighted by how close it is.
fn between(cosines: &Array1<f64>, spots: &[At]) -> At {
    let weighted = cosines.iter().zip(spots).map(|(cosine, &spot)| (spot, (SHARPNESS * cosine).exp()));
    mean(weighted).unwrap_or_default()
}

/// The rows on the two axes along which they differ most, the largest coordinate of each axis positive.
fn leading(rows: &Array2<f64>) -> Vec<At> {
    let centred = match rows.mean_axis(Axis(0)) {
        Some(mean) => rows - &mean,
        None => return Vec::new(),
    };
    let (_, mut axes) = symmetric(centred.t().dot(&centred));
    for mut axis in axes.columns_mut() {
        let largest =
            axis.iter().copied().fold(0.0, |most: f64, x| if x.abs() > most.abs() { x } else { most });
        axis *= if largest < 0.0 { -1.0 } else { 1.0 };
    }
    let on = |row: ndarray::ArrayView1<'_, f64>, axis: usize| {
        if axis < axes.ncols() { row.dot(&axes.column(axis)) } else { 0.0 }
    };
    centred.rows().into_iter().map(|row| [on(row, 0), on(row, 1)]).collect()
}

/// The rows on a plane, as far apart as they are: metric scaling by majorisation (de Leeuw, *Applications of convex analysis
/// to multidimensional scaling*, 1977), from their leading axes.
fn apart(rows: &Array2<f64>) -> Vec<At> {
    let n = rows.nrows();
    let far = |i: usize, j: usize| (2.0 - 2.0 * rows.row(i).dot(&rows.row(j))).max(0.0).sqrt();
    let mut places = leading(rows);
    for _ in 0..ROUNDS {
        places = (0..n)
            .map(|i| {
                let others = (0..n).filter(|&j| j != i).map(|j| {
                    let (dx, dy) = (places[i][0] - places[j][0], places[i][1] - places[j][1]);
                    let ratio = far(i, j) / dx.hypot(dy).max(1e-9);
                    [places[j][0] + ratio * dx, places[j][1] + ratio * dy]
                });
                mean(others.map(|at| (at, 1.0))).unwrap_or_default()
            })
            .collect();
    }
    places
}

/// The same figure around (0, 0), its farthest point at `radius`.
fn scaled(places: &[At], radius: f64) -> Vec<At> {
    let middle = mean(places.iter().map(|&at| (at, 1.0))).unwrap_or_default();
    let off = |at: &At| [at[0] - middle[0], at[1] - middle[1]];
    let most = places.iter().map(|at| off(at)[0].hypot(off(at)[1])).fold(0.0, f64::max);
    let scale = if most > 1e-12 { radius / most } else { 0.0 };
    places.iter().map(|at| [scale * off(at)[0], scale * off(at)[1]]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::quality::blobs;

    #[test]
    fn themes_start_apart_and_their_rows_around_them() {
        let (rows, themes) = blobs(300, 10, 5, 0.4);
        let places = cold(&rows, &themes, 1);
        let centre = |theme: usize| {
            mean((0..300).filter(|&i| themes[i] == Some(theme)).map(|i| (places[i], 1.0))).unwrap()
        };
        for one in 0..5 {
            for other in 0..one {
                let (a, b) = (centre(one), centre(other));
                assert!((a[0] - b[0]).hypot(a[1] - b[1]) > SPREAD / 4.0, "{one} {a:?} {other} {b:?}");
            }
        }
    }

    #[test]
    fn a_new_point_starts_among_the_old_ones_that_it_is_drawn_to() {
        let (rows, themes) = blobs(120, 10, 3, 0.3);
        let spots = [0.1_f32, 0.5, 0.9];
        let starts: Vec<Option<Point>> = (0..120)
            .map(|i| (i % 10 != 7).then(|| Point { x: spots[themes[i].unwrap()], y: 0.25 }))
            .collect();
        let places = warm(&Affinity::new(&rows, &themes), &themes, &starts, 1);
        for i in 0..120 {
            let wanted = f64::from(spots[themes[i].unwrap()]) - 0.5;
            assert!(
                (places[i][0] - wanted).abs() < 0.1 && (places[i][1] + 0.25).abs() < 0.02,
                "{:?}",
                places[i]
            );
        }
    }
}
