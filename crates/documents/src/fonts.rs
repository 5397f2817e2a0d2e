//! The fonts that every document embeds: nothing is looked for on the machine.

use std::sync::LazyLock;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

static FILES: [&[u8]; 5] = [
    include_bytes!("../fonts/serif-regular.ttf"),
    include_bytes!("../fonts/serif-italic.ttf"),
    include_bytes!("../fonts/serif-semibold.ttf"),
    include_bytes!("../fonts/sans-regular.ttf"),
    include_bytes!("../fonts/sans-bold.ttf"),
];

/// The fonts and what they hold, read once.
pub struct Shelf {
    /// The fonts, in the order of the book.
    pub fonts: Vec<Font>,
    /// Their names, weights and characters.
    pub book: LazyHash<FontBook>,
}

/// The only shelf there is.
pub static SHELF: LazyLock<Shelf> = LazyLock::new(|| {
    let fonts: Vec<Font> = FILES.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect();
    let book = LazyHash::new(FontBook::from_fonts(&fonts));
    Shelf { fonts, book }
});

impl Shelf {
    /// Whether one of the fonts draws `c`.
    pub fn draws(&self, c: char) -> bool {
        self.fonts.iter().any(|font| font.info().coverage.contains(u32::from(c)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use typst::text::{FontStyle, FontWeight};

    #[test]
    fn the_two_families_stand_with_their_weights() {
        let held: Vec<(String, FontStyle, FontWeight)> = SHELF
            .fonts
            .iter()
            .map(|font| (font.info().family.clone(), font.info().variant.style, font.info().variant.weight))
            .collect();
        let (serif, sans) = ("Pleniere Serif".to_owned(), "Pleniere Sans".to_owned());
        assert_eq!(
            held,
            [
                (serif.clone(), FontStyle::Normal, FontWeight::REGULAR),
                (serif.clone(), FontStyle::Italic, FontWeight::REGULAR),
                (serif, FontStyle::Normal, FontWeight::SEMIBOLD),
                (sans.clone(), FontStyle::Normal, FontWeight::REGULAR),
                (sans, FontStyle::Normal, FontWeight::BOLD),
            ]
        );
    }

    #[test]
    fn french_can_be_printed() {
        let missing: Vec<char> = "«»’…—–°œŒæÀÂÇÉÈÊËÎÏÔÙÛÜŸàâçéèêëîïôùûüÿ€½²·•\u{a0}\u{202f}ñáß"
            .chars()
            .filter(|c| !SHELF.draws(*c))
            .collect();
        assert_eq!(missing, Vec::<char>::new());
    }
}
