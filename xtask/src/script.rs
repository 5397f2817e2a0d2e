//! The small modules written by hand: `wake.js`, which wakes the islands of a page, and `writing.js`, of the form.

use std::path::Path;

use crate::{Outcome, assets, paths, wasm};

/// Puts glue, wasm and `wake.js` into the package; gives the address of `wake.js`.
pub(crate) fn build(site: &Path) -> Outcome<String> {
    let wasm = wasm::build()?;
    let glue = assets::put(site, "pleniere", "js", &wasm.glue)?;
    let module = assets::put(site, "pleniere", "wasm", &wasm.module)?;
    let source = assets::read(&paths::root().join("public/wake.js"))?;
    let source = String::from_utf8(source).map_err(|error| format!("public/wake.js: {error}"))?;
    let wake = source.replace("__GLUE__", &glue).replace("__WASM__", &module);
    assets::put(site, "wake", "js", wake.as_bytes())
}

/// Puts a module as it is into the package; gives its address.
pub(crate) fn put(site: &Path, name: &str) -> Outcome<String> {
    assets::put(site, name, "js", &assets::read(&paths::root().join(format!("public/{name}.js")))?)
}
