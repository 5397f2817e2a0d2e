//! Names side by side, none over another.

use std::f64::consts::TAU;

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// Blank kept between two names.
const GAP: f64 = 5.0;
/// How much farther each ring of candidates is than the last.
const RING: f64 = 9.0;
/// Candidates of a ring; the first is above.
const TURNS: usize = 16;

impl Area {
    /// An area of that size around a place.
    pub fn around((x, y): (f64, f64), width: f64, height: f64) -> Self {
        Self { x: x - width / 2.0, y: y - height / 2.0, width, height }
    }

    /// Whether two areas have anything in common, or less than `gap` between them.
    pub fn meets(&self, other: &Self, gap: f64) -> bool {
        self.x < other.x + other.width + gap
            && other.x < self.x + self.width + gap
            && self.y < other.y + other.height + gap
            && other.y < self.y + self.height + gap
    }

    /// Whether the other is wholly within.
    fn holds(&self, other: &Self) -> bool {
        self.x <= other.x
            && self.y <= other.y
            && self.x + self.width >= other.x + other.width
            && self.y + self.height >= other.y + other.height
    }

    /// Its place closest to another.
    pub fn closest(&self, (x, y): (f64, f64)) -> (f64, f64) {
        (x.clamp(self.x, self.x + self.width), y.clamp(self.y, self.y + self.height))
    }
}

/// Where each name stands: as close as can be to where it wants, the first ones first, within `frame`, off what is `taken`.
/// None when there is no room left.
pub(super) fn place(wanted: &[((f64, f64), f64, f64)], frame: &Area, taken: &[Area]) -> Vec<Option<Area>> {
    let mut placed: Vec<Area> = taken.to_vec();
    let mut found = Vec::with_capacity(wanted.len());
    for &(anchor, width, height) in wanted {
        let free = |area: &Area| frame.holds(area) && !placed.iter().any(|other| other.meets(area, GAP));
        let place = candidates(anchor, frame).map(|at| Area::around(at, width, height)).find(free);
        placed.extend(place);
        found.push(place);
    }
    found
}

/// Rings around a place, the closest first, until one is surely off the frame. Wide rather than high, as names are.
fn candidates((x, y): (f64, f64), frame: &Area) -> impl Iterator<Item = (f64, f64)> {
    let rings = (frame.width.hypot(frame.height) / RING) as usize;
    let turn =
        |i: usize| TAU * (i.div_ceil(2) as f64) / TURNS as f64 * if i.is_multiple_of(2) { 1.0 } else { -1.0 };
    (0..rings).flat_map(move |ring| {
        let radius = RING * ring as f64;
        (0..if ring == 0 { 1 } else { TURNS })
            .map(move |i| (x + 1.4 * radius * turn(i).sin(), y - radius * turn(i).cos()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FRAME: Area = Area { x: 0.0, y: 0.0, width: 1_000.0, height: 800.0 };

    #[test]
    fn a_name_alone_stands_where_it_wants_and_a_second_beside_it() {
        let wanted =
            [((300.0, 300.0), 100.0, 20.0), ((300.0, 305.0), 100.0, 20.0), ((0.0, 0.0), 9_999.0, 1.0)];
        let found = place(&wanted, &FRAME, &[]);
        assert_eq!(found[0], Some(Area { x: 250.0, y: 290.0, width: 100.0, height: 20.0 }));
        assert!(found[1].is_some_and(|area| (area.y - 295.0).abs() < 60.0));
        assert_eq!(found[2], None);
    }

    proptest! {
        #[test]
        fn no_two_names_meet(
            wanted in prop::collection::vec(((0.0..1_000.0, 0.0..800.0), 20.0..260.0, 14.0..70.0), 0..40),
        ) {
            let found = place(&wanted, &FRAME, &[]);
            let all: Vec<&Area> = found.iter().flatten().collect();
            for (i, one) in all.iter().enumerate() {
                prop_assert!(FRAME.holds(one));
                prop_assert!(all[..i].iter().all(|other| !other.meets(one, 0.0)));
            }
        }

        #[test]
        fn thirty_names_of_two_lines_all_find_room(
            anchors in prop::collection::vec((100.0..900.0, 100.0..700.0), 30),
        ) {
            let wanted: Vec<_> = anchors.into_iter().map(|at| (at, 150.0, 48.0)).collect();
            prop_assert!(place(&wanted, &FRAME, &[]).iter().all(Option::is_some));
        }
    }
}
