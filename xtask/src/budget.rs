//! The weights that design promises, as bytes after brotli, never as times.
//!
//! Pages are weighed by the browser journeys (`end2end`), which see what really crosses the wire; here stands what is the same for all of them.

use std::path::{Path, PathBuf};

use crate::{Outcome, assets, paths};

/// What, the ending of its files, and its budget in bytes.
const BUDGETS: &[(&str, &str, usize)] = &[
    ("wasm", ".wasm.br", 120_000),
    ("style sheet", ".css.br", 20_000),
    ("fonts", ".woff2", 90_000),
    ("scripts", ".js.br", 15_000),
];

/// Weighs the built site.
pub(crate) fn check() -> Outcome {
    let (site, package) = (paths::site(), paths::site().join(assets::PACKAGE));
    // The worker stands outside of the package: its name must stay.
    let within = |folder: &Path| -> Outcome<Vec<PathBuf>> {
        Ok(assets::files(folder)?.iter().map(|file| folder.join(file)).collect())
    };
    let files: Vec<PathBuf> = [within(&package)?, within(&site)?].concat();
    let mut heavy = Vec::new();
    for &(what, ending, budget) in BUDGETS {
        let of_that_kind = files.iter().filter(|file| file.to_string_lossy().ends_with(ending));
        let weights: Outcome<Vec<usize>> =
            of_that_kind.map(|file| assets::read(file).map(|bytes| bytes.len())).collect();
        let weights = weights?;
        let weight: usize = weights.iter().sum();
        println!("{what:12} {weight:7} bytes of {budget}");
        if weights.is_empty() {
            return Err(format!("no {what} in {}: build the site first (`xtask site`)", package.display()));
        }
        if weight > budget {
            heavy.push(what);
        }
    }
    if heavy.is_empty() { Ok(()) } else { Err(format!("over budget: {}", heavy.join(", "))) }
}
