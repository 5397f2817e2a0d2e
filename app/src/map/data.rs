//! The map as the island fetches it once: columns of whole numbers, an eighth of the same as objects.

use domain::analysis::{Point, Region};
use domain::contribution::{ContributionNumber, Kind};
use domain::member::College;
use domain::reading::{MapPage, MapPoint, MapRegion, ThemeTag};
use serde::{Deserialize, Serialize};

/// How finely places are told: parts of the square's side. A third of a pixel on a screen of 3,000.
const SIDE: f32 = 10_000.0;

/// What `/congres/{slug}/carte/points.json` holds: the same columns, one entry a verbatim in each of the last nine.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MapData {
    /// The themes with a region, by rank.
    pub themes: Vec<DataTheme>,
    /// The départements that verbatims come from, by COG code; the empty code for those without one.
    pub departements: Vec<String>,
    /// Contributions' numbers.
    pub number: Vec<u32>,
    /// Ranks within the contribution, from 1.
    pub ordinal: Vec<u32>,
    /// From the left, in ten-thousandths of the side.
    pub x: Vec<u32>,
    /// From the top, in ten-thousandths of the side.
    pub y: Vec<u32>,
    /// Ranks of themes; 0 for a weak signal.
    pub theme: Vec<u32>,
    /// Kinds, by their order in [`Kind::ALL`].
    pub kind: Vec<u32>,
    /// Colleges, by their order in [`College::ALL`].
    pub college: Vec<u32>,
    /// Places in `departements`.
    pub departement: Vec<u32>,
    /// Enjeux, by rank in the congress' list.
    pub areas: Vec<Vec<u32>>,
}

/// A theme with its region, in the units of the columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DataTheme {
    /// Its rank.
    pub rank: u32,
    /// Its label.
    pub label: String,
    /// Its hue.
    pub hue: u8,
    /// Its verbatims.
    pub verbatims: u32,
    /// Where its name stands best.
    pub anchor: (u32, u32),
    /// Its outlines.
    pub outlines: Vec<Vec<(u32, u32)>>,
}

impl MapData {
    /// The map of a page. Places are rounded, nothing else is lost.
    pub fn of(page: &MapPage) -> Self {
        let mut departements: Vec<String> = page.points.iter().map(|of| of.departement.clone()).collect();
        departements.sort_unstable();
        departements.dedup();
        let column = |of: &dyn Fn(&MapPoint) -> u32| page.points.iter().map(of).collect::<Vec<u32>>();
        let departement = |of: &MapPoint| index(&departements, &of.departement);
        Self {
            themes: page.regions.iter().map(DataTheme::of).collect(),
            number: column(&|of| of.number.get()),
            ordinal: column(&|of| of.ordinal),
            x: column(&|of| parts(of.point.x)),
            y: column(&|of| parts(of.point.y)),
            theme: column(&|of| of.theme.unwrap_or(0)),
            kind: column(&|of| index(&Kind::ALL, &of.kind)),
            college: column(&|of| index(&College::ALL, &of.college)),
            departement: column(&departement),
            areas: page.points.iter().map(|of| of.areas.clone()).collect(),
            departements,
        }
    }

    /// The verbatims again. What the columns don't hold whole is passed over.
    pub fn points(&self) -> Vec<MapPoint> {
        (0..self.number.len()).filter_map(|at| self.point(at)).collect()
    }

    fn point(&self, at: usize) -> Option<MapPoint> {
        let of = |column: &[u32]| column.get(at).copied();
        let place = |column: &[u32]| of(column).map(|n| n as usize);
        Some(MapPoint {
            number: ContributionNumber::new(of(&self.number)?),
            ordinal: of(&self.ordinal)?,
            point: point((of(&self.x)?, of(&self.y)?)),
            theme: of(&self.theme).filter(|rank| *rank > 0),
            kind: *Kind::ALL.get(place(&self.kind)?)?,
            college: *College::ALL.get(place(&self.college)?)?,
            departement: self.departements.get(place(&self.departement)?)?.clone(),
            areas: self.areas.get(at)?.clone(),
        })
    }

    /// The themes with a region, by rank.
    pub fn regions(&self) -> Vec<MapRegion> {
        self.themes.iter().map(DataTheme::region).collect()
    }
}

impl DataTheme {
    fn of(region: &MapRegion) -> Self {
        let pair = |at: &Point| (parts(at.x), parts(at.y));
        let outlines = region.region.outlines.iter().map(|line| line.iter().map(pair).collect()).collect();
        let MapRegion { tag: ThemeTag { rank, label, hue }, verbatims, .. } = region.clone();
        Self { rank, label, hue, verbatims, anchor: pair(&region.region.anchor), outlines }
    }

    fn region(&self) -> MapRegion {
        let outlines = self.outlines.iter().map(|line| line.iter().copied().map(point).collect()).collect();
        MapRegion {
            tag: ThemeTag { rank: self.rank, label: self.label.clone(), hue: self.hue },
            verbatims: self.verbatims,
            region: Region { anchor: point(self.anchor), outlines },
        }
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the side")]
fn parts(x: f32) -> u32 {
    (x.clamp(0.0, 1.0) * SIDE).round() as u32
}

#[expect(clippy::cast_precision_loss, reason = "five digits at most")]
fn point((x, y): (u32, u32)) -> Point {
    Point { x: x as f32 / SIDE, y: y as f32 / SIDE }
}

fn index<T: PartialEq>(all: &[T], one: &T) -> u32 {
    all.iter().position(|of| of == one).and_then(|at| u32::try_from(at).ok()).unwrap_or(u32::MAX)
}
