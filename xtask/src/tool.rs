//! The programs that the site is built with.

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use crate::{Outcome, assets, paths};

/// A program that `scripts/setup.sh build` installed from npm.
pub(crate) fn npm(name: &str) -> Outcome<PathBuf> {
    there(paths::root().join("xtask/node_modules/.bin").join(name))
}

/// The program `name` of the npm package `package-PLATFORM`, whose own link is only made by a script that we don't run.
pub(crate) fn npm_binary(package: &str, name: &str) -> Outcome<PathBuf> {
    let modules = paths::root().join("xtask/node_modules");
    let prefix = format!("{package}-");
    let folder = assets::folders(&modules)?.into_iter().find(|folder| folder.starts_with(&prefix));
    there(modules.join(folder.unwrap_or(prefix)).join(name))
}

fn there(tool: PathBuf) -> Outcome<PathBuf> {
    if tool.exists() {
        Ok(tool)
    } else {
        Err(format!("{} is missing: `scripts/setup.sh build` installs it", tool.display()))
    }
}

/// Runs a program that must succeed.
pub(crate) fn run(command: &mut Command, what: &str) -> Outcome {
    output(command.stdout(Stdio::inherit()), what).map(drop)
}

/// Runs a program that must succeed; what it printed.
pub(crate) fn output(command: &mut Command, what: &str) -> Outcome<String> {
    let ran = command.stderr(Stdio::inherit()).output();
    let Output { status, stdout, .. } = ran.map_err(|error| format!("{what} can't be run: {error}"))?;
    if !status.success() {
        return Err(format!("{what} failed ({status})"));
    }
    String::from_utf8(stdout).map_err(|_| format!("{what} didn't print text"))
}
