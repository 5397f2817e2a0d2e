//! What moves when texts are added.

use analysis::{Previous, PreviousTheme, PreviousVerbatim, ValidParameters};
use std::collections::BTreeMap;
use std::error::Error;

use super::{Row, items};

/// Without every 21st text, then with all of them, from where the first run ended.
pub(super) fn grow(path: &str, rows: &[Row], params: &ValidParameters) -> Result<(), Box<dyn Error>> {
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
