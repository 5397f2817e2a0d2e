//! The one wasm file: compiled, bound, shrunk.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{Outcome, assets, paths, tool};

/// What the browser needs of Rust.
pub(crate) struct Wasm {
    /// The JavaScript that wasm-bindgen wrote.
    pub glue: Vec<u8>,
    /// The module.
    pub module: Vec<u8>,
}

/// Builds it; what was bound and shrunk before is taken again while cargo's output and what is done to it are the same.
pub(crate) fn build() -> Outcome<Wasm> {
    let compiled = compile()?;
    let all = paths::target().join("wasm-bound");
    let folder = all.join(key(&compiled)?);
    if !folder.exists() {
        // What was left of another output, or of a build that was stopped.
        if all.exists() {
            fs::remove_dir_all(&all).map_err(|error| format!("can't clear {}: {error}", all.display()))?;
        }
        let begun = all.join("begun");
        bind(&compiled, &begun)?;
        shrink(&begun.join("pleniere_bg.wasm"), &begun.join(MODULE))?;
        // Whole or not there at all.
        fs::rename(&begun, &folder).map_err(|error| format!("can't make {}: {error}", folder.display()))?;
    }
    Ok(Wasm { glue: assets::read(&folder.join(GLUE))?, module: assets::read(&folder.join(MODULE))? })
}

/// What the glue is called.
const GLUE: &str = "pleniere.js";
/// What the shrunk module is called.
const MODULE: &str = "pleniere_bg.min.wasm";

/// Names what comes of an output of cargo.
fn key(compiled: &Path) -> Outcome<String> {
    let mut bytes = assets::read(compiled)?;
    // The version of wasm-bindgen is in the bytes already: it refuses those of another.
    bytes.extend(SHRINKING.join(" ").bytes());
    Ok(assets::short_hash(&bytes))
}

fn compile() -> Outcome<PathBuf> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(paths::root()).args(["build", "--quiet", "--profile", "wasm", "--package", "hydrate"]);
    tool::run(cargo.args(["--target", "wasm32-unknown-unknown"]), "cargo build of the wasm")?;
    Ok(paths::target().join("wasm32-unknown-unknown/wasm/hydrate.wasm"))
}

fn bind(compiled: &Path, folder: &Path) -> Outcome {
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    let bindgen = bindgen.web(true).map_err(|error| format!("wasm-bindgen: {error}"))?;
    let bindgen =
        bindgen.input_path(compiled).out_name("pleniere").typescript(false).omit_default_module_path(true);
    bindgen.generate(folder).map_err(|error| format!("wasm-bindgen: {error}"))
}

/// What wasm-opt is told.
const SHRINKING: [&str; 7] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

fn shrink(bound: &Path, module: &Path) -> Outcome {
    let mut wasm_opt = Command::new(tool::npm("wasm-opt")?);
    wasm_opt.args(SHRINKING);
    tool::run(wasm_opt.arg(bound).arg("-o").arg(module), "wasm-opt")
}
