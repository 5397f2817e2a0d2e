//! What each theme says: its words, its name, its typical verbatims.

use domain::analysis::Place;
use std::collections::BTreeMap;

use crate::corpus::{self, Read};
use crate::engine::{Space, authors, rows_of};
use crate::outcome::{FoundTheme, Item};
use crate::themes::Partition;
use crate::words::Weight;
use crate::{labels, typical, words};

/// Typical words of a theme.
const WORDS: usize = 12;
/// Typical verbatims of a theme.
const TYPICAL: usize = 6;

/// The themes in words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Described {
    pub themes: Vec<FoundTheme>,
    /// By index among all verbatims; those outside themes have none.
    pub typicality: BTreeMap<usize, f64>,
    /// χ² by stem, for each theme.
    pub marks: Vec<BTreeMap<String, f64>>,
    /// Cosines between the centres of themes.
    pub closeness: Vec<Vec<f64>>,
}

/// Describes the themes that weak signals leave, ranks them anew by size, and tells `places`.
pub(crate) fn describe(
    items: &[Item<'_>],
    read: &[Read<'_>],
    space: &Space<'_>,
    found: &Partition,
    places: &mut [Place<usize>],
) -> Described {
    let kept = rank(space, places);
    let theme_of: Vec<Option<usize>> = space.index.iter().map(|&i| places[i].theme()).collect();
    let weights = words::weights(&space.table, &theme_of, kept.len());
    let forms = corpus::forms(read);
    let labels = labels::labels(space, &theme_of, &weights, &forms);
    let authors = authors(items);
    let mut described = Described { closeness: closeness(found, &kept), ..Described::default() };
    for (theme, label) in labels.into_iter().enumerate() {
        let members = rows_of(&theme_of, theme);
        let merits = merits(space, found, kept[theme], &members, &weights[theme]);
        described
            .typicality
            .extend(members.iter().zip(&merits).map(|(&row, merit)| (space.index[row], merit.0)));
        let merit: Vec<f64> = merits.iter().map(|merit| merit.1).collect();
        let author = |row: usize| authors[space.read[row].item];
        let chosen = typical::typical(&members, &merit, &space.read, &space.rows, author, TYPICAL);
        described.themes.push(FoundTheme {
            label,
            hue: hue(theme),
            size: members.len(),
            words: words::typical(&weights[theme], &space.table, &forms, WORDS),
            typical: chosen.into_iter().map(|row| space.index[row]).collect(),
        });
        described.marks.push(marks(space, &weights[theme]));
    }
    described
}

/// Neighbouring ranks are three hues apart on the wheel of eight.
fn hue(rank: usize) -> u8 {
    (rank * 3 % 8) as u8
}

/// The themes that still hold verbatims, the largest first, by their number in the partition; renames `places`.
pub(crate) fn rank(space: &Space<'_>, places: &mut [Place<usize>]) -> Vec<usize> {
    let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
    for theme in space.index.iter().filter_map(|&i| places[i].theme()) {
        *sizes.entry(theme).or_default() += 1;
    }
    let mut kept: Vec<usize> = sizes.keys().copied().collect();
    kept.sort_by_key(|theme| (std::cmp::Reverse(sizes[theme]), *theme));
    let ranks: BTreeMap<usize, usize> = kept.iter().enumerate().map(|(rank, &theme)| (theme, rank)).collect();
    for place in places {
        *place = place.map(|theme| ranks[&theme]);
    }
    kept
}

/// For each member, its typicality (from the cosine with the centre, 1 at the most, 0 at the least of the theme) and its
/// merit as a typical verbatim: half that, half how full it is of the theme's words; less when long or very short.
fn merits(
    space: &Space<'_>,
    found: &Partition,
    theme: usize,
    members: &[usize],
    weights: &[Weight],
) -> Vec<(f64, f64)> {
    let close: Vec<f64> = members.iter().map(|&row| found.closeness(space.rows.row(row), theme)).collect();
    let (least, most) =
        close.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(l, m), &c| (l.min(c), m.max(c)));
    let chi2 = typical::by_column(weights, space.table.stems.len());
    let full: Vec<f64> = members.iter().map(|&row| typical::fullness(&space.table, row, &chi2)).collect();
    let fullest = full.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
    let each = members.iter().zip(close.iter().zip(&full));
    each.map(|(&row, (close, full))| {
        let typicality = if most > least { (close - least) / (most - least) } else { 1.0 };
        let words = crate::segment::word_count(space.read[row].text);
        let length = if (8..=60).contains(&words) { 1.0 } else { 0.6 };
        (typicality, length * (typicality + full / fullest) / 2.0)
    })
    .collect()
}

fn marks(space: &Space<'_>, weights: &[Weight]) -> BTreeMap<String, f64> {
    weights.iter().map(|weight| (space.table.stems[weight.column].clone(), weight.chi2)).collect()
}

fn closeness(found: &Partition, kept: &[usize]) -> Vec<Vec<f64>> {
    let row = |&a: &usize| kept.iter().map(|&b| found.closeness(found.centres.row(a), b)).collect();
    kept.iter().map(row).collect()
}
