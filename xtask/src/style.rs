//! The one style sheet: bundled, minified, its fonts named after their content.

use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions};
use lightningcss::targets::{Browsers, Targets};

use crate::{Outcome, assets, paths};

/// What the pages link to.
pub(crate) struct Style {
    /// Address of the style sheet.
    pub sheet: String,
    /// Addresses of the fonts, by file name.
    pub fonts: Vec<String>,
}

/// Builds it. In the sources a font is `url("/fonts/NAME.woff2")`.
pub(crate) fn build() -> Outcome<Style> {
    let mut css = bundle()?;
    let folder = paths::root().join("public/fonts");
    let mut fonts = Vec::new();
    for file in assets::files(&folder)?.iter().filter(|file| file.ends_with(".woff2")) {
        let name = file.trim_end_matches(".woff2");
        let address = assets::put(name, "woff2", &assets::read(&folder.join(file))?)?;
        css = css.replace(&format!("/fonts/{file}"), &address);
        fonts.push(address);
    }
    Ok(Style { sheet: assets::put("pleniere", "css", css.as_bytes())?, fonts })
}

/// Phones of four years ago, and Firefox ESR.
fn targets() -> Targets {
    let version = |major: u32| Some(major << 16);
    Targets::from(Browsers {
        chrome: version(108),
        android: version(108),
        firefox: version(115),
        safari: version(15),
        ios_saf: version(15),
        ..Browsers::default()
    })
}

fn bundle() -> Outcome<String> {
    let files = FileProvider::new();
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let told = |error: &dyn std::fmt::Display| format!("style/main.css: {error}");
    let mut sheet = bundler.bundle(&paths::root().join("style/main.css")).map_err(|error| told(&error))?;
    let minify = MinifyOptions { targets: targets(), ..MinifyOptions::default() };
    sheet.minify(minify).map_err(|error| told(&error))?;
    let print = PrinterOptions { minify: true, targets: targets(), ..PrinterOptions::default() };
    sheet.to_css(print).map(|printed| printed.code).map_err(|error| told(&error))
}
