//! What stands above and below every picture.

use domain::reading::RunTag;

use super::Frame;
use super::colours::{INK, RULE, SEAL, SOFT};
use super::face::Face;
use super::svg::{By, Set, Svg};
use crate::DocumentError;
use crate::french::{NBSP, long_date, number};

/// The blank around a picture: a printer's, and some more.
pub(super) const MARGIN: f64 = 64.0;
/// Under the headline, where the picture begins.
pub(super) const TOP: f64 = 196.0;

/// A line of small print.
pub(super) const SMALL: Set = Set { face: Face::Sans, size: 15.0, colour: SOFT, halo: false };

/// « Analyse n° 3, 12 octobre 2026 ».
pub(super) fn run(run: &RunTag) -> Result<String, DocumentError> {
    Ok(format!("Analyse n°{NBSP}{}, {}", number(run.number), long_date(run.finished_at)?))
}

/// The congress, what the picture shows, and a line of figures.
pub(super) fn head(svg: &mut Svg, frame: &Frame<'_>, width: f64, title: &str, figures: &str) {
    let small = Set { size: 17.0, ..SMALL };
    let room = width - 2.0 * MARGIN;
    let congress = Face::Sans.wrap(&svg.printable(frame.congress), small.size, room);
    if let Some(line) = congress.first() {
        svg.text(MARGIN, MARGIN + 14.0, By::Start, small, line);
    }
    let large = Set { face: Face::Semibold, size: 40.0, colour: INK, halo: false };
    svg.text(MARGIN, MARGIN + 62.0, By::Start, large, title);
    svg.text(MARGIN, MARGIN + 94.0, By::Start, small, figures);
    let y = TOP - 22.0;
    svg.add(format_args!(r#"<path d="M{MARGIN} {y}H{}" stroke="{RULE}" stroke-width="1"/>"#, width - MARGIN));
}

/// Notes one under the other from `y`, and that the congress is invented; where they end.
pub(super) fn foot(svg: &mut Svg, frame: &Frame<'_>, width: f64, y: f64, notes: &[String]) -> f64 {
    let mut y = y;
    let mut line = |text: &str, set: Set| {
        for part in set.face.wrap(&svg.printable(text), set.size, width - 2.0 * MARGIN) {
            svg.text(MARGIN, y, By::Start, set, &part);
            y += 22.0;
        }
    };
    for note in notes {
        line(note, SMALL);
    }
    if frame.fictional {
        let text = format!("Démonstration{NBSP}: ce congrès, ces personnes et ces textes sont fictifs.");
        line(&text, Set { colour: SEAL, ..SMALL });
    }
    y
}
