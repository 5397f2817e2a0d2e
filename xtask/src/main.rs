//! What cargo alone can't build: the site that the server serves (wasm, styles, fonts; hashed and compressed), and its budgets.
//!
//! `xtask site` builds it into `$CARGO_TARGET_DIR/site`; `xtask budget` weighs it; `xtask latency` asks a running server for pages and says how long it takes. The scripts call the binary itself:
//! `cargo run --package xtask` would unite other features than the workspace, and compile dependencies twice.
//! cargo-leptos would do the first, but takes a quarter of an hour to compile on two cores.

mod assets;
mod budget;
mod latency;
mod paths;
mod script;
mod site;
mod style;
mod tool;
mod wasm;

use std::process::ExitCode;

/// A sentence that says what failed and what to do.
pub(crate) type Outcome<T = ()> = Result<T, String>;

fn main() -> ExitCode {
    let command = std::env::args().nth(1).unwrap_or_default();
    let outcome = match command.as_str() {
        "site" => site::build(),
        "budget" => budget::check(),
        "latency" => latency::measure(&std::env::args().skip(2).collect::<Vec<_>>()),
        _ => Err("usage: xtask site | budget | latency ADDRESS PATH…".to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("xtask: {sentence}");
            ExitCode::FAILURE
        }
    }
}
