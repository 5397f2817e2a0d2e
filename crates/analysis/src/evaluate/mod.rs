//! How good the themes are, against classes that people made.

mod scores;

pub use scores::{Agreement, adjusted_rand, agreement};

use domain::analysis::Place;

use crate::engine::AnalysisError;
use crate::parameters::ValidParameters;
use crate::vectors::{Table, vectors};
use crate::{corpus, describe, engine, space, themes};

/// The mean over seeds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scores {
    /// Texts.
    pub n: usize,
    /// Themes: as asked for, or the mean of what was found.
    pub k: f64,
    /// Agreement with the gold classes.
    pub agreement: Agreement,
    /// Share of the texts in the largest theme.
    pub largest: f64,
    /// Share of weak signals; 0 when texts are forced into themes.
    pub weak: f64,
    /// Share of texts not placed; 0 when texts are forced into themes.
    pub unplaced: f64,
    /// The place of each text with the first seed.
    pub places: Vec<Place<usize>>,
}

/// Compares the themes of `texts`, each taken as one verbatim, with the classes `gold` of the same length.
///
/// With `k`, so many themes, and each text is forced into one, so that figures compare with those of others on the same
/// texts. Without, as many as the engine finds; weak signals and unplaced texts then count as one class each.
pub fn evaluate(
    texts: &[&str],
    gold: &[usize],
    k: Option<usize>,
    params: &ValidParameters,
    seeds: &[u64],
) -> Result<Scores, AnalysisError> {
    let runs = seeds.iter().map(|&seed| match k {
        Some(k) => forced(texts, k, params, seed),
        None => free(texts, params, seed),
    });
    let runs: Vec<Vec<Place<usize>>> = runs.collect::<Result<_, _>>()?;
    Ok(mean(gold, runs))
}

fn forced(
    texts: &[&str],
    k: usize,
    params: &ValidParameters,
    seed: u64,
) -> Result<Vec<Place<usize>>, AnalysisError> {
    let read = corpus::read(&whole(texts));
    let stems: Vec<Vec<String>> = read.iter().map(corpus::Read::stems).collect();
    let table = Table::new(&stems, params.min_texts);
    let rows = vectors(&table, &(0..texts.len()).collect::<Vec<_>>(), params).rows;
    if rows.is_empty() {
        return Ok(vec![Place::Theme(0); texts.len()]);
    }
    let found = themes::fresh(&rows, &table.presence(), k, seed)?;
    Ok(found.theme_of.into_iter().map(Place::Theme).collect())
}

fn free(texts: &[&str], params: &ValidParameters, seed: u64) -> Result<Vec<Place<usize>>, AnalysisError> {
    let read = corpus::read(&whole(texts));
    let mut places = space::first_places(&read, params);
    if let Some(space) = space::space(&read, &mut places, params) {
        let none = vec![None; space.read.len()];
        let found = themes::themes(&space.rows, &space.table.presence(), &none, params, seed)?;
        engine::place(&space, &found.partition, params, &mut places);
        describe::rank(&space, &mut places);
    }
    Ok(places)
}

fn whole<'a>(texts: &[&'a str]) -> Vec<(usize, std::ops::Range<usize>, &'a str)> {
    texts.iter().enumerate().map(|(index, text)| (index, 0..text.len(), *text)).collect()
}

fn mean(gold: &[usize], runs: Vec<Vec<Place<usize>>>) -> Scores {
    let n = gold.len();
    let of = runs.len().max(1) as f64;
    let mut mean = Scores { n, ..Scores::default() };
    for places in &runs {
        let one = score(gold, places);
        let (sum, each) = (&mut mean.agreement, one.agreement);
        sum.nmi += each.nmi / of;
        sum.ari += each.ari / of;
        sum.homogeneity += each.homogeneity / of;
        sum.completeness += each.completeness / of;
        sum.v += each.v / of;
        sum.purity += each.purity / of;
        mean.k += one.k / of;
        mean.largest += one.largest / of;
        mean.weak += one.weak / of;
        mean.unplaced += one.unplaced / of;
    }
    mean.places = runs.into_iter().next().unwrap_or_default();
    mean
}

fn score(gold: &[usize], places: &[Place<usize>]) -> Scores {
    let themes = places.iter().filter_map(|place| place.theme()).max().map_or(0, |most| most + 1);
    let classes: Vec<usize> = places.iter().map(|place| class(*place, themes)).collect();
    let share =
        |class: usize| classes.iter().filter(|&&c| c == class).count() as f64 / places.len().max(1) as f64;
    Scores {
        n: gold.len(),
        k: themes as f64,
        agreement: agreement(gold, &classes),
        largest: (0..themes).map(share).fold(0.0, f64::max),
        weak: share(themes),
        unplaced: share(themes + 1),
        places: Vec::new(),
    }
}

fn class(place: Place<usize>, themes: usize) -> usize {
    match place {
        Place::Theme(theme) => theme,
        Place::Weak(_) => themes,
        Place::Unplaced(_) => themes + 1,
    }
}
