//! The map of verbatims and their nearest: an exact and simple form, to be replaced by the room of its own.

use domain::analysis::{Point, Region};
use ndarray::Array2;
use rayon::prelude::*;

/// Where rows stand on the map.
pub(crate) struct Layout {
    /// One a row.
    pub points: Vec<Point>,
    /// Rows laid out, when the others were placed among them.
    pub landmarks: Option<u32>,
}

/// The `k` nearest rows of each by cosine, the nearest first, the earliest on a tie.
pub(crate) fn nearest(rows: &Array2<f64>, k: usize) -> Vec<Vec<(u32, f64)>> {
    let of = |row: usize| {
        let close = rows.dot(&rows.row(row));
        let mut found: Vec<(u32, f64)> =
            (0_u32..).zip(close).filter(|(other, _)| *other as usize != row).collect();
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        found.truncate(k);
        found
    };
    (0..rows.nrows()).into_par_iter().map(of).collect()
}

/// The first two axes.
pub(crate) fn layout(
    rows: &Array2<f64>,
    _theme_of: &[Option<usize>],
    _starts: &[Option<Point>],
    _seed: u64,
) -> Layout {
    let at = |row: usize, axis: usize| rows.get((row, axis)).map_or(0.5, |x| (x / 2.0 + 0.5) as f32);
    let points = (0..rows.nrows()).map(|row| Point { x: at(row, 0), y: at(row, 1) }).collect();
    Layout { points, landmarks: None }
}

/// None yet.
pub(crate) fn regions(_points: &[Point], _theme_of: &[Option<usize>], themes: usize) -> Vec<Option<Region>> {
    vec![None; themes]
}
