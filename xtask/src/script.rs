//! The scripts written by hand: `wake.js` wakes the islands of a page, `writing.js` and `unsent.js` are of the form where one
//! writes, `noting.js` of the one where one notes, `live.js` of those that follow a sitting,
//! `shortcuts.js` of the chair's desk, `service-worker.js` opens the former without a network.

use std::path::Path;

use crate::{Outcome, assets, paths, wasm};

/// Where the pages find them.
pub(crate) struct Scripts {
    pub(crate) wake: String,
    pub(crate) writing: String,
    pub(crate) unsent: String,
    pub(crate) noting: String,
    pub(crate) live: String,
    pub(crate) shortcuts: String,
}

/// The parts of `live.js`, in the order in which they make one module.
const LIVE: [&str; 5] = ["page", "shown", "countdown", "ballots", "line"];

/// Puts glue, wasm and the scripts into the package, and the worker, whose address must stay, beside it.
pub(crate) fn build(site: &Path) -> Outcome<Scripts> {
    let wasm = wasm::build()?;
    let glue = assets::put(site, "pleniere", "js", &wasm.glue)?;
    let module = assets::put(site, "pleniere", "wasm", &wasm.module)?;
    let wake = put(site, "wake", &[("__GLUE__", &glue), ("__WASM__", &module)])?;
    let unsent = put(site, "unsent", &[])?;
    let writing = put(site, "writing", &[("__UNSENT__", &unsent)])?;
    let noting = put(site, "noting", &[])?;
    let parts: Vec<String> =
        LIVE.iter().map(|part| source(&format!("live/{part}"))).collect::<Outcome<_>>()?;
    let live = assets::put(site, "live", "js", parts.concat().as_bytes())?;
    let shortcuts = put(site, "shortcuts", &[])?;
    let worker = source("service-worker")?;
    let worker = worker.replace("__VERSION__", &assets::short_hash(worker.as_bytes()));
    assets::write(&site.join("service-worker.js"), worker.as_bytes())?;
    assets::write(&site.join("service-worker.js.br"), &assets::brotli(worker.as_bytes())?)?;
    Ok(Scripts { wake, writing, unsent, noting, live, shortcuts })
}

/// Puts a module into the package, with the addresses that it asks for; gives its own.
fn put(site: &Path, name: &str, addresses: &[(&str, &str)]) -> Outcome<String> {
    let filled = addresses.iter().fold(source(name)?, |text, (mark, address)| text.replace(mark, address));
    assets::put(site, name, "js", filled.as_bytes())
}

fn source(name: &str) -> Outcome<String> {
    let bytes = assets::read(&paths::root().join(format!("public/{name}.js")))?;
    String::from_utf8(bytes).map(|text| bare(&text)).map_err(|error| format!("public/{name}.js: {error}"))
}

/// A script without the lines that are but a comment: they are for whoever reads the sources, and a third of what crosses
/// the wire.
fn bare(text: &str) -> String {
    let is_comment = |line: &&str| {
        let line = line.trim();
        line.starts_with("//") || (line.starts_with("/**") && line.ends_with("*/"))
    };
    text.lines().filter(|line| !is_comment(line)).flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn only_comments_go() {
        let script = "// What.\n/** How. */\nconst a = \"//\"; // here\n\n  // Why.\n  b(/x/);\n";
        assert_eq!(super::bare(script), "const a = \"//\"; // here\n\n  b(/x/);\n");
    }
}
