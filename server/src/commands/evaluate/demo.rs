//! The demonstration's texts against the subjects that they were written for.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

use analysis::Item;
use domain::analysis::Place;
use serde::Serialize;

use super::{Complaint, Outcome, timed};
use crate::config::Config;
use crate::demo::{Text, texts};
use crate::jobs::analyse::parameters;

/// What was measured of one run of all the texts, with as many themes as the engine chooses unless told.
#[derive(Debug, Serialize)]
struct Figures {
    contributions: usize,
    verbatims: usize,
    themes: usize,
    subjects: usize,
    /// Agreement of the themes of verbatims with the subjects of their contributions.
    nmi: f64,
    ari: f64,
    purity: f64,
    /// Largest theme, weak signals and unplaced, as shares of the verbatims.
    largest: f64,
    weak: f64,
    unplaced: f64,
    /// Contributions meant as ideas that nobody else has, and how many of them have a weak signal.
    isolated: usize,
    isolated_found: usize,
    /// The share of the other contributions that have one.
    others_found: f64,
    seconds: f64,
}

pub(super) fn run(k: Option<usize>, json: bool) -> Outcome {
    let figures = figures(k)?;
    if json {
        println!("{}", serde_json::to_string_pretty(&figures)?);
        return Ok(());
    }
    let Figures { contributions, verbatims, themes, subjects, isolated, isolated_found, .. } = &figures;
    println!("n {contributions}  verbatims {verbatims}  themes {themes}  subjects {subjects}");
    println!("nmi {:.3}  ari {:.3}  purity {:.3}", figures.nmi, figures.ari, figures.purity);
    println!("largest {:.3}  weak {:.3}  unplaced {:.3}", figures.largest, figures.weak, figures.unplaced);
    println!("isolated {isolated_found} of {isolated}  others {:.3}", figures.others_found);
    println!("seconds {:.3}", figures.seconds);
    Ok(())
}

fn figures(k: Option<usize>) -> Outcome<Figures> {
    let texts = texts().map_err(|error| Complaint(error.to_string()))?;
    let bodies: Vec<String> = texts.iter().map(Text::body).collect();
    let items = texts.iter().zip(&bodies).map(|(text, body)| Item {
        body,
        author: text.author.as_deref().or(text.table.as_deref()),
        kind: text.kind,
    });
    let items: Vec<Item<'_>> = items.collect();
    let start = Instant::now();
    let (found, _) = timed(&items, None, &parameters(k)?, Config::default().analysis.seed)?;
    let seconds = start.elapsed().as_secs_f64();
    let subjects: BTreeSet<&str> = texts.iter().map(|text| text.gold.as_str()).collect();
    let numbers: BTreeMap<&str, usize> = subjects.iter().copied().zip(0..).collect();
    let placed = found
        .verbatims
        .iter()
        .filter_map(|verbatim| Some((numbers[texts[verbatim.item].gold.as_str()], verbatim.place.theme()?)));
    let (gold, themes): (Vec<usize>, Vec<usize>) = placed.unzip();
    let agreement = analysis::agreement(&gold, &themes);
    let share = |wanted: fn(&Place<usize>) -> bool| {
        let some = found.verbatims.iter().filter(|verbatim| wanted(&verbatim.place)).count();
        some as f64 / found.verbatims.len().max(1) as f64
    };
    let weak: BTreeSet<usize> = found
        .verbatims
        .iter()
        .filter(|verbatim| matches!(verbatim.place, Place::Weak(_)))
        .map(|verbatim| verbatim.item)
        .collect();
    let (alone, others): (Vec<usize>, Vec<usize>) = (0..texts.len()).partition(|&at| texts[at].isolated);
    let heard = |some: &[usize]| some.iter().filter(|at| weak.contains(at)).count();
    let largest = found.themes.iter().map(|theme| theme.size).max().unwrap_or_default();
    Ok(Figures {
        contributions: texts.len(),
        verbatims: found.verbatims.len(),
        themes: found.themes.len(),
        subjects: subjects.len(),
        nmi: agreement.nmi,
        ari: agreement.ari,
        purity: agreement.purity,
        largest: largest as f64 / found.verbatims.len().max(1) as f64,
        weak: share(|place| matches!(place, Place::Weak(_))),
        unplaced: share(|place| matches!(place, Place::Unplaced(_))),
        isolated: alone.len(),
        isolated_found: heard(&alone),
        others_found: heard(&others) as f64 / others.len().max(1) as f64,
        seconds,
    })
}
