//! The names of regions on the canvas.

use super::paint::{Inks, Painter};
use crate::map::names::{Name, Standing, lines, place};
use crate::map::stage::Stage;
use crate::text::number::{count, number};
use crate::text::theme;

/// Letters of a name's line.
const LINE: usize = 20;
/// On narrower boards, names are smaller and their counts are left to the legend.
const NARROW: f64 = 520.0;

impl Painter {
    /// Each region's name, or its number, where it stands without meeting another.
    pub(super) fn names(&self, stage: &Stage, inks: &Inks) {
        let camera = &stage.camera;
        let wide = camera.width >= NARROW;
        // Whole pixels: the browser is told them in words.
        let (size, pixels) = if wide { (17.0, "17") } else { (13.0, "13") };
        let (serif, sans) = (inks.of("--serif"), inks.of("--sans"));
        let font = format!("600 {pixels}px {serif}");
        self.on.set_font(&font);
        let texts: Vec<Vec<String>> =
            stage.regions.iter().map(|region| lines(&theme::label(&region.tag.label), LINE)).collect();
        let width = |text: &str| self.on.measure_text(text).map_or(0.0, |of| of.width());
        let wanted: Vec<Name> = stage
            .regions
            .iter()
            .zip(&texts)
            .map(|(region, lines)| {
                let widest =
                    lines.iter().map(|line| width(line)).fold(if wide { 90.0 } else { 0.0 }, f64::max);
                let rows = f64::from(u32::try_from(lines.len()).unwrap_or(1));
                Name {
                    anchor: camera.on_screen(region.region.anchor),
                    size: (widest + 6.0, rows * size * 1.15 + if wide { 17.0 } else { 4.0 }),
                    number: (22.0, 22.0),
                    weight: region.verbatims,
                }
            })
            .collect();
        self.on.set_text_align("center");
        self.on.set_text_baseline("middle");
        self.on.set_line_join("round");
        for ((region, lines), standing) in
            stage.regions.iter().zip(&texts).zip(place(&wanted, (camera.width, camera.height)))
        {
            match standing {
                Standing::Full(x, y) => {
                    let rows = f64::from(u32::try_from(lines.len()).unwrap_or(1));
                    let top = y - (rows * size * 1.15 + if wide { 15.0 } else { 0.0 }) / 2.0 + size * 0.58;
                    self.on.set_font(&font);
                    let mut at = top;
                    for line in lines {
                        self.write(line, x, at, &inks.of("--ink"), inks);
                        at += size * 1.15;
                    }
                    if wide {
                        self.on.set_font(&format!("400 12.5px {sans}"));
                        self.write(&count::verbatims(region.verbatims), x, at, &inks.of("--soft"), inks);
                    }
                }
                Standing::Number(x, y) => {
                    self.on.set_font(&format!("600 14px {sans}"));
                    self.write(&number(region.tag.rank), x, y, &inks.of("--ink"), inks);
                }
                Standing::Hidden => {}
            }
        }
    }

    /// Words with a halo of paper, so that points beneath don't make them hard to read.
    fn write(&self, words: &str, x: f64, y: f64, ink: &str, inks: &Inks) {
        self.on.set_line_width(5.0);
        self.on.set_global_alpha(0.85);
        self.on.set_stroke_style_str(&inks.of("--sheet"));
        let _ = self.on.stroke_text(words, x, y);
        self.on.set_global_alpha(1.0);
        self.on.set_fill_style_str(ink);
        let _ = self.on.fill_text(words, x, y);
    }
}
