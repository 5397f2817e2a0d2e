//! Themes of a CSV file with the columns id, gold and text: to read them, and to measure them against the gold.
//!
//! `cargo run -p analysis --example trial -- FILE… [--scores | --read] [--seeds N] [--k] [--lsa] [--times N]`
//!
//! A FILE may be one of the demonstration's (`server/demo/contributions-1.toml`), which has no gold. `--times N` resamples
//! the texts to N and shows how long each step takes; `--grow` runs twice, the second time with 5 % more texts, and says
//! how many verbatims stayed where they were; `--place` times the placing of texts in the result.

use analysis::{
    Item, Outcome, ParamGuard, Parameters, Placer, Previous, PreviousTheme, PreviousVerbatim, Stage,
    ThemeCount, ValidParameters, VectorKind,
};
use std::collections::BTreeMap;
use std::error::Error;
use std::time::Instant;

struct Row {
    gold: String,
    author: Option<String>,
    text: String,
}

fn rows(path: &str) -> Result<Vec<Row>, Box<dyn Error>> {
    if path.ends_with(".toml") {
        return demo(path);
    }
    let mut reader = csv::Reader::from_path(path)?;
    let records = reader.records().map(|record| {
        let record = record?;
        let field = |i: usize| record.get(i).unwrap_or_default().to_owned();
        Ok::<_, csv::Error>(Row { gold: field(1), author: None, text: field(2) })
    });
    Ok(records.collect::<Result<_, _>>()?)
}

/// The contributions of the demonstration.
fn demo(path: &str) -> Result<Vec<Row>, Box<dyn Error>> {
    let file: toml::Table = std::fs::read_to_string(path)?.parse()?;
    let text = |contribution: &toml::Value| {
        let sentences = contribution["sentences"].as_array().cloned().unwrap_or_default();
        let text = sentences.iter().filter_map(|pair| pair[1].as_str()).collect::<Vec<_>>().join(" ");
        let field = |name: &str| contribution.get(name).and_then(toml::Value::as_str).map(str::to_owned);
        Row { gold: field("gold").unwrap_or_default(), author: field("author"), text }
    };
    Ok(file["contribution"].as_array().into_iter().flatten().map(text).collect())
}

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let flag = |name: &str| args.iter().position(|arg| arg == name);
    let seeds = flag("--seeds").and_then(|at| args.get(at + 1)?.parse().ok()).unwrap_or(10);
    let kind = if flag("--lsa").is_some() { VectorKind::TfIdfLsa } else { VectorKind::Correspondence };
    let params =
        Parameters::default().vectors(kind).themes(ThemeCount::Free { least: 3, most: 24 }).check()?;
    let times: Option<usize> = flag("--times").and_then(|at| args.get(at + 1)?.parse().ok());
    let csvs = args.iter().filter(|arg| arg.ends_with(".csv"));
    let mut sets: Vec<(String, Vec<Row>)> =
        csvs.map(|path| Ok((path.clone(), rows(path)?))).collect::<Result<_, Box<dyn Error>>>()?;
    let mut demo = Vec::new();
    for path in args.iter().filter(|arg| arg.ends_with(".toml")) {
        demo.extend(rows(path)?);
    }
    if !demo.is_empty() {
        sets.push(("demo".to_owned(), demo));
    }
    for (path, rows) in &sets {
        if flag("--grow").is_some() {
            grow(path, rows, &params)?;
        } else if let Some(times) = times {
            let texts: Vec<&str> = (0..times).map(|i| rows[i * 7919 % rows.len()].text.as_str()).collect();
            timed(path, &items(&texts), &params, flag("--place").is_some())?;
        } else {
            if flag("--scores").is_none() {
                let texts: Vec<&str> = rows.iter().map(|row| row.text.as_str()).collect();
                let mut items = items(&texts);
                for (item, row) in items.iter_mut().zip(rows) {
                    item.author = row.author.as_deref();
                }
                let outcome = timed(path, &items, &params, flag("--place").is_some())?;
                let (gold, theme) = placed(rows, &outcome);
                let found = analysis::agreement(&gold, &theme);
                println!(
                    "  verbatims against the gold of contributions: NMI {:.3} ARI {:.3}",
                    found.nmi, found.ari
                );
                if flag("--short").is_none() {
                    show(rows, &items, &outcome);
                }
            }
            if flag("--read").is_none() {
                scores(path, rows, &params, seeds, flag("--k").is_some())?;
            }
        }
    }
    Ok(())
}

/// The class of the contribution, and the theme, of each verbatim that has both.
fn placed(rows: &[Row], outcome: &Outcome) -> (Vec<usize>, Vec<usize>) {
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    let mut pairs = Vec::new();
    for verbatim in outcome.verbatims.iter().filter(|verbatim| !rows[verbatim.item].gold.is_empty()) {
        let next = names.len();
        let class = *names.entry(rows[verbatim.item].gold.as_str()).or_insert(next);
        pairs.extend(verbatim.place.theme().map(|theme| (class, theme)));
    }
    pairs.into_iter().unzip()
}

fn items<'a>(texts: &[&'a str]) -> Vec<Item<'a>> {
    texts.iter().map(|body| Item { body, author: None, kind: None }).collect()
}

/// Without every 21st text, then with all of them, from where the first run ended.
fn grow(path: &str, rows: &[Row], params: &ValidParameters) -> Result<(), Box<dyn Error>> {
    let texts: Vec<&str> = rows.iter().map(|row| row.text.as_str()).collect();
    let old: Vec<usize> = (0..texts.len()).filter(|i| i % 21 != 20).collect();
    let first: Vec<&str> = old.iter().map(|&i| texts[i]).collect();
    let first = analysis::analyse(&items(&first), None, params, 1, &mut |_| {})?;
    let previous = Previous {
        verbatims: first
            .verbatims
            .iter()
            .map(|v| PreviousVerbatim {
                item: old[v.item],
                span: v.span.clone(),
                theme: v.place.theme(),
                point: v.point,
            })
            .collect(),
        themes: first.themes.iter().map(|t| PreviousTheme { label: t.label.clone(), hue: t.hue }).collect(),
    };
    for previous in [Some(&previous), None] {
        let second = analysis::analyse(&items(&texts), previous, params, 1, &mut |_| {})?;
        let class = |theme: Option<usize>| theme.map_or(usize::MAX, |theme| theme);
        let known: BTreeMap<(usize, usize), usize> =
            first.verbatims.iter().map(|v| ((old[v.item], v.span.start), class(v.place.theme()))).collect();
        let pairs = second
            .verbatims
            .iter()
            .filter_map(|v| Some((*known.get(&(v.item, v.span.start))?, class(v.place.theme()))));
        let (before, after): (Vec<usize>, Vec<usize>) = pairs.unzip();
        let continued = second.themes.iter().filter(|theme| theme.continues.is_some()).count();
        println!(
            "{path} +5 % {}: ARI {:.3}, {} themes then {}, {continued} continued, {:?}",
            if previous.is_some() { "warm" } else { "cold" },
            analysis::adjusted_rand(&before, &after),
            first.themes.len(),
            second.themes.len(),
            second.choice.map(|choice| (choice.confidence, choice.agreement)),
        );
    }
    Ok(())
}

/// Runs, and says how long each step took; and places texts in the result.
fn timed(
    path: &str,
    items: &[Item<'_>],
    params: &ValidParameters,
    place: bool,
) -> Result<Outcome, Box<dyn Error>> {
    let start = Instant::now();
    let mut times: Vec<(Stage, f64)> = Vec::new();
    let mut clock = |stage| times.push((stage, start.elapsed().as_secs_f64()));
    let outcome = analysis::analyse(items, None, params, 1, &mut clock)?;
    let end = start.elapsed().as_secs_f64();
    println!("== {path}: {} texts, {} verbatims, {end:.2} s", items.len(), outcome.verbatims.len());
    for (i, (stage, at)) in times.iter().enumerate() {
        print!("  {stage:?} {:.2}", times.get(i + 1).map_or(end, |next| next.1) - at);
    }
    println!("  model {} bytes", outcome.model.len());
    if place {
        let start = Instant::now();
        let placer = Placer::read(&outcome.model)?;
        let read = start.elapsed().as_secs_f64();
        let start = Instant::now();
        let verbatims: usize = items.iter().take(200).map(|item| placer.place(item.body).len()).sum();
        let each = start.elapsed().as_secs_f64() * 1000.0 / items.len().clamp(1, 200) as f64;
        println!("  placer: read in {read:.3} s, {each:.2} ms a text ({verbatims} verbatims in 200 texts)");
    }
    Ok(outcome)
}

fn quote<'a>(items: &[Item<'a>], item: usize, span: std::ops::Range<usize>) -> &'a str {
    &items[item].body[span]
}

/// The classes that make up most of a theme, with their share.
fn golds(rows: &[Row], outcome: &Outcome, theme: usize) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for verbatim in outcome.verbatims.iter().filter(|verbatim| verbatim.place.theme() == Some(theme)) {
        *counts.entry(rows[verbatim.item].gold.as_str()).or_default() += 1;
    }
    let all: usize = counts.values().sum();
    let mut counts: Vec<(&str, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let shares = counts.iter().take(3).map(|(gold, count)| format!("{gold} {} %", 100 * count / all.max(1)));
    shares.collect::<Vec<_>>().join(", ")
}

fn show(rows: &[Row], items: &[Item<'_>], outcome: &Outcome) {
    let mut apart: BTreeMap<String, usize> = BTreeMap::new();
    for verbatim in outcome.verbatims.iter().filter(|verbatim| verbatim.place.theme().is_none()) {
        *apart.entry(format!("{:?}", verbatim.place)).or_default() += 1;
    }
    println!("  apart: {apart:?}  choice: {:?}", outcome.choice);
    let said = |at: usize| {
        let verbatim = &outcome.verbatims[at];
        quote(items, verbatim.item, verbatim.span.clone()).replace('\n', " ")
    };
    for (i, node) in outcome.tree.iter().enumerate() {
        println!("  {i} < {:?}: {} (hue {}) {:?}", node.parent, node.label, node.hue, node.theme);
    }
    for (rank, theme) in outcome.themes.iter().enumerate() {
        let words: Vec<String> =
            theme.words.iter().map(|word| format!("{} {:.0}", word.form, word.chi2)).collect();
        println!("  * {} ({}, hue {}): {}", theme.label, theme.size, theme.hue, words.join(", "));
        println!("      {}", golds(rows, outcome, rank));
        for &at in theme.typical.iter().take(3) {
            println!("      « {} »", said(at));
        }
        for pair in &theme.divides {
            println!("      <> {}: « {} » / « {} »", pair.about, said(pair.one), said(pair.other));
        }
    }
    for objective in &outcome.draft.objectives {
        println!("  # {} {:?}", objective.heading, objective.themes);
        for found in &objective.suggestions {
            println!("    Pour {}", quote(items, found.item, found.span.clone()));
        }
        for section in &objective.sections {
            println!("    {:?}", section.kind);
            for found in &section.quotes {
                println!("      - {}", quote(items, found.item, found.span.clone()).replace('\n', " "));
            }
        }
    }
    let twins = outcome.verbatims.iter().filter(|v| v.neighbours.iter().any(|close| close.twin)).count();
    println!("  {twins} verbatims have a twin");
    for at in (0..outcome.verbatims.len()).step_by(outcome.verbatims.len().div_ceil(5).max(1)) {
        println!("  ~ « {} »", said(at));
        for close in &outcome.verbatims[at].neighbours {
            println!("      {:.2} « {} »", close.closeness, said(close.verbatim));
        }
    }
}

fn scores(
    path: &str,
    rows: &[Row],
    params: &ValidParameters,
    seeds: u64,
    forced: bool,
) -> Result<(), Box<dyn Error>> {
    let rows: Vec<&Row> = rows.iter().filter(|row| !row.gold.is_empty()).collect();
    if rows.is_empty() {
        return Ok(());
    }
    let mut classes: BTreeMap<&str, usize> = rows.iter().map(|row| (row.gold.as_str(), 0)).collect();
    for (number, class) in classes.values_mut().enumerate() {
        *class = number;
    }
    let gold: Vec<usize> = rows.iter().map(|row| classes[row.gold.as_str()]).collect();
    let texts: Vec<&str> = rows.iter().map(|row| row.text.as_str()).collect();
    let seeds: Vec<u64> = (0..seeds).collect();
    for k in [Some(classes.len()), None].into_iter().take(if forced { 1 } else { 2 }) {
        let start = Instant::now();
        let found = analysis::evaluate(&texts, &gold, k, params, &seeds)?;
        let seconds = start.elapsed().as_secs_f64() / seeds.len().max(1) as f64;
        println!(
            "{} n={} k={:.1}{} NMI {:.3} ARI {:.3} V {:.3} purity {:.3} largest {:.2} weak {:.3} unplaced {:.3}  {seconds:.2} s a seed",
            path.rsplit('/').next().unwrap_or(path),
            found.n,
            found.k,
            if k.is_some() { "" } else { " (free)" },
            found.agreement.nmi,
            found.agreement.ari,
            found.agreement.v,
            found.agreement.purity,
            found.largest,
            found.weak,
            found.unplaced
        );
    }
    Ok(())
}
