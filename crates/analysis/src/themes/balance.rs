//! No theme too large.

use ndarray::{Array2, Axis};

use super::kmeans::kmeans;
use super::{Partition, ThemesError};

/// Divides in two the largest theme while it holds more than `share` of the rows and can be divided.
pub(super) fn balance(
    rows: &Array2<f64>,
    mut found: Partition,
    share: f64,
    runs: usize,
    seed: u64,
) -> Result<Partition, ThemesError> {
    let most = (share * rows.nrows() as f64) as usize;
    while let Some(&largest) = found.sizes().first()
        && largest > most
    {
        let members: Vec<usize> = (0..rows.nrows()).filter(|&row| found.theme_of[row] == 0).collect();
        let halves = kmeans(&rows.select(Axis(0), &members), 2, runs, seed)?;
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
