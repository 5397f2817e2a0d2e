//! What each sign weighs for each kind: fitted on sentences that people labelled.
//!
//! Multinomial logistic regression with a quadratic penalty; only the signs that weigh most are kept.
//! `cargo run -p analysis --example kinds` writes the table anew from the demonstration's files.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Lines of « état idée mode sign », in thousandths.
const TABLE: &str = include_str!("weights.txt");

static WEIGHTS: LazyLock<HashMap<&str, [f64; 3]>> =
    LazyLock::new(|| TABLE.lines().filter_map(line).collect());

fn line(line: &'static str) -> Option<(&'static str, [f64; 3])> {
    let mut parts = line.splitn(4, ' ');
    let mut next = || parts.next()?.parse::<f64>().ok().map(|thousandths| thousandths / 1_000.0);
    let weights = [next()?, next()?, next()?];
    Some((parts.next()?, weights))
}

/// The weight of a sign for an état des lieux, an idée and a mode d'action; none where it isn't kept.
pub(super) fn of(sign: &str) -> Option<[f64; 3]> {
    WEIGHTS.get(sign).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        assert!(TABLE.lines().all(|text| line(text).is_some()));
        assert_eq!(WEIGHTS.len(), TABLE.lines().count());
    }
}
