//! How many verbatims became what, counted by one thing or another: every sum is the same.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::DispositionKind;
use crate::coded;
use crate::contribution::Kind;
use crate::member::College;

coded! {
    /// What a ledger is counted by.
    pub enum LedgerBy {
        /// Themes, then weak signals, then what couldn't be compared.
        Place = "theme",
        /// Kinds.
        Kind = "nature",
        /// Colleges.
        College = "college",
        /// Départements of those who signed.
        Departement = "departement",
    }
}

/// Where a verbatim stands, in the order of lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum LedgerPlace {
    /// In the theme of that rank.
    Theme(u32),
    /// A weak signal.
    Weak,
    /// It couldn't be compared.
    Unplaced,
}

/// Verbatims that are alike in all that a ledger counts by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerCell {
    /// Where they stand.
    pub place: LedgerPlace,
    /// What they are.
    pub kind: Kind,
    /// The college of those who signed.
    pub college: College,
    /// Their département, by its code.
    pub departement: Option<String>,
    /// What became of them.
    pub disposition: DispositionKind,
    /// How many they are.
    pub verbatims: u32,
}

/// How many became what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts([u32; DispositionKind::ALL.len()]);

impl Counts {
    /// How many became that.
    pub fn of(&self, kind: DispositionKind) -> u32 {
        DispositionKind::ALL.iter().zip(self.0).find(|(of, _)| **of == kind).map_or(0, |(_, n)| n)
    }

    /// How many they are in all.
    pub fn total(&self) -> u32 {
        self.0.iter().sum()
    }

    fn add(&mut self, kind: DispositionKind, verbatims: u32) {
        for (of, n) in DispositionKind::ALL.iter().zip(&mut self.0) {
            if *of == kind {
                *n += verbatims;
            }
        }
    }
}

/// What a line counts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum LedgerLine {
    /// Those that stand there.
    Place(LedgerPlace),
    /// Those of that kind.
    Kind(Kind),
    /// Those of that college.
    College(College),
    /// Those of that département; none: not known, or not shown.
    Departement(Option<String>),
}

/// How many became what, line by line, and in all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger {
    /// The lines, none without a verbatim.
    pub lines: Vec<(LedgerLine, Counts)>,
    /// All of them.
    pub all: Counts,
}

impl Ledger {
    /// The cells counted by one thing.
    pub fn by(cells: &[LedgerCell], by: LedgerBy) -> Self {
        let (mut lines, mut all) = (BTreeMap::<LedgerLine, Counts>::new(), Counts::default());
        for cell in cells.iter().filter(|cell| cell.verbatims > 0) {
            let line = match by {
                LedgerBy::Place => LedgerLine::Place(cell.place),
                LedgerBy::Kind => LedgerLine::Kind(cell.kind),
                LedgerBy::College => LedgerLine::College(cell.college),
                LedgerBy::Departement => LedgerLine::Departement(cell.departement.clone()),
            };
            lines.entry(line).or_default().add(cell.disposition, cell.verbatims);
            all.add(cell.disposition, cell.verbatims);
        }
        Self { lines: lines.into_iter().collect(), all }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cell() -> impl Strategy<Value = LedgerCell> {
        let place = prop_oneof![
            (1..5_u32).prop_map(LedgerPlace::Theme),
            Just(LedgerPlace::Weak),
            Just(LedgerPlace::Unplaced)
        ];
        let chosen = (0..Kind::ALL.len(), 0..College::ALL.len(), 0..DispositionKind::ALL.len());
        (place, chosen, prop::option::of("[0-9]{2}"), 0..40_u32).prop_map(
            |(place, (kind, college, disposition), departement, verbatims)| LedgerCell {
                place,
                kind: Kind::ALL[kind],
                college: College::ALL[college],
                departement,
                disposition: DispositionKind::ALL[disposition],
                verbatims,
            },
        )
    }

    proptest! {
        #[test]
        fn whatever_it_is_counted_by_the_sums_are_those_of_the_verbatims(cells in prop::collection::vec(cell(), 0..30)) {
            let whole: u32 = cells.iter().map(|cell| cell.verbatims).sum();
            for &by in LedgerBy::ALL {
                let ledger = Ledger::by(&cells, by);
                prop_assert_eq!(ledger.all.total(), whole);
                for &kind in DispositionKind::ALL {
                    let of: u32 = cells.iter().filter(|cell| cell.disposition == kind).map(|cell| cell.verbatims).sum();
                    prop_assert_eq!(ledger.all.of(kind), of);
                    prop_assert_eq!(ledger.lines.iter().map(|(_, counts)| counts.of(kind)).sum::<u32>(), of);
                }
                prop_assert!(ledger.lines.iter().all(|(_, counts)| counts.total() > 0));
                prop_assert!(ledger.lines.windows(2).all(|two| two[0].0 < two[1].0), "in order, each once");
            }
        }
    }
}
