//! How much two rows want to be side by side.

use ndarray::Array2;
use rayon::prelude::*;

use super::nearest::nearest;
use super::start::same_theme;

/// Neighbours that a row feels, about: van der Maaten and Hinton's perplexity.
const PERPLEXITY: f64 = 15.0;
/// Neighbours looked at, in perplexities.
const REACH: f64 = 3.0;
/// How much more two rows of one theme attract each other than two rows of different ones. It gathers a theme that would
/// lie in scattered isles, and costs about a hundredth of trustworthiness and two of continuity.
const KIN: f64 = 2.5;
/// Halvings of the interval that holds a bandwidth.
const HALVINGS: usize = 26;

/// A sparse symmetric table whose entries sum to 1: p of t-SNE.
pub(super) struct Affinity {
    starts: Vec<usize>,
    entries: Vec<(u32, f64)>,
}

impl Affinity {
    /// The affinities of the rows, from their nearest; none when there are fewer than two.
    pub fn new(rows: &Array2<f64>, theme_of: &[Option<usize>]) -> Self {
        let n = rows.nrows();
        let perplexity = PERPLEXITY.min((n.saturating_sub(1) as f64 / REACH).max(1.0));
        let k = ((perplexity * REACH).ceil() as usize).min(n.saturating_sub(1));
        let near = nearest(rows, k);
        let felt: Vec<Vec<(u32, f64)>> = near
            .par_iter()
            .enumerate()
            .map(|(row, near)| {
                let weights = weights(near, perplexity);
                let lean = |(other, weight): (u32, f64)| {
                    let kin = same_theme(theme_of, row, other as usize);
                    (other, if kin { weight * KIN } else { weight })
                };
                weights.into_iter().map(lean).collect()
            })
            .collect();
        symmetric(&felt)
    }

    /// The rows that a row is drawn to, and how much.
    pub fn of(&self, row: usize) -> &[(u32, f64)] {
        &self.entries[self.starts[row]..self.starts[row + 1]]
    }
}

/// Gaussian weights of sum 1 whose entropy is that of `perplexity` equal ones (van der Maaten and Hinton, *Visualizing data
/// using t-SNE*, JMLR 9, 2008).
fn weights(near: &[(u32, f64)], perplexity: f64) -> Vec<(u32, f64)> {
    let squares: Vec<f64> = near.iter().map(|&(_, cosine)| (2.0 - 2.0 * cosine).max(0.0)).collect();
    let least = squares.iter().copied().fold(f64::INFINITY, f64::min);
    let gauss = |beta: f64| -> Vec<f64> { squares.iter().map(|d| (-(d - least) * beta).exp()).collect() };
    let entropy = |beta: f64| {
        let (sum, moment) = squares.iter().fold((0.0, 0.0), |(sum, moment), d| {
            let weight = (-(d - least) * beta).exp();
            (sum + weight, moment + (d - least) * weight)
        });
        sum.ln() + beta * moment / sum
    };
    // The logarithm of beta: from all alike to the closest alone.
    let (mut low, mut high) = (-10.0_f64, 25.0_f64);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if entropy(middle.exp()) > perplexity.ln() { low = middle } else { high = middle }
    }
    let found = gauss(low.exp());
    let sum: f64 = found.iter().sum();
    near.iter().zip(found).map(|(&(other, _), weight)| (other, weight / sum)).collect()
}

/// The mean of each pair's two weights, scaled to sum to 1; each row's entries by column.
fn symmetric(felt: &[Vec<(u32, f64)>]) -> Affinity {
    let mut both: Vec<Vec<(u32, f64)>> = felt.to_vec();
    for (row, felt) in felt.iter().enumerate() {
        for &(other, weight) in felt {
            both[other as usize].push((row as u32, weight));
        }
    }
    both.par_iter_mut().for_each(|entries| {
        entries.sort_by_key(|entry| entry.0);
        entries.dedup_by(|later, first| {
            let twice = later.0 == first.0;
            if twice {
                first.1 += later.1;
            }
            twice
        });
    });
    let sum: f64 = both.iter().map(|entries| entries.iter().map(|entry| entry.1).sum::<f64>()).sum();
    let scale = if sum > 0.0 { 1.0 / sum } else { 0.0 };
    let mut table = Affinity { starts: vec![0], entries: Vec::new() };
    for entries in both {
        table.entries.extend(entries.into_iter().map(|(other, weight)| (other, weight * scale)));
        table.starts.push(table.entries.len());
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::quality::blobs;

    #[test]
    fn affinities_are_symmetric_and_sum_to_one() {
        let (rows, themes) = blobs(200, 10, 4, 0.5);
        let table = Affinity::new(&rows, &themes);
        let sum: f64 = (0..200).flat_map(|row| table.of(row)).map(|entry| entry.1).sum();
        assert!((sum - 1.0).abs() < 1e-12, "{sum}");
        for row in 0..200 {
            for &(other, weight) in table.of(row) {
                let back = table.of(other as usize).iter().find(|entry| entry.0 == row as u32);
                assert!(back.is_some_and(|back| (back.1 - weight).abs() < 1e-15));
            }
        }
    }

    #[test]
    fn as_many_neighbours_are_felt_as_the_perplexity_says() {
        let near: Vec<(u32, f64)> = (0..60).map(|i| (i, 1.0 - 0.01 * f64::from(i))).collect();
        let found = weights(&near, 15.0);
        let entropy: f64 = -found.iter().map(|w| if w.1 > 0.0 { w.1 * w.1.ln() } else { 0.0 }).sum::<f64>();
        assert!((entropy.exp() - 15.0).abs() < 1e-3, "{}", entropy.exp());
        // All alike: all are felt, equally.
        let alike: Vec<(u32, f64)> = (0..10).map(|i| (i, 1.0)).collect();
        assert!(weights(&alike, 3.0).iter().all(|w| (w.1 - 0.1).abs() < 1e-12));
    }
}
