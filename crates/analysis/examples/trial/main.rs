//! Themes of a CSV file with the columns id, gold and text: to read them, and to measure them against the gold.
//!
//! `cargo run -p analysis --example trial -- FILE… [--scores | --read] [--seeds N] [--k] [--lsa] [--times N]`
//!
//! A FILE may be one of the demonstration's (`server/demo/contributions-1.toml`), which has no gold. `--times N` resamples
//! the texts to N and shows how long each step takes; `--grow` runs twice, the second time with 5 % more texts, and says
//! how many verbatims stayed where they were; `--place` times the placing of texts in the result; `--blind FOLDER` writes the
//! themes there without their names, and the names apart.

mod blind;
mod grow;
mod show;

use analysis::{
    Item, Outcome, ParamGuard, Parameters, Placer, Stage, ThemeCount, ValidParameters, VectorKind,
};
use std::collections::BTreeMap;
use std::error::Error;
use std::time::Instant;

struct Row {
    gold: String,
    author: Option<String>,
    text: String,
    /// Day and time, where they are known: the order of arrival.
    arrival: (i64, String),
}

fn rows(path: &str) -> Result<Vec<Row>, Box<dyn Error>> {
    if path.ends_with(".toml") {
        return demo(path);
    }
    let mut reader = csv::Reader::from_path(path)?;
    let records = reader.records().map(|record| {
        let record = record?;
        let field = |i: usize| record.get(i).unwrap_or_default().to_owned();
        Ok::<_, csv::Error>(Row { gold: field(1), author: None, text: field(2), arrival: Default::default() })
    });
    Ok(records.collect::<Result<_, _>>()?)
}

/// The contributions of the demonstration.
fn demo(path: &str) -> Result<Vec<Row>, Box<dyn Error>> {
    let file: toml::Table = std::fs::read_to_string(path)?.parse()?;
    let text = |contribution: &toml::Value| {
        let sentences = contribution["sentences"].as_array().cloned().unwrap_or_default();
        let text = sentences
            .iter()
            .filter_map(|pair| pair[1].as_str())
            .collect::<Vec<_>>()
            .join(" ")
            .replace(" \n", "\n");
        let field = |name: &str| contribution.get(name).and_then(toml::Value::as_str).map(str::to_owned);
        let day = contribution.get("day").and_then(toml::Value::as_integer).unwrap_or_default();
        Row {
            gold: field("gold").unwrap_or_default(),
            author: field("author").or_else(|| field("table")),
            text,
            arrival: (day, field("time").unwrap_or_default()),
        }
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
        demo.sort_by(|a, b| a.arrival.cmp(&b.arrival));
        sets.push(("demo".to_owned(), demo));
    }
    for (path, rows) in &sets {
        if flag("--grow").is_some() {
            grow::grow(path, rows, &params)?;
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
                if let Some(folder) = flag("--blind").and_then(|at| args.get(at + 1)) {
                    let name = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".csv");
                    blind::write(folder, name, &items, &outcome)?;
                }
                if flag("--short").is_none() {
                    show::show(rows, &items, &outcome);
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
