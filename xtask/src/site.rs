//! The site: a package of files named after their content, the few with names of their own, and a manifest that the server reads.

use std::fs;

use serde_json::json;

use crate::{Outcome, assets, paths, script, style};

/// Builds the site anew. The manifest comes last: whoever reads it finds every file that it names.
pub(crate) fn build() -> Outcome {
    let package = paths::site().join(assets::PACKAGE);
    if package.exists() {
        fs::remove_dir_all(&package)
            .map_err(|error| format!("can't clear {}: {error}", package.display()))?;
    }
    let wake = script::build()?;
    let style = style::build()?;
    let own_name = |file: &str| file != "wake.js";
    assets::copy(&paths::root().join("public"), &paths::site(), &own_name)?;
    let manifest = json!({ "style": style.sheet, "wake": wake, "fonts": style.fonts });
    assets::write(&paths::site().join("manifest.json"), manifest.to_string().as_bytes())?;
    println!("site: {}", paths::site().display());
    Ok(())
}
