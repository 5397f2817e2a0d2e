//! Any text, made printable without touching a word.

use std::cell::Cell;
use unicode_normalization::UnicodeNormalization;

use crate::fonts::SHELF;
use crate::french::{NBSP, THIN, bind_spaces};

/// What stands for a character that no embedded font draws. Nobody writes it, so that it can't be taken for the author's;
/// `scripts/fonts.py` draws it into each font.
const MARK: char = '□';

/// Makes texts printable, and remembers whether a character had to be marked.
pub struct Printer {
    marked: Cell<u32>,
}

impl Printer {
    /// A printer that has marked nothing yet.
    pub fn new() -> Self {
        Self { marked: Cell::new(0) }
    }

    /// The character that stands for those that can't be drawn.
    pub fn mark(&self) -> char {
        MARK
    }

    /// How many characters had to be marked until now.
    pub fn marked(&self) -> u32 {
        self.marked.get()
    }

    /// `text` on one line.
    pub fn line(&self, text: &str) -> String {
        self.lines(text).join(" ")
    }

    /// `text` without the white space around it, line by line as its author broke it.
    pub fn lines(&self, text: &str) -> Vec<String> {
        let unix = text.trim().replace("\r\n", "\n");
        unix.split(ends_line).map(|line| bind_spaces(&self.draw(line))).collect()
    }

    fn draw(&self, line: &str) -> String {
        // Composed letters: a font that draws « é » may lack the accent alone.
        line.nfc().filter(|c| !is_unseen(*c)).map(|c| self.draw_char(c)).collect()
    }

    fn draw_char(&self, c: char) -> char {
        let private = ('\u{e000}'..='\u{f8ff}').contains(&c) || c >= '\u{f0000}';
        match c {
            '\t' => ' ',
            THIN | '\u{2007}' if !SHELF.draws(c) => NBSP,
            c if c.is_whitespace() && !SHELF.draws(c) => ' ',
            c if !private && SHELF.draws(c) => c,
            _ => {
                self.marked.set(self.marked.get() + 1);
                MARK
            }
        }
    }
}

fn ends_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Controls, and marks without a shape: joiners, selectors, soft hyphens, and those that would turn the order of
/// letters around and so show something else than what stands in the text.
fn is_unseen(c: char) -> bool {
    (c.is_control() && c != '\t')
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_stay_and_lines_break_where_they_did() {
        let printer = Printer::new();
        assert_eq!(
            printer.lines("  Ça va ?\r\n\r\n*a* $x$ #panic()\ttab "),
            ["Ça va\u{202f}?", "", "*a* $x$ #panic() tab"]
        );
        assert_eq!(printer.line("e\u{301}lue\u{200b}\u{202e}\u{7}"), "élue");
        assert_eq!(printer.marked(), 0);
    }

    #[test]
    fn what_cannot_be_drawn_is_marked() {
        let printer = Printer::new();
        let mark = printer.mark();
        assert!(SHELF.fonts.iter().all(|font| font.info().coverage.contains(u32::from(mark))));
        assert_eq!(printer.line("oui 👍🏽 \u{e000}"), format!("oui {mark}{mark} {mark}"));
        assert_eq!(printer.marked(), 3);
    }

    proptest! {
        #[test]
        fn every_character_left_can_be_drawn(text in any::<String>()) {
            let printer = Printer::new();
            for c in printer.lines(&text).concat().chars() {
                prop_assert!(SHELF.draws(c), "{c:?}");
            }
        }
    }
}
