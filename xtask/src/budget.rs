//! The weights that design promises, as bytes after brotli, never as times.
//!
//! Pages are weighed by the browser journeys (`end2end`), which see what really crosses the wire; here stands what is the same for all of them.

use std::path::{Path, PathBuf};

use crate::{Outcome, assets, paths};

/// What, the ending of its files, and its budget in bytes.
const BUDGETS: &[(&str, &str, usize)] =
    &[("wasm", ".wasm.br", 120_000), ("style sheet", ".css.br", 20_000), ("fonts", ".woff2", 90_000)];

/// Which scripts a page asks for, by kind of page. No page asks for all: one that is added weighs on those that use it, and a
/// page keeps what design promises it (a reading page 150 kB in all, one with islands 270).
const SCRIPTS: &[(&str, &[&str])] = &[
    ("page with islands", &["pleniere", "wake", "unsent"]),
    ("form where one writes", &["writing", "unsent", "service-worker"]),
    ("form where one notes", &["noting", "unsent"]),
    ("page of a sitting", &["live", "unsent"]),
    ("desk of a sitting", &["live", "unsent", "shortcuts"]),
];
/// What the scripts of one page may weigh, in bytes.
const SCRIPTS_OF_A_PAGE: usize = 12_000;

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
        let of_that_kind = |file: &Path| file.to_string_lossy().ends_with(ending);
        heavy.extend(weigh(what, &files, &of_that_kind, budget)?);
    }
    for &(page, scripts) in SCRIPTS {
        heavy.extend(weigh(
            page,
            &files,
            &|file| script(file).is_some_and(|name| scripts.contains(&name)),
            SCRIPTS_OF_A_PAGE,
        )?);
    }
    let of_no_page = |name: &&str| !SCRIPTS.iter().any(|(_, scripts)| scripts.contains(name));
    if let Some(name) = files.iter().filter_map(|file| script(file)).find(of_no_page) {
        return Err(format!("{name}.js is of no page: say in xtask/src/budget.rs which ones ask for it"));
    }
    if heavy.is_empty() { Ok(()) } else { Err(format!("over budget: {}", heavy.join(", "))) }
}

/// The name of a script, without its content's: « wake » of `wake.1f….js.br`.
fn script(file: &Path) -> Option<&str> {
    let name = file.file_name()?.to_str()?.strip_suffix(".js.br")?;
    name.split('.').next()
}

/// Says what those files weigh together; what they are when that is too much.
fn weigh<'a>(
    what: &'a str,
    files: &[PathBuf],
    wanted: &dyn Fn(&Path) -> bool,
    budget: usize,
) -> Outcome<Option<&'a str>> {
    let weights: Outcome<Vec<usize>> = files
        .iter()
        .filter(|file| wanted(file))
        .map(|file| assets::read(file).map(|bytes| bytes.len()))
        .collect();
    let weights = weights?;
    let weight: usize = weights.iter().sum();
    println!("{what:22} {weight:7} bytes of {budget}");
    if weights.is_empty() {
        return Err(format!("no {what} in {}: build the site first (`xtask site`)", paths::site().display()));
    }
    Ok((weight > budget).then_some(what))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_are_known_by_their_names() {
        assert_eq!(script(Path::new("pkg/wake.0a1b.js.br")), Some("wake"));
        assert_eq!(script(Path::new("service-worker.js.br")), Some("service-worker"));
        assert_eq!(script(Path::new("pkg/wake.0a1b.js")), None);
    }
}
