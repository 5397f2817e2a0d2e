//! The map as the island fetches it once: columns of whole numbers, an eighth of the same as objects.
//!
//! The browser reads them itself: a reader of JSON compiled for these types would weigh more than all that moves the map.

use domain::analysis::{Point, Region};
use domain::contribution::{ContributionNumber, Kind};
use domain::member::College;
use domain::reading::{MapPage, MapPoint, MapRegion, ThemeTag};
use serde::Serialize;

/// How finely places are told: parts of the square's side. A third of a pixel on a screen of 3,000.
const SIDE: f32 = 10_000.0;

/// What `/congres/{slug}/carte/points.json` holds. Places are pairs, from the left and from the top, in ten-thousandths of the side.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct MapData {
    /// Themes with a region, by rank: their labels.
    pub labels: Vec<String>,
    /// Their ranks.
    pub ranks: Vec<u32>,
    /// Their hues.
    pub hues: Vec<u32>,
    /// Their verbatims.
    pub verbatims: Vec<u32>,
    /// Where their names stand best: pairs.
    pub anchors: Vec<u32>,
    /// How many outlines each has.
    pub outlines: Vec<u32>,
    /// How many places each outline has.
    pub lengths: Vec<u32>,
    /// The places of all outlines: pairs.
    pub outline: Vec<u32>,
    /// The départements that verbatims come from, by COG code; the empty code for those without one.
    pub departements: Vec<String>,
    /// Verbatims by contribution and span: the contributions' numbers.
    pub number: Vec<u32>,
    /// Their ranks within the contribution, from 1.
    pub ordinal: Vec<u32>,
    /// Where they are: pairs.
    pub place: Vec<u32>,
    /// Ranks of their themes; 0 for a weak signal.
    pub theme: Vec<u32>,
    /// Their kinds, by the order in [`Kind::ALL`].
    pub kind: Vec<u32>,
    /// Their colleges, by the order in [`College::ALL`].
    pub college: Vec<u32>,
    /// Their places in `departements`.
    pub departement: Vec<u32>,
    /// How many enjeux each has.
    pub several: Vec<u32>,
    /// The enjeux of all, by rank in the congress' list.
    pub areas: Vec<u32>,
}

impl MapData {
    /// The map of a page. Places are rounded, nothing else is lost.
    pub fn of(page: &MapPage) -> Self {
        let mut departements: Vec<String> = page.points.iter().map(|of| of.departement.clone()).collect();
        departements.sort_unstable();
        departements.dedup();
        let column = |of: &dyn Fn(&MapPoint) -> u32| page.points.iter().map(of).collect::<Vec<u32>>();
        let theme = |of: &dyn Fn(&MapRegion) -> u32| page.regions.iter().map(of).collect::<Vec<u32>>();
        let outlines = || page.regions.iter().flat_map(|of| &of.region.outlines);
        Self {
            labels: page.regions.iter().map(|of| of.tag.label.clone()).collect(),
            ranks: theme(&|of| of.tag.rank),
            hues: theme(&|of| u32::from(of.tag.hue)),
            verbatims: theme(&|of| of.verbatims),
            anchors: page.regions.iter().flat_map(|of| pair(of.region.anchor)).collect(),
            outlines: theme(&|of| count(of.region.outlines.len())),
            lengths: outlines().map(|line| count(line.len())).collect(),
            outline: outlines().flatten().copied().flat_map(pair).collect(),
            number: column(&|of| of.number.get()),
            ordinal: column(&|of| of.ordinal),
            place: page.points.iter().flat_map(|of| pair(of.point)).collect(),
            theme: column(&|of| of.theme.unwrap_or(0)),
            kind: column(&|of| index(Kind::ALL, &of.kind)),
            college: column(&|of| index(College::ALL, &of.college)),
            departement: column(&|of| index(&departements, &of.departement)),
            several: column(&|of| count(of.areas.len())),
            areas: page.points.iter().flat_map(|of| of.areas.iter().copied()).collect(),
            departements,
        }
    }

    /// The map from its columns by name, those of numbers and those of words; a column that isn't there is empty.
    pub fn read(numbers: impl Fn(&str) -> Vec<u32>, words: impl Fn(&str) -> Vec<String>) -> Self {
        Self {
            labels: words("labels"),
            ranks: numbers("ranks"),
            hues: numbers("hues"),
            verbatims: numbers("verbatims"),
            anchors: numbers("anchors"),
            outlines: numbers("outlines"),
            lengths: numbers("lengths"),
            outline: numbers("outline"),
            departements: words("departements"),
            number: numbers("number"),
            ordinal: numbers("ordinal"),
            place: numbers("place"),
            theme: numbers("theme"),
            kind: numbers("kind"),
            college: numbers("college"),
            departement: numbers("departement"),
            several: numbers("several"),
            areas: numbers("areas"),
        }
    }

    /// The verbatims again. What the columns don't hold whole is passed over.
    pub fn points(&self) -> Vec<MapPoint> {
        let mut areas = self.areas.iter().copied();
        let several = |at: usize| self.several.get(at).map_or(0, |n| *n as usize);
        (0..self.number.len())
            .filter_map(|at| {
                let areas = areas.by_ref().take(several(at)).collect();
                self.point(at, areas)
            })
            .collect()
    }

    fn point(&self, at: usize, areas: Vec<u32>) -> Option<MapPoint> {
        let of = |column: &[u32]| column.get(at).copied();
        let among = |column: &[u32]| of(column).map(|n| n as usize);
        Some(MapPoint {
            number: ContributionNumber::new(of(&self.number)?),
            ordinal: of(&self.ordinal)?,
            point: place(&self.place, at)?,
            theme: of(&self.theme).filter(|rank| *rank > 0),
            kind: *Kind::ALL.get(among(&self.kind)?)?,
            college: *College::ALL.get(among(&self.college)?)?,
            departement: self.departements.get(among(&self.departement)?)?.clone(),
            areas,
        })
    }

    /// The themes with a region, by rank. What the columns don't hold whole is passed over.
    pub fn regions(&self) -> Vec<MapRegion> {
        let (mut line, mut at_point) = (0, 0);
        let mut outline = || {
            let length = self.lengths.get(line).map_or(0, |n| *n as usize);
            line += 1;
            at_point += length;
            (at_point - length..at_point).filter_map(|at| place(&self.outline, at)).collect::<Vec<Point>>()
        };
        let mut region = |at: usize| {
            let outlines = (0..*self.outlines.get(at)?).map(|_| outline()).collect();
            let (rank, hue) = (*self.ranks.get(at)?, u8::try_from(*self.hues.get(at)?).ok()?);
            Some(MapRegion {
                tag: ThemeTag { rank, label: self.labels.get(at)?.clone(), hue },
                verbatims: *self.verbatims.get(at)?,
                region: Region { anchor: place(&self.anchors, at)?, outlines },
            })
        };
        (0..self.ranks.len()).filter_map(&mut region).collect()
    }
}

/// The pair of that rank.
#[expect(clippy::cast_precision_loss, reason = "five digits at most")]
fn place(pairs: &[u32], at: usize) -> Option<Point> {
    let (x, y) = (*pairs.get(at * 2)?, *pairs.get(at * 2 + 1)?);
    Some(Point { x: x as f32 / SIDE, y: y as f32 / SIDE })
}

fn pair(point: Point) -> [u32; 2] {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the side")]
    let parts = |x: f32| (x.clamp(0.0, 1.0) * SIDE).round() as u32;
    [parts(point.x), parts(point.y)]
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn index<T: PartialEq>(all: &[T], one: &T) -> u32 {
    all.iter().position(|of| of == one).map_or(u32::MAX, count)
}
