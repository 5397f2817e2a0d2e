//! The map: regions with their names, points that are verbatims.

use domain::analysis::Point;
use domain::reading::{MapPage, MapRegion};
use std::fmt::Write;

use super::Frame;
use super::caption::{MARGIN, SMALL, TOP, foot, head, run};
use super::colours::{INK, RULE, SHEET, SOFT, hue};
use super::face::Face;
use super::labels::{Area, place};
use super::svg::{By, Set, Svg};
use crate::DocumentError;
use crate::french::{NBSP, capital, count, number};

/// The width of the picture: with its legend it comes close to a sheet of A3 held upright.
const WIDTH: f64 = 1_400.0;
/// The side of the map.
const SIDE: f64 = WIDTH - 2.0 * MARGIN;
/// The widest line of a theme's name.
const NAME_WIDTH: f64 = 190.0;
const NAME: Set = Set { face: Face::Semibold, size: 19.0, colour: INK, halo: true };
const COUNT: Set = Set { face: Face::Sans, size: 14.0, colour: SOFT, halo: true };
const NAME_LINE: f64 = 22.0;
const COUNT_LINE: f64 = 18.0;
/// Columns of the legend.
const COLUMNS: usize = 3;

/// The map as SVG.
///
/// # Errors
/// When the moment of the run has no date.
pub fn map(page: &MapPage, frame: &Frame<'_>) -> Result<String, DocumentError> {
    let figures = page.figures;
    let line = format!(
        "{}{NBSP}: {} en {}, {}",
        run(&page.run)?,
        count(figures.in_themes, "verbatim", "verbatims"),
        count(page.regions.len() as u32, "thème", "thèmes"),
        count(figures.weak, "signal faible", "signaux faibles")
    );
    let mut svg = Svg::new();
    let title = "Carte des verbatims";
    head(&mut svg, frame, WIDTH, title, &line);
    let view = View::of(page);
    regions(&mut svg, page, &view);
    points(&mut svg, page, &view);
    names(&mut svg, page, &view);
    let bottom = legend(&mut svg, page, TOP + view.height + 40.0);
    let bottom = foot(&mut svg, frame, WIDTH, bottom + 24.0, &notes(page));
    let told: Vec<String> = page
        .regions
        .iter()
        .map(|region| format!("{} ({})", region.tag.label, count(region.verbatims, "verbatim", "verbatims")))
        .collect();
    let told = format!("{line}. Thèmes{NBSP}: {}.", told.join(", "));
    let name = format!("{title}, {}", frame.congress);
    Ok(svg.finish(WIDTH, bottom + MARGIN - 22.0, &name, &told))
}

/// From the unit square to the picture: only the part that holds something is shown, as large as it can be.
struct View {
    left: f64,
    top: f64,
    scale: f64,
    height: f64,
}

impl View {
    fn of(page: &MapPage) -> Self {
        let outlines = page.regions.iter().flat_map(|region| region.region.outlines.iter().flatten());
        let all = || page.points.iter().map(|point| &point.point).chain(outlines.clone());
        let range = |axis: fn(&Point) -> f32| {
            let (low, high) = all().map(axis).fold((1.0_f32, 0.0_f32), |(l, h), x| (l.min(x), h.max(x)));
            (f64::from(low.min(high)) - 0.01, f64::from(high.max(low)) + 0.01)
        };
        let (x, y) = (range(|p| p.x), range(|p| p.y));
        let scale = SIDE / (x.1 - x.0).max(y.1 - y.0).max(0.05);
        let blank = (SIDE - scale * (x.1 - x.0)) / 2.0;
        Self {
            left: MARGIN + blank - scale * x.0,
            top: TOP - scale * y.0,
            scale,
            height: scale * (y.1 - y.0),
        }
    }

    fn at(&self, point: Point) -> (f64, f64) {
        (self.left + self.scale * f64::from(point.x), self.top + self.scale * f64::from(point.y))
    }
}

fn regions(svg: &mut Svg, page: &MapPage, view: &View) {
    for region in &page.regions {
        let colour = hue(region.tag.hue);
        let outline: String = region.region.outlines.iter().map(|outline| rounded(outline, view)).collect();
        svg.add(format_args!(
            r#"<path d="{outline}" fill="{colour}" fill-opacity="0.09" stroke="{colour}" stroke-opacity="0.55" stroke-width="1.2"/>"#
        ));
    }
}

/// A closed curve along an outline: through the middle of each of its sides, bent by its points.
fn rounded(outline: &[Point], view: &View) -> String {
    let at: Vec<(f64, f64)> = outline.iter().map(|&point| view.at(point)).collect();
    let middle = |i: usize| {
        let (a, b) = (at[i % at.len()], at[(i + 1) % at.len()]);
        (f64::midpoint(a.0, b.0), f64::midpoint(a.1, b.1))
    };
    let mut path = String::new();
    for i in 0..at.len() {
        let (x, y) = middle(i);
        if i == 0 {
            let _ = write!(path, "M{x:.1} {y:.1}");
        }
        let (bend, to) = (at[(i + 1) % at.len()], middle(i + 1));
        let _ = write!(path, "Q{:.1} {:.1} {:.1} {:.1}", bend.0, bend.1, to.0, to.1);
    }
    path.push('Z');
    path
}

/// A dot's radius: smaller when there are many.
fn radius(points: usize) -> f64 {
    (170.0 / (points.max(1) as f64).sqrt()).clamp(1.1, 4.2)
}

/// The points of a theme are one path of dots, which keeps the file small; weak signals are empty circles.
fn points(svg: &mut Svg, page: &MapPage, view: &View) {
    let radius = radius(page.points.len());
    for region in &page.regions {
        let mut dots = String::new();
        for point in page.points.iter().filter(|point| point.theme == Some(region.tag.rank)) {
            let (x, y) = view.at(point.point);
            let _ = write!(dots, "M{x:.1} {y:.1}h.01");
        }
        svg.add(format_args!(
            r#"<path d="{dots}" fill="none" stroke="{}" stroke-opacity="0.6" stroke-width="{:.1}" stroke-linecap="round"/>"#,
            hue(region.tag.hue),
            2.0 * radius
        ));
    }
    svg.add(format_args!(r#"<g fill="{SHEET}" stroke="{INK}" stroke-width="1">"#));
    for point in page.points.iter().filter(|point| point.theme.is_none()) {
        let (x, y) = view.at(point.point);
        svg.add(format_args!(r#"<circle cx="{x:.1}" cy="{y:.1}" r="{radius:.1}"/>"#));
    }
    svg.add("</g>");
}

fn names(svg: &mut Svg, page: &MapPage, view: &View) {
    // By rank: the largest has the first choice.
    let lines: Vec<Vec<String>> = page
        .regions
        .iter()
        .map(|region| NAME.face.wrap(&svg.printable(&capital(&region.tag.label)), NAME.size, NAME_WIDTH))
        .collect();
    let size = |(region, lines): (&MapRegion, &Vec<String>)| {
        let widest = lines.iter().map(|line| NAME.face.width(line, NAME.size));
        let count = COUNT.face.width(&verbatims(region), COUNT.size);
        let width = widest.fold(count, f64::max);
        (view.at(region.region.anchor), width, lines.len() as f64 * NAME_LINE + COUNT_LINE)
    };
    let wanted: Vec<_> = page.regions.iter().zip(&lines).map(size).collect();
    let frame = Area { x: MARGIN, y: TOP, width: SIDE, height: view.height };
    let areas = place(&wanted, &frame, &[]);
    for ((region, lines), area) in page.regions.iter().zip(&lines).zip(&areas) {
        if let Some(area) = area {
            leader(svg, view.at(region.region.anchor), area);
            name(svg, region, lines, area);
        }
    }
}

/// A line from a name that had to stand away to its place.
fn leader(svg: &mut Svg, anchor: (f64, f64), area: &Area) {
    let (x, y) = area.closest(anchor);
    if (x - anchor.0).hypot(y - anchor.1) > 14.0 {
        svg.add(format_args!(
            r#"<path d="M{x:.1} {y:.1}L{:.1} {:.1}" stroke="{INK}" stroke-width="1" stroke-opacity="0.7"/>"#,
            anchor.0, anchor.1
        ));
    }
}

fn name(svg: &mut Svg, region: &MapRegion, lines: &[String], area: &Area) {
    let middle = area.x + area.width / 2.0;
    let mut y = area.y + NAME_LINE - 5.0;
    for line in lines {
        svg.text(middle, y, By::Middle, NAME, line);
        y += NAME_LINE;
    }
    svg.text(middle, y - 4.0, By::Middle, COUNT, &verbatims(region));
}

fn verbatims(region: &MapRegion) -> String {
    count(region.verbatims, "verbatim", "verbatims")
}

/// Every theme by rank, in columns; where they end.
fn legend(svg: &mut Svg, page: &MapPage, top: f64) -> f64 {
    svg.add(format_args!(
        r#"<path d="M{MARGIN} {top:.1}H{}" stroke="{RULE}" stroke-width="1"/>"#,
        WIDTH - MARGIN
    ));
    let column = SIDE / COLUMNS as f64;
    let set = Set { colour: INK, ..SMALL };
    let each = page.regions.len().div_ceil(COLUMNS).max(1);
    let mut lowest = top;
    for (c, regions) in page.regions.chunks(each).enumerate() {
        let x = MARGIN + c as f64 * column;
        let mut y = top + 34.0;
        for region in regions {
            svg.add(format_args!(
                r#"<circle cx="{:.1}" cy="{:.1}" r="5" fill="{}"/>"#,
                x + 5.0,
                y - 5.0,
                hue(region.tag.hue)
            ));
            let held = format!("{NBSP}· {}", number(region.verbatims));
            let text = svg.printable(&format!("{}{held}", capital(&region.tag.label)));
            for line in set.face.wrap(&text, set.size, column - 36.0) {
                svg.text(x + 18.0, y, By::Start, set, &line);
                y += 20.0;
            }
            y += 5.0;
        }
        lowest = lowest.max(y);
    }
    lowest
}

fn notes(page: &MapPage) -> Vec<String> {
    if page.points.is_empty() {
        return vec!["Trop peu de contributions pour dresser une carte.".to_owned()];
    }
    let mut notes = vec![format!(
        "Chaque point est un verbatim, de la couleur de son thème{NBSP}; un cercle vide est un signal faible. \
         Deux verbatims proches disent des choses proches{NBSP}; les directions n’ont pas de sens par elles-mêmes."
    )];
    if page.figures.unplaced > 0 {
        let held = count(
            page.figures.unplaced,
            "verbatim n’a pas pu être rapproché des autres et n’y est pas",
            "verbatims n’ont pas pu être rapprochés des autres et n’y sont pas",
        );
        notes.push(format!("{held}."));
    }
    if let Some(landmarks) = page.landmarks {
        notes.push(format!(
            "{} ont été disposés d’après leurs mots{NBSP}; chacun des autres est placé parmi ceux dont il est le plus proche.",
            count(landmarks, "verbatim", "verbatims")
        ));
    }
    notes
}
