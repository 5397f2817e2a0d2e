//! Descending classification of texts by their words.
//!
//! Reinert, *Une méthode de classification descendante hiérarchique*, Les cahiers de l'analyse des données 8 (1983): the
//! largest class is divided along the first axis of its correspondence analysis where χ² is highest, then texts change
//! sides one by one while χ² rises, and each side keeps the terms that it over-uses or shares. Whole texts here, and one
//! classification. χ² is updated from the words of the text that moves, so a division costs as much as reading its rows.

use std::collections::BTreeSet;

use crate::vectors::{Sparse, first_axis};

/// Rounds in which texts may change sides.
const ROUNDS: usize = 3;
/// Texts that must use a term for a side to keep it although the other over-uses it.
const KEPT: f64 = 3.0;

/// A class for each row of the binary table `presence`, at most `k`. The same table gives the same classes.
pub(super) fn descend(presence: &Sparse, k: usize) -> Vec<usize> {
    let mut class_of = vec![0; presence.height()];
    let mut terms: Vec<Vec<bool>> = vec![vec![true; presence.width()]];
    let mut whole: BTreeSet<usize> = BTreeSet::new();
    while terms.len() < k {
        let mut sizes = vec![0_usize; terms.len()];
        for &class in &class_of {
            sizes[class] += 1;
        }
        let open = (0..terms.len()).filter(|class| !whole.contains(class) && sizes[*class] > 1);
        let Some(largest) = open.max_by_key(|&class| (sizes[class], std::cmp::Reverse(class))) else { break };
        let rows: Vec<usize> = (0..class_of.len()).filter(|&row| class_of[row] == largest).collect();
        let part = part(presence, &rows, &terms[largest]);
        let sides = Sides::divide(&part);
        if !sides.is_division() {
            whole.insert(largest);
            continue;
        }
        let new = terms.len();
        for (&row, _) in rows.iter().zip(&sides.first).filter(|(_, first)| !**first) {
            class_of[row] = new;
        }
        let (one, other) = sides.terms(&terms[largest]);
        terms[largest] = one;
        terms.push(other);
    }
    class_of
}

/// Some rows of a table, with some of its terms.
fn part(presence: &Sparse, rows: &[usize], terms: &[bool]) -> Sparse {
    let kept = rows.iter().map(|&row| {
        let (columns, values) = presence.row(row);
        let pairs = columns.iter().copied().zip(values.iter().copied());
        pairs.filter(|(column, _)| terms[*column as usize]).collect::<Vec<_>>()
    });
    Sparse::from_rows(kept, presence.width())
}

/// A table divided in two.
struct Sides {
    /// Whether each row is on the first side.
    first: Vec<bool>,
    /// Uses of each term on the first side.
    inside: Vec<f64>,
    /// Uses of each term.
    all: Vec<f64>,
    /// Uses of all terms on the first side.
    size: f64,
    /// Uses of all terms.
    total: f64,
    /// The sum over terms of the squared uses on the first side over all uses.
    squares: f64,
}

impl Sides {
    fn divide(table: &Sparse) -> Self {
        let (rows, all) = table.sums();
        let axis = first_axis(table);
        let mut order: Vec<usize> = (0..table.height()).collect();
        order.sort_by(|&a, &b| axis[a].total_cmp(&axis[b]).then(a.cmp(&b)));
        let mut sides = Self {
            first: vec![false; table.height()],
            inside: vec![0.0; all.len()],
            total: all.iter().sum(),
            all,
            size: 0.0,
            squares: 0.0,
        };
        let mut best = (0.0, 0);
        for (taken, &row) in order.iter().enumerate() {
            sides.turn(table, row, rows[row]);
            let chi2 = sides.chi2();
            if chi2 > best.0 {
                best = (chi2, taken + 1);
            }
        }
        for &row in order[best.1..].iter().rev() {
            sides.turn(table, row, rows[row]);
        }
        sides.exchange(table, &rows);
        sides
    }

    /// Moves a row to the other side.
    fn turn(&mut self, table: &Sparse, row: usize, words: f64) {
        let sign = if self.first[row] { -1.0 } else { 1.0 };
        self.first[row] = !self.first[row];
        for &column in table.row(row).0 {
            let (inside, all) = (&mut self.inside[column as usize], self.all[column as usize]);
            // (a ± 1)² / c - a² / c
            self.squares += (2.0 * sign * *inside + 1.0) / all;
            *inside += sign;
        }
        self.size += sign * words;
    }

    /// χ² of the table of two sides and all terms: `n² / (n₁ n₂) · (Σ a² / c - n₁² / n)`.
    fn chi2(&self) -> f64 {
        let (one, other) = (self.size, self.total - self.size);
        let margins = one * other;
        if margins <= 0.0 {
            return 0.0;
        }
        self.total * self.total / margins * (self.squares - one * one / self.total)
    }

    fn exchange(&mut self, table: &Sparse, rows: &[f64]) {
        let mut best = self.chi2();
        for _ in 0..ROUNDS {
            let mut moved = false;
            for (row, &words) in rows.iter().enumerate() {
                self.turn(table, row, words);
                let chi2 = self.chi2();
                if chi2 > best * (1.0 + 1e-12) {
                    (best, moved) = (chi2, true);
                } else {
                    self.turn(table, row, words);
                }
            }
            if !moved {
                break;
            }
        }
    }

    fn is_division(&self) -> bool {
        self.first.iter().any(|&first| first) && !self.first.iter().all(|&first| first)
    }

    /// The terms that each side keeps of those that were open.
    fn terms(&self, open: &[bool]) -> (Vec<bool>, Vec<bool>) {
        let share = self.size / self.total;
        let keep = |own: fn(f64, f64) -> f64, share: f64| -> Vec<bool> {
            let each = open.iter().zip(self.inside.iter().zip(&self.all));
            each.map(|(&open, (&inside, &all))| {
                let uses = own(inside, all);
                open && (uses >= KEPT || uses >= all * share)
            })
            .collect()
        };
        (keep(|inside, _| inside, share), keep(|inside, all| all - inside, 1.0 - share))
    }
}
