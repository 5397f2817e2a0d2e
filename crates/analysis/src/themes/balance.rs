//! No theme too large, and none that is no theme.

use ndarray::{Array2, Axis};

use super::start::chance;
use super::{Partition, ThemesError};
use crate::apart::is_far;

/// Verbatims without which there is no theme, and their least share of all: people don't name what so few write of.
const LEAST: usize = 3;
const LEAST_SHARE: f64 = 0.02;

/// Divides in two the largest theme while it holds more than `share` of the rows and can be divided.
pub(super) fn balance(
    rows: &Array2<f64>,
    mut found: Partition,
    share: f64,
    seed: u64,
) -> Result<Partition, ThemesError> {
    let most = (share * rows.nrows() as f64) as usize;
    while let Some(&largest) = found.sizes().first()
        && largest > most
    {
        let members: Vec<usize> = (0..rows.nrows()).filter(|&row| found.theme_of[row] == 0).collect();
        let some = rows.select(Axis(0), &members);
        let halves = chance(&some, 2, seed)?;
        if halves.len() < 2 {
            break;
        }
        let mut raw = found.theme_of.clone();
        let new = found.len();
        for (&row, &half) in members.iter().zip(&halves.theme_of) {
            raw[row] = if half == 0 { 0 } else { new };
        }
        found = Partition::new(rows, &raw);
    }
    Ok(found)
}

/// Gives the rows of themes that hold too few to the closest of the others. Those that stand far from its centre, and will
/// be weak signals, don't count for a theme.
pub(super) fn dissolve(rows: &Array2<f64>, found: Partition) -> Partition {
    let least = LEAST.max((LEAST_SHARE * rows.nrows() as f64) as usize);
    let mut held = vec![0; found.len()];
    for (row, &theme) in rows.rows().into_iter().zip(&found.theme_of) {
        held[theme] += usize::from(!is_far(found.closeness(row, theme)));
    }
    let kept: Vec<usize> = (0..found.len()).filter(|&theme| held[theme] >= least).collect();
    if kept.len() == found.len() || kept.len() < 2 {
        return found;
    }
    let home = |row: usize| match found.theme_of[row] {
        theme if held[theme] >= least => theme,
        _ => found.closest(rows.row(row), &kept),
    };
    let raw: Vec<usize> = (0..rows.nrows()).map(home).collect();
    Partition::new(rows, &raw)
}
