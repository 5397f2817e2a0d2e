//! A figure turned, or seen in a mirror, until it lies most like another: Procrustes on a plane.

use super::At;
use super::start::mean;

/// Turns `points` around the middle of those that have an old place, so that they lie as those places do to one another.
pub(super) fn align(points: &mut [At], old: &[Option<At>]) {
    let pairs: Vec<(At, At)> = points.iter().zip(old).filter_map(|(&at, old)| Some((at, (*old)?))).collect();
    let count = pairs.len() as f64;
    if pairs.len() < 2 {
        return;
    }
    let sum = pairs
        .iter()
        .fold([0.0; 4], |s, (at, old)| [s[0] + at[0], s[1] + at[1], s[2] + old[0], s[3] + old[1]]);
    let [mx, my, ox, oy] = sum.map(|x| x / count);
    // As complex numbers: the sums of the conjugate of the place, then of the place itself, times the old place.
    let (mut turn, mut mirror) = ([0.0, 0.0], [0.0, 0.0]);
    for (at, old) in &pairs {
        let ((x, y), (u, v)) = ((at[0] - mx, at[1] - my), (old[0] - ox, old[1] - oy));
        turn = [turn[0] + x * u + y * v, turn[1] + x * v - y * u];
        mirror = [mirror[0] + x * u - y * v, mirror[1] + x * v + y * u];
    }
    let mirrored = mirror[0].hypot(mirror[1]) > turn[0].hypot(turn[1]);
    let [c, s] = if mirrored { mirror } else { turn };
    let length = c.hypot(s);
    if length < 1e-12 {
        return;
    }
    let (c, s) = (c / length, s / length);
    for at in points {
        let (x, y) = (at[0] - mx, if mirrored { my - at[1] } else { at[1] - my });
        *at = [mx + c * x - s * y, my + s * x + c * y];
    }
}

/// Scales and shifts `points` so that those that have an old place lie over it, by least squares: a figure that swelled or
/// drifted as a whole comes back.
pub(super) fn lay_over(points: &mut [At], old: &[Option<At>]) {
    let pairs = || points.iter().zip(old).filter_map(|(&at, old)| Some((at, (*old)?)));
    let Some(middle) = mean(pairs().map(|(at, _)| (at, 1.0))) else { return };
    let Some(goal) = mean(pairs().map(|(_, old)| (old, 1.0))) else { return };
    let (with, own) = pairs().fold((0.0, 0.0), |(with, own), (at, old)| {
        let ((x, y), (u, v)) = ((at[0] - middle[0], at[1] - middle[1]), (old[0] - goal[0], old[1] - goal[1]));
        (with + x * u + y * v, own + x * x + y * y)
    });
    let scale = if own > 1e-12 && with > 0.0 { with / own } else { 0.0 };
    for at in points {
        *at = [goal[0] + scale * (at[0] - middle[0]), goal[1] + scale * (at[1] - middle[1])];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_that_swelled_and_drifted_lies_over_the_old_one() {
        let figure: Vec<At> = vec![[0.1, 0.2], [0.9, 0.2], [0.5, 0.7]];
        let old: Vec<Option<At>> = figure.iter().map(|&at| Some(at)).chain([None]).collect();
        let mut points: Vec<At> = figure.iter().map(|[x, y]| [40.0 * x + 3.0, 40.0 * y - 8.0]).collect();
        points.push([40.0 * 0.3 + 3.0, 40.0 * 0.4 - 8.0]);
        lay_over(&mut points, &old);
        for (at, goal) in points.iter().zip(figure.iter().chain([&[0.3, 0.4]])) {
            assert!((at[0] - goal[0]).hypot(at[1] - goal[1]) < 1e-9, "{points:?}");
        }
    }

    #[test]
    fn a_figure_turned_and_mirrored_comes_back() {
        let figure: Vec<At> = vec![[0.0, 0.0], [3.0, 0.0], [3.0, 1.0], [0.5, 2.0]];
        for flip in [1.0, -1.0] {
            let (c, s) = (0.6, 0.8);
            let mut turned: Vec<At> =
                figure.iter().map(|[x, y]| [c * x - s * flip * y, s * x + c * flip * y]).collect();
            let old: Vec<Option<At>> = figure.iter().map(|&at| Some(at)).collect();
            align(&mut turned, &old);
            let off = |i: usize, axis: usize| turned[i][axis] - turned[0][axis] - figure[i][axis];
            for i in 0..4 {
                assert!(off(i, 0).abs() < 1e-9 && off(i, 1).abs() < 1e-9, "{flip} {turned:?}");
            }
        }
        let mut alone = vec![[1.0, 2.0]];
        align(&mut alone, &[Some([0.0, 0.0])]);
        assert_eq!(alone, [[1.0, 2.0]]);
    }
}
