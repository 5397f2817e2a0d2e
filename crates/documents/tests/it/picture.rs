//! The pictures as files: what they say, that nothing lies over anything, that they can be opened.

use crate::common::{NOON, tag};
use documents::picture::{Frame, map, png, tree};
use domain::analysis::{Choice, Confidence, Point, Region};
use domain::contribution::{ContributionNumber, Kind};
use domain::member::College;
use domain::reading::{
    Figures, MapPage, MapPoint, MapRegion, RunTag, ThemeLine, TreeNode, TreePage, Withheld,
};
use proptest::prelude::*;

const FRAME: Frame<'_> = Frame { congress: "4e congrès <des élus> & des élues", fictional: true };
const LABELS: [&str; 6] = [
    "Réseaux et zones blanches",
    "Former agents et élus",
    "Guichets et médiation",
    "Sobriété & réemploi",
    "Données et souveraineté de nos communes rurales",
    "Après l’attaque",
];

fn run() -> RunTag {
    RunTag { number: 3, finished_at: NOON, behind: 0 }
}

fn figures(in_themes: u32, weak: u32) -> Figures {
    Figures {
        withheld: Withheld::default(),
        contributions: in_themes,
        signatories: in_themes,
        departements: 5,
        verbatims: in_themes + weak + 2,
        in_themes,
        weak,
        unplaced: 2,
    }
}

fn square(x: f32, y: f32, half: f32) -> Region {
    let corner = |dx: f32, dy: f32| Point { x: (x + dx).clamp(0.0, 1.0), y: (y + dy).clamp(0.0, 1.0) };
    let outline = vec![corner(-half, -half), corner(half, -half), corner(half, half), corner(-half, half)];
    Region { anchor: Point { x, y }, outlines: vec![outline] }
}

fn map_page(anchors: &[(f32, f32)]) -> MapPage {
    let regions = anchors.iter().zip(1_u32..).map(|(&(x, y), rank)| MapRegion {
        tag: tag(rank, LABELS[rank as usize % LABELS.len()]),
        verbatims: 2,
        region: square(x, y, 0.1),
    });
    let point = |n: u32, x: f32, y: f32, theme| MapPoint {
        number: ContributionNumber::new(n),
        ordinal: 1,
        point: Point { x, y },
        theme,
        kind: Kind::Idea,
        college: College::Elected,
        departement: String::new(),
        areas: Vec::new(),
    };
    let in_themes = anchors.iter().zip(1_u32..).flat_map(|(&(x, y), rank)| {
        [point(2 * rank, x, y, Some(rank)), point(2 * rank + 1, x, (y + 0.05).min(1.0), Some(rank))]
    });
    let points: Vec<MapPoint> = in_themes.chain([point(1, 0.5, 0.02, None)]).collect();
    MapPage {
        run: run(),
        figures: figures(points.len() as u32 - 1, 1),
        landmarks: None,
        regions: regions.collect(),
        points,
    }
}

/// A tree whose node `n` hangs from `parents[n - 1]`.
fn tree_page(parents: &[u32]) -> TreePage {
    let nodes = (0..=parents.len()).map(|n| {
        let leaf = !parents.contains(&(n as u32));
        let label = LABELS[n % LABELS.len()];
        let held = 5 + 40 * (n as u32 % 4);
        let theme = ThemeLine {
            tag: tag(n as u32 + 1, label),
            verbatims: held,
            contributions: held,
            signatories: held,
            words: Vec::new(),
            voice: None,
        };
        TreeNode {
            parent: n.checked_sub(1).map(|n| parents[n]),
            theme: leaf.then_some(theme),
            label: label.to_owned(),
            hue: (n % 8) as u8,
            verbatims: if leaf { held } else { 200 },
            signatories: if leaf { held } else { 150 },
        }
    });
    let choice = Choice {
        themes: parents.len() as u32,
        confidence: Confidence::Fair,
        agreement: 0.7,
        compared: Vec::new(),
    };
    TreePage { run: run(), figures: figures(400, 3), choice, nodes: nodes.collect() }
}

/// A number given as an attribute.
fn number(element: &str, name: &str) -> f64 {
    let from = element.find(&format!(" {name}=\"")).expect("the attribute") + name.len() + 3;
    element[from..].split('"').next().and_then(|value| value.parse().ok()).expect("a number")
}

/// Left, top, right and bottom of each line of text, by its letters without their tails.
fn lines(svg: &str) -> Vec<[f64; 4]> {
    let of = |element: &str| {
        let (x, y) = (number(element, "x"), number(element, "y"));
        [x, y - 0.7 * number(element, "font-size"), x + number(element, "textLength"), y]
    };
    svg.lines().filter(|line| line.starts_with("<text")).map(of).collect()
}

fn overlap(svg: &str) -> Option<([f64; 4], [f64; 4])> {
    let lines = lines(svg);
    let meet = |a: &[f64; 4], b: &[f64; 4]| a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
    let pairs = lines.iter().enumerate().flat_map(|(i, a)| lines[..i].iter().map(move |b| (*a, *b)));
    pairs.into_iter().find(|(a, b)| meet(a, b))
}

/// Width and height as the header says, after the whole was decoded.
fn size(png: &[u8]) -> (u32, u32) {
    let pixels = resvg::tiny_skia::Pixmap::decode_png(png).expect("a PNG");
    assert!(pixels.pixels().iter().any(|pixel| pixel.red() < 100), "nothing is drawn");
    (pixels.width(), pixels.height())
}

#[test]
fn a_small_map_and_a_small_tree_look_like_this() {
    insta::assert_snapshot!("map", map(&map_page(&[(0.2, 0.3), (0.7, 0.6)]), &FRAME).expect("a map"));
    insta::assert_snapshot!("tree", tree(&tree_page(&[0, 0, 1, 1]), &FRAME).expect("a tree"));
}

#[test]
fn pictures_open_and_are_as_wide_as_asked() {
    let svg = map(&map_page(&[(0.2, 0.3), (0.7, 0.6), (0.4, 0.9)]), &FRAME).expect("a map");
    let height = number(&svg, "height");
    let (wide, high) = size(&png(&svg, 700).expect("a PNG"));
    assert_eq!(wide, 700);
    assert!((f64::from(high) - height / 2.0).abs() <= 1.0, "{high} {height}");
    assert_eq!(size(&png(&tree(&tree_page(&[0, 0]), &FRAME).expect("a tree"), 333).expect("a PNG")).0, 333);
    assert!(png(&svg, 0).is_err() && png(&svg, 1_000_000).is_err() && png("<no", 10).is_err());
}

#[test]
fn without_themes_there_is_a_sentence() {
    let mut empty = tree_page(&[]);
    empty.nodes.clear();
    let told = tree(&empty, &FRAME).expect("a tree");
    assert!(told.contains("Trop peu de contributions pour former des thèmes."));
    let mut page = map_page(&[]);
    page.points.clear();
    let told = map(&page, &FRAME).expect("a map");
    assert!(told.contains("Trop peu de contributions pour dresser une carte."));
    assert!(png(&told, 100).is_ok());
}

#[test]
fn landmarks_and_fiction_are_said() {
    let mut page = map_page(&[(0.2, 0.3)]);
    page.landmarks = Some(10_000);
    let svg = map(&page, &FRAME).expect("a map");
    assert!(svg.contains("10\u{202f}000\u{a0}verbatims ont été disposés"));
    assert!(svg.contains("sont fictifs") && svg.contains("&lt;des élus&gt; &amp; des élues"));
    let true_one = map(&page, &Frame { fictional: false, ..FRAME }).expect("a map");
    assert!(!true_one.contains("sont fictifs"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn no_two_texts_of_a_map_meet(anchors in prop::collection::vec((0.0..1.0_f32, 0.0..1.0_f32), 0..24)) {
        let svg = map(&map_page(&anchors), &FRAME).expect("a map");
        prop_assert_eq!(overlap(&svg), None);
    }

    #[test]
    fn no_two_texts_of_a_tree_meet(picks in prop::collection::vec(any::<prop::sample::Index>(), 0..30)) {
        let parents: Vec<u32> = picks.iter().enumerate().map(|(n, pick)| pick.index(n + 1) as u32).collect();
        let svg = tree(&tree_page(&parents), &FRAME).expect("a tree");
        prop_assert_eq!(overlap(&svg), None);
    }
}
