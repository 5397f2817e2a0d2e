//! How the map is drawn: regions, points from one sheet of marks, names that don't meet.
//!
//! A point is one copy out of a small canvas that holds each mark once: browsers batch such copies, and a frame of ten thousand stays short.

use domain::analysis::Point;
use leptos::wasm_bindgen::JsCast;
use std::f64::consts::TAU;
use web_sys::{CanvasRenderingContext2d, CssStyleDeclaration, HtmlCanvasElement};

use crate::map::camera::Camera;
use crate::map::stage::Stage;

/// Hues of the palette; the mark after them is the empty circle.
const HUES: u8 = 8;

/// What draws.
pub struct Painter {
    canvas: HtmlCanvasElement,
    pub(super) on: CanvasRenderingContext2d,
    sheet: HtmlCanvasElement,
    sheet_on: CanvasRenderingContext2d,
}

/// The colours of the page as they are now: light or dark.
pub(super) struct Inks {
    style: CssStyleDeclaration,
}

impl Inks {
    pub(super) fn of(&self, name: &str) -> String {
        self.style.get_property_value(name).unwrap_or_default().trim().to_owned()
    }

    fn hue(&self, hue: u8) -> String {
        self.of(&format!("--hue-{}", hue % HUES))
    }
}

/// A mark's size on the screen, in CSS pixels, and what multiplies it into real ones.
#[derive(Clone, Copy)]
struct Marks {
    radius: f64,
    cell: f64,
    ratio: f64,
}

fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

impl Painter {
    /// None where the browser has no canvas.
    pub fn new(canvas: HtmlCanvasElement) -> Option<Self> {
        let sheet: HtmlCanvasElement =
            leptos::prelude::document().create_element("canvas").ok()?.dyn_into().ok()?;
        Some(Self { on: context(&canvas)?, sheet_on: context(&sheet)?, canvas, sheet })
    }

    /// Draws what the stage shows.
    pub fn paint(&self, stage: &Stage) {
        let window = leptos::prelude::window();
        let Ok(Some(style)) = window.get_computed_style(&self.canvas) else { return };
        let inks = Inks { style };
        let camera = &stage.camera;
        let ratio = window.device_pixel_ratio().clamp(1.0, 3.0);
        fit(&self.canvas, camera.width * ratio, camera.height * ratio);
        // A transform of this kind is never refused.
        let _ = self.on.set_transform(ratio, 0.0, 0.0, ratio, 0.0, 0.0);
        self.on.clear_rect(0.0, 0.0, camera.width, camera.height);
        self.regions(stage, &inks);
        let marks = marks(stage, ratio);
        self.draw_sheet(&inks, marks);
        self.points(stage, marks);
        self.names(stage, &inks);
        self.rings(stage, &inks, marks);
    }

    fn regions(&self, stage: &Stage, inks: &Inks) {
        let on = &self.on;
        on.set_line_width(1.0);
        for region in &stage.regions {
            on.begin_path();
            for outline in &region.region.outlines {
                for (at, point) in outline.iter().enumerate() {
                    let (x, y) = stage.camera.on_screen(*point);
                    if at == 0 { on.move_to(x, y) } else { on.line_to(x, y) }
                }
                on.close_path();
            }
            let hue = inks.hue(region.tag.hue);
            on.set_fill_style_str(&hue);
            on.set_stroke_style_str(&hue);
            on.set_global_alpha(0.09);
            on.fill();
            on.set_global_alpha(0.5);
            on.stroke();
        }
        on.set_global_alpha(1.0);
    }

    /// The marks side by side: the hues, then the empty circle; below, the same with a rim, for what is lit.
    fn draw_sheet(&self, inks: &Inks, marks: Marks) {
        let on = &self.sheet_on;
        let side = marks.cell * marks.ratio;
        fit(&self.sheet, side * f64::from(HUES + 1), side * 2.0);
        let _ = on.set_transform(marks.ratio, 0.0, 0.0, marks.ratio, 0.0, 0.0);
        on.clear_rect(0.0, 0.0, marks.cell * f64::from(HUES + 1), marks.cell * 2.0);
        let (ink, paper) = (inks.of("--ink"), inks.of("--paper"));
        for column in 0..=HUES {
            for row in 0..2_u8 {
                let (x, y) = ((f64::from(column) + 0.5) * marks.cell, (f64::from(row) + 0.5) * marks.cell);
                on.begin_path();
                let _ = on.arc(x, y, marks.radius, 0.0, TAU);
                on.set_fill_style_str(&if column < HUES { inks.hue(column) } else { paper.clone() });
                on.fill();
                if column == HUES || row == 1 {
                    on.set_stroke_style_str(&ink);
                    on.set_line_width(if row == 1 { 1.6 } else { 1.1 });
                    on.stroke();
                }
            }
        }
    }

    fn points(&self, stage: &Stage, marks: Marks) {
        let asked = stage.keeps.contains(&false);
        let hues = hues(stage);
        for lit in [false, true] {
            self.on.set_global_alpha(if asked && !lit { 0.2 } else { 0.86 });
            let row = if asked && lit { 1 } else { 0 };
            for (point, kept) in stage.points.iter().zip(&stage.keeps) {
                // Without a question, all are drawn in the first round.
                if (asked && *kept == lit) || (!asked && !lit) {
                    let column = match point.theme {
                        Some(rank) => hues.get(rank as usize).copied().unwrap_or(0),
                        None => HUES,
                    };
                    self.mark(&stage.camera, point.point, marks, column, row);
                }
            }
        }
        self.on.set_global_alpha(1.0);
    }

    fn mark(&self, camera: &Camera, point: Point, marks: Marks, column: u8, row: u8) {
        let (x, y) = camera.on_screen(point);
        let half = marks.cell / 2.0;
        if x < -half || y < -half || x > camera.width + half || y > camera.height + half {
            return;
        }
        let side = marks.cell * marks.ratio;
        let from = (f64::from(column) * side, f64::from(row) * side);
        let _ = self.on.draw_image_with_html_canvas_element_and_sw_and_sh_and_dx_and_dy_and_dw_and_dh(
            &self.sheet,
            from.0,
            from.1,
            side,
            side,
            x - half,
            y - half,
            marks.cell,
            marks.cell,
        );
    }

    /// What is under the mouse, what the keyboard is at, what is open: rings, each wider.
    fn rings(&self, stage: &Stage, inks: &Inks, marks: Marks) {
        let rings = [
            (stage.under, 3.0, "--ink", 1.5),
            (stage.open, 4.5, "--seal", 3.0),
            (stage.at, 8.0, "--link", 2.5),
        ];
        for (at, wider, ink, width) in rings {
            let Some(point) = at.and_then(|at| stage.points.get(at)) else { continue };
            let (x, y) = stage.camera.on_screen(point.point);
            self.on.begin_path();
            let _ = self.on.arc(x, y, marks.radius + wider, 0.0, TAU);
            self.on.set_stroke_style_str(&inks.of(ink));
            self.on.set_line_width(width);
            self.on.stroke();
        }
    }
}

/// Gives a canvas that many real pixels; only when it has others, since that empties it.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a screen's pixels")]
fn fit(canvas: &HtmlCanvasElement, width: f64, height: f64) {
    let (width, height) = (width.round().max(1.0) as u32, height.round().max(1.0) as u32);
    if canvas.width() != width || canvas.height() != height {
        canvas.set_width(width);
        canvas.set_height(height);
    }
}

/// Many points are drawn small, few large; nearer, they grow slower than the map.
#[expect(clippy::cast_precision_loss, reason = "a count of points")]
fn marks(stage: &Stage, ratio: f64) -> Marks {
    let side = stage.camera.width.min(stage.camera.height);
    let alone = side * 0.22 / (stage.points.len().max(1) as f64).sqrt();
    let radius = (alone.clamp(1.5, 4.2) * stage.camera.zoom.sqrt().sqrt()).min(9.0);
    // In quarters, so that the sheet isn't cut anew at each step of a pinch.
    let radius = (radius * 4.0).round() / 4.0;
    Marks { radius, cell: (radius * 2.0 + 4.0).ceil(), ratio }
}

/// Each theme's hue, by rank.
fn hues(stage: &Stage) -> Vec<u8> {
    let most = stage.regions.iter().map(|region| region.tag.rank as usize).max().unwrap_or(0);
    let mut hues = vec![0; most + 1];
    for region in &stage.regions {
        hues[region.tag.rank as usize] = region.tag.hue % HUES;
    }
    hues
}
