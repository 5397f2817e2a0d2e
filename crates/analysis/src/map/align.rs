//! A figure turned, or seen in a mirror, until it lies most like another: Procrustes on a plane.

use super::At;

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

#[cfg(test)]
mod tests {
    use super::*;

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
