//! The one wasm file: compiled, bound, shrunk.

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

/// Builds it; what was bound and shrunk before is taken again while cargo's output is the same.
pub(crate) fn build() -> Outcome<Wasm> {
    let compiled = compile()?;
    let folder = paths::target().join("wasm-bound");
    let (glue, module) = (folder.join("pleniere.js"), folder.join("pleniere_bg.min.wasm"));
    if !is_newer(&module, &compiled) {
        bind(&compiled, &folder)?;
        shrink(&folder.join("pleniere_bg.wasm"), &module)?;
    }
    Ok(Wasm { glue: assets::read(&glue)?, module: assets::read(&module)? })
}

fn is_newer(file: &Path, than: &Path) -> bool {
    let time = |path: &Path| path.metadata().and_then(|data| data.modified()).ok();
    time(file).is_some_and(|file| time(than).is_some_and(|than| file > than))
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

fn shrink(bound: &Path, module: &Path) -> Outcome {
    let mut wasm_opt = Command::new(tool::npm("wasm-opt")?);
    wasm_opt.arg("-Oz").args([
        "--enable-bulk-memory",
        "--enable-nontrapping-float-to-int",
        "--enable-sign-ext",
    ]);
    wasm_opt.args(["--enable-mutable-globals", "--enable-reference-types", "--enable-multivalue"]);
    tool::run(wasm_opt.arg(bound).arg("-o").arg(module), "wasm-opt")
}
