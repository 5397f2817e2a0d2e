//! Points slide until close rows are side by side: van der Maaten and Hinton's t-SNE (JMLR 9, 2008), with the steps of
//! Belkina and others (*Automated optimized parameters for t-distributed stochastic neighbor embedding*, Nature
//! Communications 10, 2019), and two more forces: themes hold together, old points are held where they were.

use rayon::prelude::*;

use super::At;
use super::affinity::Affinity;
use super::quadtree::Quadtree;

/// How strongly a point is drawn to the middle of its theme, in shares of what its neighbours draw it. Isles of one theme
/// come together; the order within it stays that of its neighbours.
const HOLD: f64 = 0.005;
/// How strongly a point of the run before is drawn to its old place, likewise.
const ANCHOR: f64 = 0.05;
/// The longest step of a round.
const STRIDE: f64 = 4.0;
/// The least that a slowed direction moves (van der Maaten's gains).
const LEAST_GAIN: f64 = 0.01;
/// Points that one thread takes at least.
const BATCH: usize = 128;
/// Halvings of the interval that holds the scale.
const HALVINGS: usize = 12;

/// Some rounds alike.
pub(super) struct Phase {
    /// How many.
    pub rounds: usize,
    /// How much more than their share neighbours attract.
    pub exaggeration: f64,
    /// The share of a step that goes on in the next.
    pub momentum: f64,
}

/// What moves points.
pub(super) struct Forces<'a> {
    /// Who is drawn to whom.
    pub affinity: &'a Affinity,
    /// The theme of each point.
    pub theme_of: &'a [Option<usize>],
    /// Where each old point is held.
    pub anchors: Vec<Option<At>>,
}

#[derive(Clone, Copy)]
struct Motion {
    step: At,
    gain: At,
}

impl Forces<'_> {
    /// Lets the points slide.
    pub fn settle(&self, points: &mut [At], phases: &[Phase]) {
        let mut motions = vec![Motion { step: [0.0; 2], gain: [1.0; 2] }; points.len()];
        for phase in phases {
            let rate = points.len() as f64 / phase.exaggeration;
            for _ in 0..phase.rounds {
                let slopes = self.slopes(points, phase.exaggeration);
                for ((point, motion), slope) in points.iter_mut().zip(&mut motions).zip(slopes) {
                    motion.advance(slope, rate, phase.momentum);
                    *point = [point[0] + motion.step[0], point[1] + motion.step[1]];
                }
            }
        }
    }

    /// The scale at which the points neither swell nor shrink: half the virial is zero there, the sum of each force times
    /// its place. Those of the run before come from a unit square that doesn't say it.
    pub fn scale(&self, points: &[At], exaggeration: f64) -> f64 {
        let (mut low, mut high) = (1.0_f64.ln(), 2_000.0_f64.ln());
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(low, high);
            let scale = middle.exp();
            let scaled: Vec<At> = points.iter().map(|at| [scale * at[0], scale * at[1]]).collect();
            let slopes = self.slopes(&scaled, exaggeration);
            let swells: f64 = scaled.iter().zip(slopes).map(|(at, by)| -at[0] * by[0] - at[1] * by[1]).sum();
            if swells > 0.0 { low = middle } else { high = middle }
        }
        f64::midpoint(low, high).exp()
    }

    /// The way each point would climb; it slides the other way.
    fn slopes(&self, points: &[At], exaggeration: f64) -> Vec<At> {
        let (pushes, sum) = Quadtree::new(points).pushes();
        let sum = sum.max(f64::MIN_POSITIVE);
        let middles = middles(points, self.theme_of);
        let share = 1.0 / points.len() as f64;
        let slope = |row: usize| {
            let at = points[row];
            let [mut x, mut y] = [-pushes[row].x / sum, -pushes[row].y / sum];
            for &(other, weight) in self.affinity.of(row) {
                let other = points[other as usize];
                let (dx, dy) = (at[0] - other[0], at[1] - other[1]);
                let pull = exaggeration * weight / (1.0 + dx * dx + dy * dy);
                x += pull * dx;
                y += pull * dy;
            }
            let middle = self.theme_of[row].map(|theme| (middles[theme], HOLD));
            for (goal, strength) in middle.into_iter().chain(self.anchors[row].map(|goal| (goal, ANCHOR))) {
                x += strength * share * (at[0] - goal[0]);
                y += strength * share * (at[1] - goal[1]);
            }
            [x, y]
        };
        (0..points.len()).into_par_iter().with_min_len(BATCH).map(slope).collect()
    }
}

impl Motion {
    fn advance(&mut self, slope: At, rate: f64, momentum: f64) {
        for ((step, gain), slope) in self.step.iter_mut().zip(&mut self.gain).zip(slope) {
            let onward = slope * *step < 0.0;
            *gain = if onward { *gain + 0.2 } else { (*gain * 0.8).max(LEAST_GAIN) };
            *step = momentum * *step - rate * *gain * slope;
        }
        let length = self.step[0].hypot(self.step[1]);
        if length > STRIDE {
            self.step = [self.step[0] * STRIDE / length, self.step[1] * STRIDE / length];
        }
    }
}

/// The middle of each theme's points.
fn middles(points: &[At], theme_of: &[Option<usize>]) -> Vec<At> {
    let themes = theme_of.iter().flatten().max().map_or(0, |most| most + 1);
    let mut sums = vec![[0.0; 3]; themes];
    for (at, theme) in points.iter().zip(theme_of) {
        if let Some(theme) = *theme {
            let sum: &mut [f64; 3] = &mut sums[theme];
            *sum = [sum[0] + at[0], sum[1] + at[1], sum[2] + 1.0];
        }
    }
    sums.into_iter().map(|[x, y, count]| [x / count.max(1.0), y / count.max(1.0)]).collect()
}
