//! The faces that pictures use, and how wide words are in them.

use std::sync::LazyLock;
use typst::layout::Abs;
use typst::text::{FontInstance, FontVariations};

use crate::fonts::SHELF;

/// The fonts of the shelf, ready to be measured. The size only matters to fonts that change with it, and ours don't.
static MEASURES: LazyLock<Vec<FontInstance>> = LazyLock::new(|| {
    let fonts = SHELF.fonts.iter();
    fonts
        .map(|font| font.clone().instantiate(font.info().variant, Abs::pt(12.0), &FontVariations::default()))
        .collect()
});

/// A face, by its place on the shelf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    /// Phrases that a branch shares.
    Italic,
    /// Titles and the names of themes.
    Semibold,
    /// All else.
    Sans,
}

impl Face {
    fn place(self) -> usize {
        match self {
            Self::Italic => 1,
            Self::Semibold => 2,
            Self::Sans => 3,
        }
    }

    /// The attributes of a text in this face.
    pub fn attributes(self) -> &'static str {
        match self {
            Self::Italic => {
                r#"font-family="'Pleniere Serif', 'Source Serif 4', Georgia, serif" font-style="italic""#
            }
            Self::Semibold => {
                r#"font-family="'Pleniere Serif', 'Source Serif 4', Georgia, serif" font-weight="600""#
            }
            Self::Sans => r#"font-family="'Pleniere Sans', 'Atkinson Hyperlegible', Verdana, sans-serif""#,
        }
    }

    /// How wide a text is, in the unit of `size`.
    pub fn width(self, text: &str, size: f64) -> f64 {
        let font = &MEASURES[self.place()];
        let advance = |c: char| {
            let glyph = font.ttf().glyph_index(c).unwrap_or_default();
            f64::from(font.ttf().glyph_hor_advance(glyph).unwrap_or_default())
        };
        text.chars().map(advance).sum::<f64>() / font.units_per_em() * size
    }

    /// The text in lines of at most `most`; a word that is wider has a line of its own.
    pub fn wrap(self, text: &str, size: f64, most: f64) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            match lines.last_mut() {
                Some(line) if self.width(&format!("{line} {word}"), size) <= most => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_owned()),
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use typst::text::{FontStyle, FontWeight};

    #[test]
    fn faces_are_those_of_the_shelf() {
        let held = |face: Face| {
            let info = SHELF.fonts[face.place()].info();
            (info.family.as_str(), info.variant.style, info.variant.weight)
        };
        assert_eq!(held(Face::Italic), ("Pleniere Serif", FontStyle::Italic, FontWeight::REGULAR));
        assert_eq!(held(Face::Semibold), ("Pleniere Serif", FontStyle::Normal, FontWeight::SEMIBOLD));
        assert_eq!(held(Face::Sans), ("Pleniere Sans", FontStyle::Normal, FontWeight::REGULAR));
    }

    #[test]
    fn lines_break_between_words() {
        let face = Face::Sans;
        assert!(face.width("mm", 10.0) > face.width("ii", 10.0));
        let lines = face.wrap("Réseaux et zones blanches", 10.0, face.width("Réseaux et zo", 10.0));
        assert_eq!(lines, ["Réseaux et", "zones", "blanches"]);
        assert_eq!(face.wrap("anticonstitutionnellement", 10.0, 5.0).len(), 1);
        assert!(face.wrap(" ", 10.0, 5.0).is_empty());
    }
}
