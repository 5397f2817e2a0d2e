//! The arrows of ARCHITECTURE.md, as cargo sees them.

#![expect(clippy::expect_used, reason = "a test that can't go on should say so at once")]

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

/// Who may depend on whom, within the workspace, outside of tests.
const ARROWS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("territories", &["domain"]),
    ("intake", &["domain", "territories"]),
    ("storage", &["domain"]),
    ("analysis", &["domain"]),
    ("documents", &["domain"]),
    ("app", &["domain"]),
    ("hydrate", &["app"]),
    ("server", &["analysis", "app", "documents", "domain", "intake", "storage", "territories"]),
    ("xtask", &[]),
    ("load", &["analysis", "domain", "storage"]),
];

/// What must never reach the browser.
const NOT_IN_WASM: &[&str] =
    &["sqlx", "tokio", "linfa", "typst", "axum", "storage", "analysis", "documents", "jiff"];

fn metadata(arguments: &[&str]) -> Value {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml");
    let mut command = Command::new(env!("CARGO"));
    command
        .args(["metadata", "--format-version", "1", "--offline", "--manifest-path", manifest])
        .args(arguments);
    let output = command.output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("cargo metadata speaks JSON")
}

fn names<'a>(list: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> + use<'a> {
    list[key].as_array().expect("a list").iter()
}

#[test]
fn the_arrows_are_those_of_the_plan() {
    let metadata = metadata(&["--no-deps"]);
    let plan: BTreeMap<&str, BTreeSet<&str>> =
        ARROWS.iter().map(|(from, to)| (*from, to.iter().copied().collect())).collect();
    let mut found = BTreeMap::new();
    for package in names(&metadata, "packages") {
        let within = |dependency: &&Value| !dependency["path"].is_null() && dependency["kind"].is_null();
        let arrows: BTreeSet<&str> =
            names(package, "dependencies").filter(within).filter_map(|d| d["name"].as_str()).collect();
        found.insert(package["name"].as_str().expect("a name"), arrows);
    }
    assert_eq!(found, plan);
}

#[test]
fn nothing_heavy_reaches_the_browser() {
    let output = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--offline",
            "--package",
            "hydrate",
            "--target",
            "wasm32-unknown-unknown",
            "--edges",
            "normal,no-proc-macro",
            "--prefix",
            "none",
        ])
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let tree = String::from_utf8_lossy(&output.stdout);
    let built: BTreeSet<&str> = tree.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(built.contains("leptos") && built.contains("domain"), "the tree was read: {built:?}");
    let heavy: Vec<_> = NOT_IN_WASM.iter().filter(|name| built.contains(*name)).collect();
    assert!(heavy.is_empty(), "{heavy:?}");
}
