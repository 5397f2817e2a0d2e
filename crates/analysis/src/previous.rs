//! The run before, seen from the items of this one.

use domain::analysis::Point;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::corpus::Read;

/// The run before. Themes are named by their index in `themes`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Previous {
    /// Its verbatims in contributions that this run reads too, in any order.
    pub verbatims: Vec<PreviousVerbatim>,
    /// Its themes.
    pub themes: Vec<PreviousTheme>,
}

/// A verbatim as the run before placed it.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviousVerbatim {
    /// Index of its item in this run.
    pub item: usize,
    /// Bytes of the item's body.
    pub span: Range<usize>,
    /// Its theme, if it had one.
    pub theme: Option<usize>,
    /// Where it was on the map.
    pub point: Option<Point>,
}

/// A theme of the run before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviousTheme {
    /// Its name, which the theme that continues it keeps.
    pub label: String,
    /// Its hue, which the theme that continues it keeps, 0 to 7.
    pub hue: u8,
}

/// Where the run before had the rows of this one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Before<'a> {
    /// Its themes.
    pub themes: &'a [PreviousTheme],
    /// The theme of each row.
    pub theme_of: Vec<Option<usize>>,
    /// The point of each row.
    pub points: Vec<Option<Point>>,
}

impl<'a> Before<'a> {
    /// Finds each row among the verbatims of the run before by item and span. A theme that isn't there is none.
    pub fn new(previous: Option<&'a Previous>, rows: &[&Read<'_>]) -> Self {
        let Some(previous) = previous else {
            let (theme_of, points) = (vec![None; rows.len()], vec![None; rows.len()]);
            return Self { themes: &[], theme_of, points };
        };
        let known: BTreeMap<(usize, usize, usize), &PreviousVerbatim> =
            previous.verbatims.iter().map(|v| ((v.item, v.span.start, v.span.end), v)).collect();
        let of = |row: &&Read<'_>| known.get(&(row.item, row.span.start, row.span.end)).copied();
        let themes = previous.themes.len();
        Self {
            themes: &previous.themes,
            theme_of: rows.iter().map(|row| of(row)?.theme.filter(|&theme| theme < themes)).collect(),
            points: rows.iter().map(|row| of(row)?.point).collect(),
        }
    }

    /// For each of `themes` new themes, the one before that it continues: each holds more than half of what the other
    /// had of the verbatims that stand in themes of both.
    pub fn continued(&self, theme_of: &[Option<usize>], themes: usize) -> Vec<Option<usize>> {
        let mut both = vec![vec![0_usize; self.themes.len()]; themes];
        for (new, old) in theme_of.iter().zip(&self.theme_of) {
            if let (Some(new), Some(old)) = (*new, *old) {
                both[new][old] += 1;
            }
        }
        let of_old = |old: usize| both.iter().map(|row| row[old]).sum::<usize>();
        let continues = |row: &Vec<usize>| {
            let (old, shared) =
                row.iter().copied().enumerate().max_by_key(|&(old, n)| (n, usize::MAX - old))?;
            let mutual = 2 * shared > row.iter().sum::<usize>() && 2 * shared > of_old(old);
            mutual.then_some(old)
        };
        both.iter().map(continues).collect()
    }
}
