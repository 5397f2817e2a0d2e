//! French as it is printed: the spaces of everything that commands, logs of imports and plain answers say to people.

#![expect(clippy::unwrap_used, reason = "a test that can't go on should say so at once")]

use std::path::{Path, PathBuf};

/// A plain space where French wants one that doesn't break.
const WRONG: [&str; 7] = [" ;", " :", " !", " ?", "« ", " »", "n° "];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("tests.rs") {
            // What tests say is said to nobody.
            found.push(path);
        }
    }
}

/// The strings of a Rust source before its tests; comments, which are English, are left out.
fn strings(source: &str) -> Vec<String> {
    let source = source.split("#[cfg(test)]").next().unwrap();
    let mut found = Vec::new();
    let mut rest = source;
    while let Some(at) = rest.find(['"', '/', '\'']) {
        let (sign, after) = (rest.as_bytes()[at], &rest[at + 1..]);
        rest = match sign {
            b'/' if after.starts_with('/') => after.split_once('\n').map_or("", |(_, next)| next),
            b'\'' if after.starts_with("\\") => &after[after[2..].find('\'').unwrap() + 3..],
            b'\'' if after.chars().nth(1) == Some('\'') => {
                &after[after.chars().next().unwrap().len_utf8() + 1..]
            }
            b'"' => {
                let end = end_of_string(after);
                found.push(after[..end].to_owned());
                &after[end + 1..]
            }
            _ => after,
        };
    }
    found
}

fn end_of_string(text: &str) -> usize {
    let mut escaped = false;
    let end = text.bytes().position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    });
    end.unwrap()
}

#[test]
fn what_is_said_to_people_is_printed_as_in_french() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    sources(&root.join("src"), &mut files);
    sources(&root.join("../app/src/text"), &mut files);
    assert!(files.len() > 40);
    let mut wrong = Vec::new();
    let mut read = 0;
    for file in files {
        for text in strings(&std::fs::read_to_string(&file).unwrap()) {
            read += 1;
            if WRONG.iter().any(|sign| text.contains(sign)) {
                wrong.push(format!("{}: {text}", file.display()));
            }
        }
    }
    assert!(read > 500, "{read} strings");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_setting_of_the_engine_has_a_french_name() {
    let parameters = server::jobs::analyse::parameters(None).unwrap();
    let json = serde_json::to_string(&parameters).unwrap();
    for said in app::text::run::parameters(&json) {
        assert!(!said.meaning.is_empty() && !json.contains(&said.name), "{} has no words", said.name);
    }
}

#[test]
fn strings_are_told_from_comments_and_signs() {
    let source =
        "fn a<'a>(b: &'a str) { c(\"d\\\"e ;\", 'f', '\\'', '\"') } // \"g\"\nh(\"i\")\n#[cfg(test)]\n\"j\"";
    assert_eq!(strings(source), ["d\\\"e ;", "i"]);
}
