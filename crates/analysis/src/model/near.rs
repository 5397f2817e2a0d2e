//! The rows that point most nearly the same way, among a hundred thousand in a few milliseconds.
//!
//! Every row is compared, so nothing is missed: sixteen-bit numbers in rows of whole lanes let a processor multiply and add
//! eight at once, and only what beats the worst kept is kept.

/// Numbers that a row's length is a multiple of.
const LANE: usize = 16;
/// Rows kept beyond those asked for before the worst are dropped.
const SLACK: usize = 960;

/// Rows of small numbers.
#[derive(Clone, Debug)]
pub(super) struct Near {
    rows: Vec<i16>,
    stride: usize,
}

impl Near {
    /// From rows of `axes` numbers, one after the other.
    pub fn new(units: &[i8], axes: usize) -> Self {
        let stride = axes.next_multiple_of(LANE).max(LANE);
        let padding = stride - axes;
        let row = |row: &[i8]| {
            let zeros = std::iter::repeat_n(0, padding);
            row.iter().map(|&x| i16::from(x)).chain(zeros).collect::<Vec<_>>()
        };
        Self { rows: units.chunks_exact(axes.max(1)).flat_map(row).collect(), stride }
    }

    /// The `most` rows whose product with a unit is largest, in no order, the earliest where it is the same.
    pub fn find(&self, unit: &[i8], most: usize) -> Vec<(i32, usize)> {
        let mut padded = vec![0_i16; self.stride];
        padded.iter_mut().zip(unit).for_each(|(into, &x)| *into = i16::from(x));
        let mut kept: Vec<(i32, usize)> = Vec::with_capacity(most + SLACK);
        let mut least = i32::MIN;
        for (at, row) in self.rows.chunks_exact(self.stride).enumerate() {
            let product: i32 = row.iter().zip(&padded).map(|(&a, &b)| i32::from(a) * i32::from(b)).sum();
            if product > least {
                kept.push((product, at));
                if kept.len() == most + SLACK {
                    least = drop_worst(&mut kept, most);
                }
            }
        }
        drop_worst(&mut kept, most);
        kept
    }
}

/// Keeps the best `most`; the product of the worst of them.
fn drop_worst(kept: &mut Vec<(i32, usize)>, most: usize) -> i32 {
    if kept.len() <= most || most == 0 {
        kept.truncate(most);
        return i32::MIN;
    }
    kept.select_nth_unstable_by(most - 1, |a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    kept.truncate(most);
    kept[most - 1].0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_same_as_sorting_all(
            units in prop::collection::vec(-9_i8..=9, 0..6_000),
            unit in prop::collection::vec(-9_i8..=9, 3),
            most in 0_usize..70,
        ) {
            let product = |row: &[i8]| row.iter().zip(&unit).map(|(&a, &b)| i32::from(a) * i32::from(b)).sum::<i32>();
            let mut all: Vec<(i32, usize)> = units.chunks_exact(3).map(product).zip(0..).collect();
            let order = |a: &(i32, usize), b: &(i32, usize)| b.0.cmp(&a.0).then(a.1.cmp(&b.1));
            all.sort_by(order);
            all.truncate(most);
            let mut found = Near::new(&units, 3).find(&unit, most);
            found.sort_by(order);
            prop_assert_eq!(found, all);
        }
    }
}
