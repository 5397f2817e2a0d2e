//! The trunk, its branches, their leaves and names.

use domain::reading::TreePage;
use std::fmt::Write;

use super::plan::{COUNTS, LINE, NAME, Plan, Spot, TRUNK, far};
use crate::french::capital;
use crate::picture::caption::TOP;
use crate::picture::colours::{SOFT, hue};
use crate::picture::face::Face;
use crate::picture::labels::{Area, place};
use crate::picture::svg::{By, Set, Svg};

const PHRASE: Set = Set { face: Face::Italic, size: 16.0, colour: SOFT, halo: true };
/// The widest line of a phrase that a branch shares.
const PHRASE_WIDTH: f64 = 150.0;
/// The golden angle: leaves of a crown as seeds of a sunflower (Vogel, *A better way to construct the sunflower head*, 1979).
const GOLDEN: f64 = 2.399_963_229_728_653;
/// The width of a branch that everybody shares.
const THICK: f64 = 34.0;

pub(super) fn draw(svg: &mut Svg, page: &TreePage, plan: &Plan) {
    if plan.spots.is_empty() {
        return;
    }
    for node in 1..plan.spots.len() {
        branch(svg, page, plan, node);
    }
    // Over where they leave it.
    trunk(svg, plan);
    for node in (1..plan.spots.len()).filter(|&node| plan.below[node].is_empty()) {
        leaf(svg, page, plan, node);
    }
    phrases(svg, page, plan);
}

/// Wide at its foot, and up to where its highest branch leaves it.
fn trunk(svg: &mut Svg, plan: &Plan) {
    let highest = plan.below[0].iter().map(|&node| plan.root_of(node, 0).1).fold(plan.bottom, f64::min);
    let (top, foot) = (highest - 6.0, plan.bottom + 22.0);
    let knee = f64::midpoint(top, foot);
    svg.add(format_args!(
        r#"<path d="M{:.1} {foot:.1}Q{:.1} {:.1} {:.1} {knee:.1}L{:.1} {top:.1}H{:.1}L{:.1} {knee:.1}Q{:.1} {:.1} {:.1} {foot:.1}Z" fill="{SOFT}"/>"#,
        TRUNK - 42.0,
        TRUNK - 18.0,
        foot - 12.0,
        TRUNK - 13.0,
        TRUNK - 3.0,
        TRUNK + 3.0,
        TRUNK + 13.0,
        TRUNK + 18.0,
        foot - 12.0,
        TRUNK + 42.0
    ));
}

/// As thick as the share of voices below it.
fn thickness(page: &TreePage, node: usize) -> f64 {
    let all = f64::from(page.nodes[0].voices().max(1));
    (THICK * f64::from(page.nodes[node].voices()) / all).max(2.0)
}

/// A curve from the branch above to the node.
fn branch(svg: &mut Svg, page: &TreePage, plan: &Plan, node: usize) {
    let Some(parent) = page.nodes[node].parent else { return };
    let (x, y) = plan.root_of(node, parent as usize);
    let to = &plan.spots[node];
    let bend = f64::midpoint(x, to.x);
    svg.add(format_args!(
        r#"<path d="M{x:.1} {y:.1}C{bend:.1} {y:.1} {bend:.1} {:.1} {:.1} {:.1}" fill="none" stroke="{}" stroke-width="{:.1}" stroke-linecap="round"/>"#,
        to.y,
        to.x,
        to.y,
        hue(page.nodes[node].hue),
        thickness(page, node)
    ));
}

/// A crown of leaves, the name and the counts.
fn leaf(svg: &mut Svg, page: &TreePage, plan: &Plan, node: usize) {
    let (spot, held) = (&plan.spots[node], page.nodes[node].verbatims.div_ceil(plan.dot));
    let mut dots = String::new();
    for i in 0..held as usize {
        let angle = GOLDEN * i as f64;
        let (x, y) = (spot.x + far(i) * angle.cos(), spot.y + far(i) * angle.sin());
        let _ = write!(dots, "M{x:.1} {y:.1}h.01");
    }
    let colour = hue(page.nodes[node].hue);
    svg.add(format_args!(
        r#"<path d="{dots}" fill="none" stroke="{colour}" stroke-width="4" stroke-linecap="round" stroke-opacity="0.8"/>"#
    ));
    let by = if spot.side < 0.0 { By::End } else { By::Start };
    let x = Plan::beside(spot);
    let mut y = spot.y - (spot.name.len() as f64 * LINE + LINE) / 2.0 + 17.0;
    for line in &spot.name {
        svg.text(x, y, by, NAME, line);
        y += LINE;
    }
    svg.text(x, y - 2.0, by, COUNTS, &spot.counts);
}

/// The phrase that a branch shares, above its node, where it finds room off the leaves and their names. One named after
/// its two largest themes shares none, and they are named already.
fn phrases(svg: &mut Svg, page: &TreePage, plan: &Plan) {
    let shares = |node: usize| !plan.below[node].is_empty() && !page.is_named_after_themes(node);
    let inner: Vec<usize> = (1..plan.spots.len()).filter(|&node| shares(node)).collect();
    let lines: Vec<Vec<String>> = inner
        .iter()
        .map(|&node| {
            let label = svg.printable(&capital(&page.nodes[node].label));
            PHRASE.face.wrap(&label, PHRASE.size, PHRASE_WIDTH)
        })
        .collect();
    let wanted: Vec<_> = inner
        .iter()
        .zip(&lines)
        .map(|(&node, lines)| {
            let spot = &plan.spots[node];
            let width = lines.iter().map(|line| PHRASE.face.width(line, PHRASE.size)).fold(0.0, f64::max);
            let height = lines.len() as f64 * 19.0;
            let at =
                (spot.x - spot.side * 0.3 * width, spot.y - height / 2.0 - thickness(page, node) / 2.0 - 4.0);
            (at, width, height)
        })
        .collect();
    let crowns: Vec<Area> = plan.spots.iter().filter(|spot| spot.crown > 0.0).map(covered).collect();
    let frame = Area { x: TRUNK - 420.0, y: TOP - 10.0, width: 840.0, height: plan.bottom - TOP };
    for (area, lines) in place(&wanted, &frame, &crowns).iter().zip(&lines) {
        let Some(area) = area else { continue };
        for (line, i) in lines.iter().zip(1_u32..) {
            svg.text(area.x + area.width / 2.0, area.y + f64::from(i) * 19.0 - 5.0, By::Middle, PHRASE, line);
        }
    }
}

fn covered(spot: &Spot) -> Area {
    Area::around((spot.x, spot.y), 2.0 * spot.crown, 2.0 * spot.crown)
}
