//! The map as a picture, as a page without JavaScript shows it: regions, their names, and points.

use domain::reading::{MapPage, MapPoint, MapRegion};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write;

use crate::map::camera::Camera;
use crate::map::names::{Name, Standing, lines, place};
use crate::text::number::number;
use crate::text::{map as text, theme};

/// Side of the picture, in its own unit: places are told to a thousandth.
const SIDE: f64 = 1000.0;
/// Letters of a name's line.
const LINE: usize = 20;
/// Height of a name's line, and how wide a letter is at most: the serif at 24 units.
const LETTER: (f64, f64) = (11.6, 27.0);
/// More points are drawn smaller.
const MANY: usize = 1_500;
/// A number's disc.
const DISC: f64 = 62.0;

/// The picture. Points that answer nothing are dim when `keeps` says so; `here` marks the point of that rank in the map's list.
pub fn map_picture(page: &MapPage, keeps: &[bool], here: Option<usize>) -> AnyView {
    let camera = Camera::new(SIDE, SIDE);
    let regions = page.regions.iter().map(|region| outline(&camera, region)).collect_view();
    let asked = keeps.contains(&false);
    let dots = dots(page, &camera, keeps).into_iter().map(|(ink, path)| {
        let class = ink.class(asked);
        view! { <path class=class d=path></path> }
    });
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let label = text::label(count(page.points.len()), count(page.regions.len()));
    view! {
        <svg class="map-picture" class:many={page.points.len() > MANY} role="img" aria-label=label viewBox=format!("0 0 {SIDE} {SIDE}")>
            {regions}
            {dots.collect_view()}
            <g class="map-names">{names(page, &camera)}</g>
            <g class="map-numbers">{numbers(page, &camera)}</g>
            {here.and_then(|at| page.points.get(at)).map(|point| mark(&camera, point))}
        </svg>
    }
    .into_any()
}

/// A ring and words: neither needs colour. The words stand on the side where there is room.
fn mark(camera: &Camera, point: &MapPoint) -> AnyView {
    let (x, y) = camera.on_screen(point.point);
    let (dx, anchor) = if x > SIDE / 2.0 { (-30.0, "end") } else { (30.0, "start") };
    view! {
        <g class="map-here" transform=format!("translate({x:.0} {y:.0})")>
            <circle class="here-ring" r="20"></circle>
            <text x=format!("{dx}") y="11" text-anchor=anchor>{text::here(&point.number.to_string())}</text>
        </g>
    }
    .into_any()
}

fn outline(camera: &Camera, region: &MapRegion) -> AnyView {
    let class = format!("region hue-{}", region.tag.hue % 8);
    view! { <path class=class d=outlines(camera, region)></path> }.into_any()
}

/// A region's outlines as one path.
pub fn outlines(camera: &Camera, region: &MapRegion) -> String {
    let mut path = String::new();
    for line in &region.region.outlines {
        for (at, point) in line.iter().enumerate() {
            let (x, y) = camera.on_screen(*point);
            // Writing to a String can't fail.
            let _ = write!(path, "{}{x:.0} {y:.0}", if at == 0 { 'M' } else { 'L' });
        }
        path.push('Z');
    }
    path
}

/// How the dots of one path are drawn: dim or not, a hue or a ring.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Ink {
    kept: bool,
    hue: Option<u8>,
}

impl Ink {
    fn class(self, asked: bool) -> String {
        let ink = self.hue.map_or("hollow".to_owned(), |hue| format!("hue-{hue}"));
        let state = match (asked, self.kept) {
            (false, _) => "",
            (true, true) => " lit",
            (true, false) => " dim",
        };
        format!("dots {ink}{state}")
    }
}

/// One path an ink, the dim ones first: a thousand elements would weigh on the page.
fn dots(page: &MapPage, camera: &Camera, keeps: &[bool]) -> BTreeMap<Ink, String> {
    let hues: BTreeMap<u32, u8> =
        page.regions.iter().map(|region| (region.tag.rank, region.tag.hue % 8)).collect();
    let mut paths: BTreeMap<Ink, String> = BTreeMap::new();
    for (at, point) in page.points.iter().enumerate() {
        let kept = keeps.get(at).copied().unwrap_or(true);
        // A theme without a region still has a hue of its own: the first, which its name in the list tells apart.
        let hue = point.theme.map(|rank| hues.get(&rank).copied().unwrap_or(0));
        let (x, y) = camera.on_screen(point.point);
        let path = paths.entry(Ink { kept, hue }).or_default();
        let _ = match hue {
            // A line of no length with round caps is a dot.
            Some(_) => write!(path, "M{x:.0} {y:.0}h0"),
            None => write!(path, "M{:.0} {y:.0}a5 5 0 1 0 10 0a5 5 0 1 0-10 0", x - 5.0),
        };
    }
    paths
}

fn names(page: &MapPage, camera: &Camera) -> AnyView {
    let labels: Vec<Vec<String>> =
        page.regions.iter().map(|region| lines(&theme::label(&region.tag.label), LINE)).collect();
    let wanted: Vec<Name> =
        page.regions.iter().zip(&labels).map(|(region, lines)| wanted(camera, region, lines)).collect();
    let standing = place(&wanted, (SIDE, SIDE));
    let names = page.regions.iter().zip(labels).zip(standing).filter_map(|((region, lines), at)| match at {
        Standing::Full(x, y) => Some(full(x, y, lines)),
        Standing::Number(x, y) => Some(disc(x, y, region.tag.rank, 0.6)),
        Standing::Hidden => None,
    });
    names.collect_view().into_any()
}

#[expect(clippy::cast_precision_loss, reason = "a count of letters")]
fn wanted(camera: &Camera, region: &MapRegion, lines: &[String]) -> Name {
    let longest = lines.iter().map(|line| line.chars().count()).max().unwrap_or(0);
    Name {
        anchor: camera.on_screen(region.region.anchor),
        size: (longest as f64 * LETTER.0 + 8.0, lines.len() as f64 * LETTER.1),
        number: (DISC * 0.6, DISC * 0.6),
        weight: region.verbatims,
    }
}

#[expect(clippy::cast_precision_loss, reason = "a count of lines")]
fn full(x: f64, y: f64, lines: Vec<String>) -> AnyView {
    let top = y - (lines.len() as f64 / 2.0 - 0.72) * LETTER.1;
    let lines = lines.into_iter().enumerate().map(|(at, line)| {
        view! { <tspan x=format!("{x:.0}") y=format!("{:.0}", top + at as f64 * LETTER.1)>{line}</tspan> }
    });
    view! { <text>{lines.collect_view()}</text> }.into_any()
}

/// On narrow screens a name would be too small to read: its number stands there, and the legend explains it.
fn numbers(page: &MapPage, camera: &Camera) -> AnyView {
    let wanted: Vec<Name> = page
        .regions
        .iter()
        .map(|region| Name {
            anchor: camera.on_screen(region.region.anchor),
            size: (DISC, DISC),
            number: (DISC, DISC),
            weight: region.verbatims,
        })
        .collect();
    let discs = page.regions.iter().zip(place(&wanted, (SIDE, SIDE))).filter_map(|(region, at)| match at {
        Standing::Full(x, y) | Standing::Number(x, y) => Some(disc(x, y, region.tag.rank, 1.0)),
        Standing::Hidden => None,
    });
    discs.collect_view().into_any()
}

fn disc(x: f64, y: f64, rank: u32, size: f64) -> AnyView {
    let place = format!("translate({x:.0} {y:.0}) scale({size})");
    view! {
        <g transform=place class="map-number"><circle r="30"></circle><text y="14">{number(rank)}</text></g>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::analysis::{Point, Region};
    use domain::contribution::{ContributionNumber, Kind};
    use domain::member::College;
    use domain::reading::{Figures, RunTag, ThemeTag};
    use domain::time::Timestamp;

    #[test]
    fn each_ink_is_one_path_and_names_stand() {
        let at = |x, y| Point { x, y };
        let point = |n: u32, theme, point| MapPoint {
            number: ContributionNumber::new(n),
            ordinal: 1,
            point,
            theme,
            kind: Kind::Idea,
            college: College::Elected,
            departement: String::new(),
            areas: vec![],
        };
        let outline = vec![at(0.1, 0.1), at(0.5, 0.1), at(0.3, 0.5)];
        let page = MapPage {
            run: RunTag { number: 1, finished_at: Timestamp::from_micros(0), behind: 0 },
            figures: Figures::default(),
            landmarks: None,
            regions: vec![MapRegion {
                tag: ThemeTag { rank: 1, label: "guichet humain".into(), hue: 2 },
                verbatims: 2,
                region: Region { anchor: at(0.3, 0.25), outlines: vec![outline] },
            }],
            points: vec![
                point(1, Some(1), at(0.0, 0.0)),
                point(2, Some(1), at(1.0, 1.0)),
                point(3, None, at(0.5, 0.5)),
            ],
        };
        insta::assert_snapshot!(crate::components::plain(map_picture(&page, &[true, false, true], Some(1))), @r##"<svg role="img" aria-label="Carte de 3 verbatims en 1 thème. La liste plus bas dit la même chose." viewBox="0 0 1000 1000" class="map-picture"><path d="M130 130L500 130L315 500Z" class="region hue-2"></path><path d="M963 963h0" class="dots hue-2 dim"></path><path d="M495 500a5 5 0 1 0 10 0a5 5 0 1 0-10 0" class="dots hollow lit"></path><path d="M37 37h0" class="dots hue-2 lit"></path><g class="map-names"><text><tspan x="315" y="274">Guichet humain</tspan></text></g><g class="map-numbers"><g transform="translate(315 269) scale(1)" class="map-number"><circle r="30"></circle><text y="14">1</text></g></g><g transform="translate(963 963)" class="map-here"><circle class="here-ring" r="20"></circle><text x="-30" y="11" text-anchor="end">C-0002 est ici</text></g></svg>"##);
    }
}
