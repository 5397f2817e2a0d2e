//! What each theme says: its words, its name, its typical verbatims, and the tree of them.

use domain::analysis::{Branch, Place};
use ndarray::{Array2, Axis};
use std::collections::BTreeMap;

use crate::corpus::{self, Read};
use crate::engine::authors;
use crate::labels::Labels;
use crate::outcome::{FoundTheme, Item};
use crate::previous::Before;
use crate::space::Space;
use crate::themes::Partition;
use crate::themes::tree::tree;
use crate::words::Weight;
use crate::{typical, words};

/// Typical words of a theme.
const WORDS: usize = 12;
/// Typical verbatims of a theme.
const TYPICAL: usize = 6;

/// The themes in words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Described {
    pub themes: Vec<FoundTheme>,
    pub tree: Vec<Branch>,
    /// By index among all verbatims; those outside themes have none.
    pub typicality: BTreeMap<usize, f64>,
    /// χ² by stem, for each theme.
    pub marks: Vec<BTreeMap<String, f64>>,
    /// The centres of the themes.
    pub centres: Array2<f64>,
    /// Cosines between the centres of themes.
    pub closeness: Vec<Vec<f64>>,
}

/// Describes the themes that weak signals leave, ranks them anew by size, and tells `places`.
pub(crate) fn describe(
    items: &[Item<'_>],
    read: &[Read<'_>],
    space: &Space<'_>,
    found: &Partition,
    before: &Before<'_>,
    places: &mut [Place<usize>],
) -> Described {
    let kept = rank(space, places);
    let theme_of = space.themes(places);
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); kept.len()];
    for (row, theme) in theme_of.iter().enumerate() {
        if let Some(theme) = theme {
            members[*theme].push(row);
        }
    }
    let weights = words::weights(&space.table, &theme_of, kept.len());
    let forms = corpus::forms(read);
    let authors = authors(items);
    let author_of = |row: usize| authors[space.read[row].item];
    let continues = before.continued(&theme_of, kept.len());
    let of_before = |theme: &Option<usize>| theme.map(|old| &before.themes[old]);
    let central = central(space, found, &kept, &members);
    let labeller = Labels::new(space, &theme_of, &weights, &forms, author_of, &central);
    let names = continues.iter().map(|theme| of_before(theme).map(|old| old.label.clone()));
    let labels = labeller.of_themes(names.collect());
    let centres = found.centres.select(Axis(0), &kept);
    let sizes: Vec<usize> = members.iter().map(Vec::len).collect();
    let old_hues: Vec<Option<u8>> =
        continues.iter().map(|theme| of_before(theme).map(|old| old.hue % 8)).collect();
    let (nodes, hues) = tree(&centres, &sizes, &old_hues);
    let mut described = Described { closeness: closeness(found, &kept), centres, ..Described::default() };
    for (theme, members) in members.iter().enumerate() {
        let merits = merits(space, found, kept[theme], members, &weights[theme]);
        let typicality = members.iter().zip(&merits).map(|(&row, merit)| (space.index[row], merit.0));
        described.typicality.extend(typicality);
        let merit: Vec<f64> = merits.iter().map(|merit| merit.1).collect();
        let chosen = typical::typical(members, &merit, &space.read, &space.rows, author_of, TYPICAL);
        let voices: Vec<(usize, usize)> = members.iter().map(|&row| (row, author_of(row))).collect();
        let leaf = nodes.iter().position(|node| node.leaf() == Some(theme)).unwrap_or_default();
        described.themes.push(FoundTheme {
            label: labels[theme].clone(),
            hue: hues[leaf],
            size: members.len(),
            words: words::typical(&weights[theme], &space.table, &forms, &voices, WORDS),
            typical: chosen.into_iter().map(|row| space.index[row]).collect(),
            says: Vec::new(),
            divides: Vec::new(),
            continues: continues[theme],
            region: None,
        });
        described.marks.push(marks(space, &weights[theme]));
    }
    let names = labeller.of_nodes(&nodes, &labels);
    let branch = |(node, (label, hue)): (&crate::themes::tree::Node, (String, u8))| Branch {
        parent: node.parent.map(|above| above as u32),
        // A rank, from 1.
        theme: node.leaf().map(|theme| theme as u32 + 1),
        label,
        hue,
    };
    described.tree = nodes.iter().zip(names.into_iter().zip(hues)).map(branch).collect();
    described
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

/// How central each row is to its theme: the cosine with its centre, 1 on average over the theme; 0 outside themes.
fn central(space: &Space<'_>, found: &Partition, kept: &[usize], members: &[Vec<usize>]) -> Vec<f64> {
    let mut central = vec![0.0; space.read.len()];
    for (members, &theme) in members.iter().zip(kept) {
        let close: Vec<f64> =
            members.iter().map(|&row| found.closeness(space.rows.row(row), theme).max(0.0)).collect();
        let mean = close.iter().sum::<f64>() / close.len().max(1) as f64;
        for (&row, close) in members.iter().zip(close) {
            central[row] = if mean > 0.0 { close / mean } else { 1.0 };
        }
    }
    central
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
