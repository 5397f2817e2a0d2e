//! Fits what each sign of a sentence weighs for each kind, and writes the table that the engine carries.
//!
//! `cargo run -p analysis --example kinds -- server/demo/contributions-1.toml server/demo/contributions-3.toml >
//! crates/analysis/src/kinds/weights.txt`
//!
//! Multinomial logistic regression by gradient descent, without chance; the signs that weigh most are kept and fitted again.

use analysis::kinds::signs_of;
use std::collections::BTreeMap;
use std::error::Error;

const KINDS: [&str; 3] = ["etat", "idee", "mode"];
/// Sentences that must have a sign.
const LEAST: usize = 4;
/// Signs kept.
const KEPT: usize = 800;
/// The penalty of a squared weight, for each sentence.
const PENALTY: f64 = 5.0;
const STEPS: usize = 1_500;
const RATE: f64 = 0.3;

/// The kind and the signs of a sentence.
type Labelled = (usize, Vec<String>);

/// A sentence: its kind and its signs, by number.
struct Sentence {
    kind: usize,
    signs: Vec<usize>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let labelled = std::env::args().skip(1).map(|path| read(&path)).collect::<Result<Vec<_>, _>>()?.concat();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    labelled.iter().flat_map(|(_, signs)| signs).for_each(|sign| *counts.entry(sign).or_default() += 1);
    let mut names: Vec<&str> =
        counts.into_iter().filter(|(_, n)| *n >= LEAST).map(|(sign, _)| sign).collect();
    let weights = fit(&numbered(&labelled, &names), names.len());
    let most = |at: &usize| weights[*at].iter().fold(0.0, |most: f64, weight| most.max(weight.abs()));
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by(|a, b| most(b).total_cmp(&most(a)).then(a.cmp(b)));
    order.truncate(KEPT);
    order.sort_unstable();
    names = order.into_iter().map(|at| names[at]).collect();
    for (name, weights) in names.iter().zip(fit(&numbered(&labelled, &names), names.len())) {
        let thousandths = weights.map(|weight| format!("{:.0}", 1_000.0 * weight));
        println!("{} {name}", thousandths.join(" "));
    }
    Ok(())
}

/// The sentences of a file of the demonstration, each with its kind and signs.
fn read(path: &str) -> Result<Vec<Labelled>, Box<dyn Error>> {
    let file: toml::Table = std::fs::read_to_string(path)?.parse()?;
    let contributions = file["contribution"].as_array().into_iter().flatten();
    let pairs =
        contributions.flat_map(|contribution| contribution["sentences"].as_array().into_iter().flatten());
    let labelled = pairs.filter_map(|pair| {
        let kind = KINDS.iter().position(|kind| pair[0].as_str() == Some(kind))?;
        Some((kind, signs_of(pair[1].as_str()?)))
    });
    Ok(labelled.collect())
}

fn numbered(labelled: &[Labelled], names: &[&str]) -> Vec<Sentence> {
    let number = |sign: &String| names.binary_search(&sign.as_str()).ok();
    labelled
        .iter()
        .map(|(kind, signs)| Sentence { kind: *kind, signs: signs.iter().filter_map(number).collect() })
        .collect()
}

/// The weights of each sign for each kind: accelerated gradient descent (Nesterov 1983) on the mean log loss.
fn fit(sentences: &[Sentence], signs: usize) -> Vec<[f64; 3]> {
    let n = sentences.len().max(1) as f64;
    let mut weights = vec![[0.0; 3]; signs];
    let mut ahead = weights.clone();
    for step in 0..STEPS {
        let mut slope: Vec<[f64; 3]> = ahead.iter().map(|w| w.map(|x| x * PENALTY / n)).collect();
        for sentence in sentences {
            let shares = shares(sentence, &ahead);
            for kind in 0..3 {
                let off = (shares[kind] - f64::from(u8::from(kind == sentence.kind))) / n;
                sentence.signs.iter().for_each(|&sign| slope[sign][kind] += off);
            }
        }
        let pace = step as f64 / (step + 3) as f64;
        for ((weight, ahead), slope) in weights.iter_mut().zip(&mut ahead).zip(&slope) {
            for kind in 0..3 {
                let next = ahead[kind] - RATE * slope[kind];
                ahead[kind] = next + pace * (next - weight[kind]);
                weight[kind] = next;
            }
        }
    }
    weights
}

/// How likely each kind is.
fn shares(sentence: &Sentence, weights: &[[f64; 3]]) -> [f64; 3] {
    let mut sums = [0.0; 3];
    for &sign in &sentence.signs {
        sums.iter_mut().zip(weights[sign]).for_each(|(sum, weight)| *sum += weight);
    }
    let most = sums.iter().copied().fold(f64::MIN, f64::max);
    let odds = sums.map(|sum| (sum - most).exp());
    let total: f64 = odds.iter().sum();
    odds.map(|odd| odd / total)
}
