//! SVG, written line by line.

use std::fmt::{Display, Write};

use super::colours::{INK, PAPER, SHEET};
use super::face::Face;
use crate::glyphs::Printer;

/// A picture being drawn.
pub(super) struct Svg {
    body: String,
    printer: Printer,
}

/// How a line of text is set.
#[derive(Clone, Copy)]
pub(super) struct Set {
    pub face: Face,
    pub size: f64,
    pub colour: &'static str,
    /// Whether paper shows around its letters, over what is beneath.
    pub halo: bool,
}

/// Where a line of text stands by its x.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    Start,
    Middle,
    End,
}

impl Svg {
    pub fn new() -> Self {
        Self { body: String::new(), printer: Printer::new() }
    }

    /// A text as it will be drawn: on one line, each of its characters in our fonts.
    pub fn printable(&self, text: &str) -> String {
        self.printer.line(text)
    }

    /// An element, as it stands.
    pub fn add(&mut self, element: impl Display) {
        let _ = writeln!(self.body, "{element}");
    }

    /// A line of text on the base line `y`.
    pub fn text(&mut self, x: f64, y: f64, by: By, set: Set, text: &str) {
        let text = self.printable(text);
        let width = set.face.width(&text, set.size);
        let x = match by {
            By::Start => x,
            By::Middle => x - width / 2.0,
            By::End => x - width,
        };
        let halo = if set.halo {
            format!(r#" stroke="{SHEET}" stroke-width="4" stroke-linejoin="round" paint-order="stroke""#)
        } else {
            String::new()
        };
        self.add(format_args!(
            r#"<text x="{x:.1}" y="{y:.1}" {} font-size="{}" fill="{}"{halo} textLength="{width:.1}" lengthAdjust="spacingAndGlyphs">{}</text>"#,
            set.face.attributes(),
            set.size,
            set.colour,
            escaped(&text)
        ));
    }

    /// The whole document. `title` names it and `told` tells it to who can't see it.
    pub fn finish(self, width: f64, height: f64, title: &str, told: &str) -> String {
        let (title, told) = (escaped(&self.printable(title)), escaped(&self.printable(told)));
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0}" height="{height:.0}" viewBox="0 0 {width:.0} {height:.0}" role="img" aria-labelledby="title told" xml:lang="fr" color="{INK}">
<title id="title">{title}</title>
<desc id="told">{told}</desc>
<rect width="100%" height="100%" fill="{PAPER}"/>
{}</svg>
"#,
            self.body
        )
    }
}

/// Text that no parser takes for markup.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
