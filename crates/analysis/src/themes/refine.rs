//! A theme of two subjects divided, two themes of one subject joined.
//!
//! k-means stays near its start. Where dividing one theme in two would bring its texts closer to their centres by more than
//! joining two others would take them away, both are done (as ISODATA does, Ball and Hall 1965), and k-means goes on from
//! there; the count stays what it was. Without chance: a theme divides along its first axis.

use ndarray::{Array1, Array2, ArrayView1, Axis};

use super::kmeans::{Fit1, from_classes};
use super::{Partition, ThemesError};

/// Exchanges at the most.
const ROUNDS: usize = 12;
/// Steps towards the first axis of a theme, and of k-means in its halves.
const STEPS: usize = 12;
/// By how much a division must bring in more than the join costs.
const WORTH: f64 = 1.05;

/// The partition of a fit, improved.
pub(super) fn refine(rows: &Array2<f64>, fit: Fit1) -> Result<Fit1, ThemesError> {
    let mut best = fit;
    for _ in 0..ROUNDS {
        let found = Partition::new(rows, &best.raw);
        let Some(exchanged) = exchange(rows, &found) else { break };
        let next = from_classes(rows, &exchanged)?;
        if next.inertia >= best.inertia {
            break;
        }
        best = next;
    }
    Ok(best)
}

/// The classes after the most worthwhile exchange, if one is.
fn exchange(rows: &Array2<f64>, found: &Partition) -> Option<Vec<usize>> {
    let sizes = found.sizes();
    let splits: Vec<(f64, Vec<usize>)> = (0..found.len()).map(|theme| split(rows, found, theme)).collect();
    let distance = |a: usize, b: usize| squared(found.centres.row(a), found.centres.row(b));
    let cost = |a: usize, b: usize| {
        let (m, n) = (sizes[a] as f64, sizes[b] as f64);
        m * n / (m + n) * distance(a, b)
    };
    let pairs = || (0..found.len()).flat_map(|b| (0..b).map(move |a| (a, b)));
    let best = (0..found.len()).flat_map(|theme| {
        let others = pairs().filter(move |&(a, b)| a != theme && b != theme);
        let gain = splits[theme].0;
        others
            .map(move |(a, b)| (gain, theme, a, b))
            .map(|(gain, t, a, b)| (gain - WORTH * cost(a, b), t, a, b))
    });
    let (worth, theme, into, from) = best.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    (worth > 0.0).then(|| {
        let mut classes = found.theme_of.clone();
        for class in &mut classes {
            if *class == from {
                *class = into;
            }
        }
        for &row in &splits[theme].1 {
            classes[row] = from;
        }
        classes
    })
}

/// What dividing a theme in two brings in, and the rows of its smaller half.
fn split(rows: &Array2<f64>, found: &Partition, theme: usize) -> (f64, Vec<usize>) {
    let members: Vec<usize> = (0..rows.nrows()).filter(|&row| found.theme_of[row] == theme).collect();
    let own = rows.select(Axis(0), &members);
    let centre = found.centres.row(theme);
    let axis = first_axis(&own, centre);
    let mut side: Vec<bool> = own.rows().into_iter().map(|row| (&row - &centre).dot(&axis) > 0.0).collect();
    let mut gain = 0.0;
    for _ in 0..STEPS {
        let Some((one, other, m, n)) = centres(&own, &side) else { return (0.0, Vec::new()) };
        gain = m * n / (m + n) * squared(one.view(), other.view());
        let next: Vec<bool> =
            own.rows().into_iter().map(|row| squared(row, one.view()) < squared(row, other.view())).collect();
        if next == side {
            break;
        }
        side = next;
    }
    let part = |wanted: bool| {
        members.iter().zip(&side).filter(move |(_, side)| **side == wanted).map(|(&row, _)| row)
    };
    let smaller = part(true).count() * 2 <= members.len();
    (gain, part(smaller).collect())
}

/// The direction in which rows differ most from their centre, by power iteration.
fn first_axis(rows: &Array2<f64>, centre: ArrayView1<'_, f64>) -> Array1<f64> {
    let far = |row: &ArrayView1<'_, f64>| squared(*row, centre);
    let start =
        rows.rows().into_iter().reduce(|best, next| if far(&next) > far(&best) { next } else { best });
    let mut axis = start.map_or_else(|| centre.to_owned(), |row| &row - &centre);
    for _ in 0..STEPS {
        let mut next = Array1::zeros(axis.len());
        for row in rows.rows() {
            let apart = &row - &centre;
            next.scaled_add(apart.dot(&axis), &apart);
        }
        let norm = next.dot(&next).sqrt();
        if norm <= f64::MIN_POSITIVE {
            break;
        }
        axis = next / norm;
    }
    axis
}

/// The means of the two sides and how many rows they have; none where one is empty.
fn centres(rows: &Array2<f64>, side: &[bool]) -> Option<(Array1<f64>, Array1<f64>, f64, f64)> {
    let mean = |wanted: bool| {
        let some: Vec<usize> = (0..side.len()).filter(|&row| side[row] == wanted).collect();
        rows.select(Axis(0), &some).mean_axis(Axis(0)).map(|mean| (mean, some.len() as f64))
    };
    let ((one, m), (other, n)) = (mean(true)?, mean(false)?);
    Some((one, other, m, n))
}

fn squared(a: ArrayView1<'_, f64>, b: ArrayView1<'_, f64>) -> f64 {
    a.iter().zip(b).map(|(x, y)| (x - y) * (x - y)).sum()
}
