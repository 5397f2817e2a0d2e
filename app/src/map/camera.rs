//! Where one looks at the map from, and what stands where on the screen.

use domain::analysis::Point;

/// How much nearer one can come.
const NEAREST: f64 = 40.0;
/// Left free around the square, as a part of its side, so that points and names at its edge aren't cut.
pub const MARGIN: f64 = 0.04;

/// A view of the square: how near, and what is at its top left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// Width of the screen's part that shows the map, in CSS pixels.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// How near: 1 shows the whole square.
    pub zoom: f64,
    /// What is at the left, on the map.
    left: f64,
    /// What is at the top, on the map.
    top: f64,
}

impl Camera {
    /// The whole map on a screen of that size.
    pub fn new(width: f64, height: f64) -> Self {
        Self { width: width.max(1.0), height: height.max(1.0), zoom: 1.0, left: -MARGIN, top: -MARGIN }
            .within()
    }

    /// The same view on a screen of another size: what is in the middle stays there.
    #[must_use]
    pub fn resized(self, width: f64, height: f64) -> Self {
        let (x, y) = self.on_map(self.width / 2.0, self.height / 2.0);
        Self { width: width.max(1.0), height: height.max(1.0), ..self }.centred(x, y)
    }

    /// Pixels of one side of the square.
    pub fn scale(&self) -> f64 {
        self.width.min(self.height) / (1.0 + 2.0 * MARGIN) * self.zoom
    }

    /// Where a point stands on the screen.
    pub fn on_screen(&self, point: Point) -> (f64, f64) {
        ((f64::from(point.x) - self.left) * self.scale(), (f64::from(point.y) - self.top) * self.scale())
    }

    /// What stands at a place of the screen.
    pub fn on_map(&self, x: f64, y: f64) -> (f64, f64) {
        (self.left + x / self.scale(), self.top + y / self.scale())
    }

    /// Nearer by `factor`; what stands at that place of the screen stays there.
    #[must_use]
    pub fn zoomed(self, factor: f64, x: f64, y: f64) -> Self {
        let (kept_x, kept_y) = self.on_map(x, y);
        let near = Self { zoom: (self.zoom * factor).clamp(1.0, NEAREST), ..self };
        let scale = near.scale();
        Self { left: kept_x - x / scale, top: kept_y - y / scale, ..near }.within()
    }

    /// Moved so that what was at one place of the screen stands that many pixels further.
    #[must_use]
    pub fn moved(self, x: f64, y: f64) -> Self {
        Self { left: self.left - x / self.scale(), top: self.top - y / self.scale(), ..self }.within()
    }

    /// Moved so that a point is well within the screen; unmoved when it is.
    #[must_use]
    pub fn showing(self, point: Point) -> Self {
        let (x, y) = self.on_screen(point);
        let (edge_x, edge_y) = (self.width * 0.12, self.height * 0.12);
        if x >= edge_x && x <= self.width - edge_x && y >= edge_y && y <= self.height - edge_y {
            return self;
        }
        self.centred(f64::from(point.x), f64::from(point.y))
    }

    fn centred(self, x: f64, y: f64) -> Self {
        let scale = self.scale();
        Self { left: x - self.width / 2.0 / scale, top: y - self.height / 2.0 / scale, ..self }.within()
    }

    /// Never beyond the square: a side wider than the screen fills it, a smaller one is centred.
    fn within(self) -> Self {
        let side = 1.0 + 2.0 * MARGIN;
        let keep = |first: f64, seen: f64| {
            if seen >= side { 0.5 - seen / 2.0 } else { first.clamp(-MARGIN, 1.0 + MARGIN - seen) }
        };
        let scale = self.scale();
        Self { left: keep(self.left, self.width / scale), top: keep(self.top, self.height / scale), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn camera() -> impl Strategy<Value = Camera> {
        let steps = prop::collection::vec((0.2..5.0f64, -400.0..900.0f64, -400.0..900.0f64), 0..6);
        (200.0..1600.0f64, 200.0..1200.0f64, steps).prop_map(|(width, height, steps)| {
            steps.into_iter().fold(Camera::new(width, height), |of, (factor, x, y)| {
                of.zoomed(factor, x, y).moved(y / 3.0, x / 3.0)
            })
        })
    }

    proptest! {
        #[test]
        fn the_screen_and_the_map_say_the_same(of in camera(), x in 0.0..1.0f32, y in 0.0..1.0f32) {
            let (at_x, at_y) = of.on_screen(Point { x, y });
            let (back_x, back_y) = of.on_map(at_x, at_y);
            prop_assert!((back_x - f64::from(x)).abs() < 1e-9 && (back_y - f64::from(y)).abs() < 1e-9);
        }

        #[test]
        fn one_never_looks_beyond_the_square(of in camera()) {
            let (left, top) = of.on_map(0.0, 0.0);
            let (right, bottom) = of.on_map(of.width, of.height);
            for (from, to) in [(left, right), (top, bottom)] {
                let inside = from >= -MARGIN - 1e-9 && to <= 1.0 + MARGIN + 1e-9;
                let around = from <= -MARGIN + 1e-9 && to >= 1.0 + MARGIN - 1e-9;
                prop_assert!(inside || around, "{from} to {to}");
            }
        }

        #[test]
        fn what_was_out_of_sight_is_brought_into_it(of in camera(), x in 0.0..1.0f32, y in 0.0..1.0f32) {
            let (at_x, at_y) = of.showing(Point { x, y }).on_screen(Point { x, y });
            prop_assert!((0.0..=of.width).contains(&at_x) && (0.0..=of.height).contains(&at_y), "{at_x}, {at_y}");
        }

        #[test]
        fn coming_nearer_keeps_what_one_points_at(of in camera(), factor in 1.0..2.0f64) {
            let (x, y) = (of.width / 2.0, of.height / 2.0);
            let near = of.zoomed(factor, x, y);
            let ((was_x, was_y), (is_x, is_y)) = (of.on_map(x, y), near.on_map(x, y));
            prop_assert!((was_x - is_x).abs() < 1e-9 && (was_y - is_y).abs() < 1e-9);
        }
    }
}
