//! How long a motion is, against what a minister reads.

use super::block::BlockKind;
use super::lines::lay_out;

/// Lines of a page.
const LINES: u32 = 50;

/// How long a motion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gauge {
    /// Its lines on paper, those left empty included.
    pub lines: u32,
}

impl Gauge {
    /// Pages that a minister reads.
    pub const MOST_PAGES: u32 = 4;

    /// The length of those blocks, their fields filled in: each is followed by an empty line, and stands after one more where it
    /// is a heading.
    pub fn of<'t>(blocks: impl IntoIterator<Item = (BlockKind, &'t str)>) -> Self {
        let length = |(kind, words): (BlockKind, &str)| {
            lay_out(words, 0).next + if kind == BlockKind::Heading { 2 } else { 1 }
        };
        Self { lines: blocks.into_iter().map(length).sum() }
    }

    /// Tenths of a page, rounded up.
    pub const fn tenths(self) -> u32 {
        self.lines.saturating_mul(10).div_ceil(LINES)
    }

    /// Whether it is longer than what a minister reads.
    pub const fn is_over(self) -> bool {
        self.lines > Self::MOST_PAGES * LINES
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_pages_are_two_hundred_lines() {
        let line = (BlockKind::Paragraph, "Une ligne.");
        assert_eq!(Gauge::of(vec![line; 100]), Gauge { lines: 200 });
        assert_eq!((Gauge { lines: 200 }.tenths(), Gauge { lines: 200 }.is_over()), (40, false));
        assert!(Gauge { lines: 201 }.is_over());
        assert_eq!(Gauge { lines: 1 }.tenths(), 1);
    }
}
