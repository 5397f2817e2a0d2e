//! Themes of a CSV file with the columns id, gold and text: to read them, and to measure them against the gold.
//!
//! `cargo run -p analysis --example trial -- FILE… [--scores] [--seeds N] [--lsa]`

use analysis::{Item, Outcome, ParamGuard, Parameters, Stage, ThemeCount, ValidParameters, VectorKind};
use std::collections::BTreeMap;
use std::error::Error;
use std::time::Instant;

struct Row {
    gold: String,
    text: String,
}

fn rows(path: &str) -> Result<Vec<Row>, Box<dyn Error>> {
    let mut reader = csv::Reader::from_path(path)?;
    let records = reader.records().map(|record| {
        let record = record?;
        let field = |i: usize| record.get(i).unwrap_or_default().to_owned();
        Ok::<_, csv::Error>(Row { gold: field(1), text: field(2) })
    });
    Ok(records.collect::<Result<_, _>>()?)
}

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let flag = |name: &str| args.iter().position(|arg| arg == name);
    let seeds = flag("--seeds").and_then(|at| args.get(at + 1)?.parse().ok()).unwrap_or(10);
    let kind = if flag("--lsa").is_some() { VectorKind::TfIdfLsa } else { VectorKind::Correspondence };
    let params =
        Parameters::default().vectors(kind).themes(ThemeCount::Free { least: 3, most: 24 }).check()?;
    for path in args.iter().filter(|arg| arg.ends_with(".csv")) {
        let rows = rows(path)?;
        if flag("--scores").is_none() {
            themes(path, &rows, &params)?;
        }
        scores(path, &rows, &params, seeds)?;
    }
    Ok(())
}

fn themes(path: &str, rows: &[Row], params: &ValidParameters) -> Result<(), Box<dyn Error>> {
    let items: Vec<Item<'_>> =
        rows.iter().map(|row| Item { body: &row.text, author: None, kind: None }).collect();
    let start = Instant::now();
    let mut times: Vec<(Stage, f64)> = Vec::new();
    let mut clock = |stage| times.push((stage, start.elapsed().as_secs_f64()));
    let outcome = analysis::analyse(&items, params, 1, &mut clock)?;
    let end = start.elapsed().as_secs_f64();
    println!("== {path}: {} texts, {} verbatims, {end:.2} s", items.len(), outcome.verbatims.len());
    for (i, (stage, at)) in times.iter().enumerate() {
        print!("  {stage:?} {:.2}", times.get(i + 1).map_or(end, |next| next.1) - at);
    }
    println!();
    show(&items, &outcome);
    Ok(())
}

fn quote<'a>(items: &[Item<'a>], item: usize, span: std::ops::Range<usize>) -> &'a str {
    &items[item].body[span]
}

fn show(items: &[Item<'_>], outcome: &Outcome) {
    let mut apart: BTreeMap<String, usize> = BTreeMap::new();
    for verbatim in outcome.verbatims.iter().filter(|verbatim| verbatim.place.theme().is_none()) {
        *apart.entry(format!("{:?}", verbatim.place)).or_default() += 1;
    }
    println!("  apart: {apart:?}");
    for theme in &outcome.themes {
        let words: Vec<String> =
            theme.words.iter().map(|word| format!("{} {:.0}", word.form, word.chi2)).collect();
        println!("  * {} ({}, hue {}): {}", theme.label, theme.size, theme.hue, words.join(", "));
        for &at in theme.typical.iter().take(2) {
            let verbatim = &outcome.verbatims[at];
            println!("      « {} »", quote(items, verbatim.item, verbatim.span.clone()).replace('\n', " "));
        }
    }
    for objective in outcome.draft.objectives.iter().take(3) {
        println!("  # {} {:?}", objective.heading, objective.themes);
        for section in &objective.sections {
            println!("    {:?}", section.kind);
            for found in &section.quotes {
                println!("      - {}", quote(items, found.item, found.span.clone()).replace('\n', " "));
            }
        }
    }
}

fn scores(path: &str, rows: &[Row], params: &ValidParameters, seeds: u64) -> Result<(), Box<dyn Error>> {
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
    for k in [Some(classes.len()), None] {
        let start = Instant::now();
        let found = analysis::evaluate(&texts, &gold, k, params, &seeds)?;
        let seconds = start.elapsed().as_secs_f64() / seeds.len().max(1) as f64;
        println!(
            "{} n={} k={:.1}{} NMI {:.3} ARI {:.3} purity {:.3} largest {:.2} weak {:.3} unplaced {:.3}  {seconds:.2} s a seed",
            path.rsplit('/').next().unwrap_or(path),
            found.n,
            found.k,
            if k.is_some() { "" } else { " (free)" },
            found.agreement.nmi,
            found.agreement.ari,
            found.agreement.purity,
            found.largest,
            found.weak,
            found.unplaced
        );
    }
    Ok(())
}
