//! The routes of the application, read in its sources: axum's router doesn't tell them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// How an address is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verb {
    Get,
    Post,
}

/// Every pattern that some router of the server matches, with each verb that it takes.
pub fn routed() -> BTreeSet<(String, Verb)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let patterns = patterns(&root.join("../app/src/routes"));
    let mut found = BTreeSet::new();
    for source in sources(&root.join("src")) {
        for piece in source.split(".route").skip(1) {
            let Some(arguments) = piece.strip_prefix("_service(").or_else(|| piece.strip_prefix('(')) else {
                continue;
            };
            let Some((name, handlers)) = arguments.trim_start_matches(',').split_once(',') else { continue };
            let Some(pattern) = pattern(name, &patterns) else { continue };
            let takes = |verb: &str| handlers.starts_with(verb) || handlers.contains(&format!(").{verb}"));
            if takes("post(") {
                found.insert((pattern.clone(), Verb::Post));
            }
            if !handlers.starts_with("post(") {
                found.insert((pattern, Verb::Get));
            }
        }
    }
    assert!(found.len() > 100, "the routes are read otherwise than they are written: {found:?}");
    found
}

/// The pattern that stands first in a route.
fn pattern(name: &str, patterns: &BTreeMap<String, String>) -> Option<String> {
    if let Some(literal) = name.strip_prefix('"') {
        return Some(literal.trim_end_matches('"').to_owned());
    }
    let mut segments = name.rsplit("::");
    let name = segments.next().zip(segments.next()).map(|(name, module)| format!("{module}::{name}"))?;
    Some(patterns.get(&name).unwrap_or_else(|| panic!("{name} is no constant of app/src/routes")).clone())
}

/// Constants of `app::routes` that hold an address, by their module and name.
fn patterns(folder: &Path) -> BTreeMap<String, String> {
    let mut patterns = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("the folder of routes") {
        let path = entry.expect("a file").path();
        let text = fs::read_to_string(&path).expect("a source");
        let stem = path.file_stem().and_then(|stem| stem.to_str()).expect("a name");
        for (rank, module) in text.split("pub mod ").enumerate() {
            let name = if rank == 0 { stem } else { module.split([' ', ';']).next().unwrap_or(stem) };
            for constant in module.split("pub const ").skip(1) {
                let value = constant.split_once(": &str =").and_then(|(of, rest)| {
                    Some((of, rest.trim_start().strip_prefix('"')?.split_once('"')?.0))
                });
                if let Some((of, value)) = value.filter(|(_, value)| value.starts_with('/')) {
                    patterns.insert(format!("{name}::{of}"), value.to_owned());
                }
            }
        }
    }
    patterns
}

/// Sources of the folder and those below, without white space.
fn sources(folder: &Path) -> Vec<String> {
    let mut sources = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("a file").path();
        if path.is_dir() {
            sources.extend(self::sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).expect("a source");
            sources.push(text.split_whitespace().collect());
        }
    }
    sources
}
