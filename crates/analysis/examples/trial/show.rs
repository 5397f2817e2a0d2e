//! A whole outcome, to read.

use analysis::{Item, Outcome};
use std::collections::BTreeMap;

use super::Row;

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

pub(super) fn show(rows: &[Row], items: &[Item<'_>], outcome: &Outcome) {
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
