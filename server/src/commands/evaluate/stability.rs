//! What moves when texts are added: an analysis of nineteen texts in twenty, then one of all that starts from it.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use std::time::Instant;

use analysis::{Item, Outcome as Found, Placer, Previous, PreviousTheme, PreviousVerbatim};
use domain::analysis::{Place, Point, agreement};
use serde::Serialize;

use super::{Arguments, Complaint, Outcome, columns, item, timed};
use crate::jobs::analyse::parameters;

/// One text in so many is added.
const ADDED: usize = 20;
/// Texts placed one by one to time it.
const PLACED: usize = 200;

/// What was measured. Seconds are of one run, shares from 0 to 1.
#[derive(Debug, Serialize)]
struct Figures {
    texts: usize,
    verbatims: usize,
    themes: usize,
    /// Largest theme, weak signals and unplaced, as shares of the verbatims.
    largest: f64,
    weak: f64,
    unplaced: f64,
    /// Verbatims that both runs hold.
    kept: usize,
    /// Their agreement before and after: adjusted Rand index of their places.
    ari: f64,
    /// Themes of the first run that the second continues.
    continued: usize,
    /// How far they moved on the map, the middle one of them, as a share of its width; none without a map.
    median_shift: Option<f64>,
    /// Verbatims laid out before the others; none when all were.
    landmarks: Option<u32>,
    seconds: f64,
    stages: BTreeMap<&'static str, f64>,
    /// Bytes of what places a new text, and the seconds to read it.
    model_bytes: usize,
    model_seconds: f64,
    /// Milliseconds to place a new text with its three nearest: mean, and the slowest.
    place_mean_ms: f64,
    place_most_ms: f64,
}

pub(super) fn run(file: &Path, arguments: &Arguments) -> Outcome {
    let [texts] = columns(file, [&arguments.text])?;
    let texts: Vec<String> = texts.into_iter().filter(|text| !text.trim().is_empty()).collect();
    if texts.len() < ADDED {
        return Err(Complaint(format!("il faut au moins {ADDED} textes pour mesurer ce qui bouge.")));
    }
    let parameters = parameters(arguments.k)?;
    let is_old = |at: usize| at % ADDED != ADDED / 2;
    let old: Vec<usize> = (0..texts.len()).filter(|&at| is_old(at)).collect();
    let before: Vec<Item<'_>> = old.iter().map(|&at| item(&texts[at])).collect();
    let (first, _) = timed(&before, None, &parameters, 0)?;
    let previous = previous(&first, &old);
    let items: Vec<Item<'_>> = texts.iter().map(|text| item(text)).collect();
    let start = Instant::now();
    let (second, stages) = timed(&items, Some(&previous), &parameters, 0)?;
    let seconds = start.elapsed().as_secs_f64();
    let added: Vec<&str> = (0..texts.len()).filter(|&at| !is_old(at)).map(|at| texts[at].as_str()).collect();
    let figures = figures(&previous, &second, Timing { seconds, stages }, &added)?;
    tell(&figures, arguments.json)
}

struct Timing {
    seconds: f64,
    stages: BTreeMap<&'static str, f64>,
}

/// The first run, seen from all the texts; `old` are the places of its own among them.
fn previous(first: &Found, old: &[usize]) -> Previous {
    let verbatim = |found: &analysis::PlacedVerbatim| PreviousVerbatim {
        item: old[found.item],
        span: found.span.clone(),
        theme: found.place.theme(),
        point: found.point,
    };
    let theme = |found: &analysis::FoundTheme| PreviousTheme { label: found.label.clone(), hue: found.hue };
    Previous {
        verbatims: first.verbatims.iter().map(verbatim).collect(),
        themes: first.themes.iter().map(theme).collect(),
    }
}

fn figures(previous: &Previous, found: &Found, timing: Timing, added: &[&str]) -> Outcome<Figures> {
    let key = |item: usize, span: &Range<usize>| (item, span.start, span.end);
    let was: BTreeMap<_, &PreviousVerbatim> =
        previous.verbatims.iter().map(|verbatim| (key(verbatim.item, &verbatim.span), verbatim)).collect();
    let kept: Vec<(&PreviousVerbatim, &analysis::PlacedVerbatim)> =
        found.verbatims.iter().filter_map(|is| Some((*was.get(&key(is.item, &is.span))?, is))).collect();
    let all = found.verbatims.len();
    let share = |wanted: fn(&Place<usize>) -> bool| {
        found.verbatims.iter().filter(|verbatim| wanted(&verbatim.place)).count() as f64 / all.max(1) as f64
    };
    let start = Instant::now();
    let placer = Placer::read(&found.model)?;
    let model_seconds = start.elapsed().as_secs_f64();
    let placing = placing(&placer, added);
    Ok(Figures {
        texts: added.len()
            + previous.verbatims.iter().map(|v| v.item).collect::<std::collections::BTreeSet<_>>().len(),
        verbatims: all,
        themes: found.themes.len(),
        largest: found.themes.iter().map(|theme| theme.size).max().unwrap_or_default() as f64
            / all.max(1) as f64,
        weak: share(|place| matches!(place, Place::Weak(_))),
        unplaced: share(|place| matches!(place, Place::Unplaced(_))),
        kept: kept.len(),
        // What has no theme counts as one place: the run before says no more of it.
        ari: agreement(kept.iter().map(|(was, is)| (was.theme, is.place.theme(), 1))),
        continued: found.themes.iter().filter(|theme| theme.continues.is_some()).count(),
        median_shift: median(
            kept.iter().filter_map(|(was, is)| Some(distance(was.point?, is.point?))).collect(),
        ),
        landmarks: found.landmarks,
        seconds: timing.seconds,
        stages: timing.stages,
        model_bytes: found.model.len(),
        model_seconds,
        place_mean_ms: placing.iter().sum::<f64>() / placing.len().max(1) as f64,
        place_most_ms: placing.iter().copied().fold(0.0, f64::max),
    })
}

/// Milliseconds that each of some texts takes to be placed.
fn placing(placer: &Placer, texts: &[&str]) -> Vec<f64> {
    let time = |text: &&str| {
        let start = Instant::now();
        std::hint::black_box(placer.place(text));
        start.elapsed().as_secs_f64() * 1_000.0
    };
    texts.iter().take(PLACED).map(time).collect()
}

fn distance(one: Point, other: Point) -> f64 {
    f64::from(one.x - other.x).hypot(f64::from(one.y - other.y))
}

fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

fn tell(figures: &Figures, json: bool) -> Outcome {
    if json {
        println!("{}", serde_json::to_string_pretty(figures)?);
        return Ok(());
    }
    let Figures { texts, verbatims, themes, kept, ari, continued, .. } = figures;
    println!("n {texts}  verbatims {verbatims}  themes {themes}  continued {continued}");
    println!("largest {:.3}  weak {:.3}  unplaced {:.3}", figures.largest, figures.weak, figures.unplaced);
    let shift = figures.median_shift.map_or_else(|| "-".to_owned(), |shift| format!("{shift:.4}"));
    println!("kept {kept}  ari {ari:.3}  median shift {shift}");
    let stages: Vec<String> =
        figures.stages.iter().map(|(stage, seconds)| format!("{stage} {seconds:.3}")).collect();
    println!("seconds {:.3}: {}", figures.seconds, stages.join("  "));
    println!(
        "model {} bytes, read in {:.3} s; place {:.2} ms, at most {:.2} ms",
        figures.model_bytes, figures.model_seconds, figures.place_mean_ms, figures.place_most_ms
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_one_of_several() {
        assert_eq!(median(vec![3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(Vec::new()), None);
        assert_eq!(distance(Point { x: 0.0, y: 0.0 }, Point { x: 0.75, y: 1.0 }), 1.25);
    }
}
