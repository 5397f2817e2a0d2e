//! Invented findings: a tree, a map with its clouds of points, runs and what moved between them.

use app::map::Key;
use app::map::answer::{Lit, MapAnswer};
use app::map::query::MapQuery;
use app::pages::map::read::{Here, MapView};
use domain::analysis::{Choice, Confidence, Place, Point, Recipe, Region, UnplacedReason, WeakReason};
use domain::contribution::{ContributionNumber, Kind};
use domain::member::College;
use domain::reading::*;
use domain::time::Timestamp;

use super::{DAY, NOW, figures, line, quote, run, tag};

pub fn choice() -> Choice {
    Choice {
        themes: 9,
        confidence: Confidence::Fair,
        agreement: 0.78,
        compared: vec![(7, 0.61), (8, 0.66), (9, 0.71), (10, 0.69), (11, 0.64)],
    }
}

pub fn tree() -> TreePage {
    let node = |parent, label: &str, hue, verbatims, signatories| TreeNode {
        parent,
        theme: None,
        label: label.into(),
        hue,
        verbatims,
        signatories,
    };
    let leaf = |parent, rank: u32, hue| {
        let line = line(rank);
        let (verbatims, signatories) = (line.verbatims, line.signatories);
        TreeNode { theme: Some(line), ..node(Some(parent), &tag(rank).label, hue, verbatims, signatories) }
    };
    let nodes = vec![
        node(None, "commune", 6, 1790, 280),
        node(Some(0), "réseaux et territoires", 0, 700, 190),
        leaf(1, 1, 0),
        leaf(1, 7, 0),
        node(Some(0), "la mairie et ses agents", 2, 840, 230),
        node(Some(4), "outils de la mairie", 2, 500, 160),
        leaf(5, 3, 2),
        leaf(5, 4, 2),
        leaf(5, 8, 2),
        leaf(4, 2, 2),
        leaf(4, 9, 2),
        leaf(0, 5, 4),
        leaf(0, 6, 5),
    ];
    TreePage { run: run(), figures: figures(), choice: choice(), nodes }
}

/// A cloud of points about each theme, the same at each call.
pub fn map(points: u32) -> MapPage {
    let mut state = 0x2545_F491_u32;
    let mut chance = move || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        f64::from(state) / f64::from(u32::MAX)
    };
    let centres = [
        (0.2, 0.22),
        (0.55, 0.2),
        (0.83, 0.27),
        (0.46, 0.5),
        (0.8, 0.58),
        (0.15, 0.6),
        (0.36, 0.82),
        (0.63, 0.83),
        (0.14, 0.87),
    ];
    let region = |rank: u32| {
        let (x, y) = centres[rank as usize - 1];
        let ring = |at: u32| {
            let angle = f64::from(at) / 24.0 * std::f64::consts::TAU;
            let wobble = 0.115 + 0.018 * (angle * 3.0 + f64::from(rank)).sin();
            Point { x: (x + wobble * angle.cos()) as f32, y: (y + wobble * 0.85 * angle.sin()) as f32 }
        };
        let anchor = Point { x: x as f32, y: y as f32 };
        MapRegion {
            tag: tag(rank),
            verbatims: 330 - rank * 28,
            region: Region { anchor, outlines: vec![(0..24).map(ring).collect()] },
        }
    };
    let mut point = |n: u32| {
        let rank = (chance() * chance() * 9.0) as u32 + 1;
        let weak = chance() < 0.02;
        let (x, y) = centres[rank as usize - 1];
        let (far, angle) = (0.13 * chance().sqrt(), chance() * std::f64::consts::TAU);
        let (x, y) =
            if weak { (chance(), chance()) } else { (x + far * angle.cos(), y + far * 0.85 * angle.sin()) };
        MapPoint {
            number: ContributionNumber::new(n / 2 + 1),
            ordinal: n % 2 + 1,
            point: Point { x: x as f32, y: y as f32 },
            theme: (!weak).then_some(rank),
            kind: Kind::ALL[(chance() * 3.0) as usize % 3],
            college: College::ALL[(chance() * chance() * 4.0) as usize % 4],
            departement: ["29", "48", "03", "64", ""][(chance() * 5.0) as usize % 5].into(),
            areas: if n.is_multiple_of(3) { vec![] } else { vec![1 + n % 4, 5 + n % 3] },
        }
    };
    let points: Vec<MapPoint> = (0..points).map(&mut point).collect();
    let weak = points.iter().filter(|point| point.theme.is_none()).count() as u32;
    let figures = Figures {
        verbatims: points.len() as u32 + 25,
        in_themes: points.len() as u32 - weak,
        weak,
        ..figures()
    };
    MapPage { run: run(), figures, landmarks: None, regions: (1..10).map(region).collect(), points }
}

pub fn map_view(points: u32, query: MapQuery, lit: Option<&Lit>) -> MapView {
    let page = map(points);
    let areas = ["Aménagement", "Services publics", "Éducation", "Santé", "Culture", "Climat", "Sécurité"]
        .map(str::to_owned);
    let mut answer = MapAnswer::of(&page, query, lit, &areas);
    for facet in &mut answer.facets.departements {
        let name = match facet.value.as_str() {
            "29" => "Finistère",
            "48" => "Lozère",
            "03" => "Allier",
            _ => "Pyrénées-Atlantiques",
        };
        facet.label = name.into();
    }
    let said = |of: &MapPoint| {
        let place = of.theme.map_or(Place::Weak(WeakReason::RareWords), |rank| Place::Theme(tag(rank)));
        Quote { number: of.number, ordinal: of.ordinal, kind: of.kind, ..quote(of.number.get(), place) }
    };
    let quotes: Vec<Quote> = answer.shown.iter().map(said).collect();
    let here = quotes.first().map(|of| {
        let key = Key { number: of.number, ordinal: of.ordinal };
        Here { key, point: Some((0, of.clone())) }
    });
    MapView { page, answer, quotes, here }
}

fn run_line(number: u32, state: RunState) -> RunLine {
    RunLine {
        number,
        recipe: Recipe {
            corpus: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
            seed: 2026,
            parameters: "{\"themes\":null,\"axes\":24}".into(),
            engine: "0.2.0".into(),
            predecessor: None,
        },
        predecessor: (number > 1).then(|| number - 1),
        started_at: Timestamp::from_micros(NOW.micros() - DAY - 4_000_000),
        state,
    }
}

fn finished(contributions: u32) -> RunState {
    let at = Timestamp::from_micros(NOW.micros() - DAY);
    RunState::Finished { at, contributions, choice: Some(choice()), in_themes: 1790, weak: 31, unplaced: 25 }
}

pub fn runs() -> RunsPage {
    let why = "Les réglages demandent 40 thèmes, et le corpus n’en permet pas plus de 25.".to_owned();
    let runs = vec![
        run_line(5, RunState::Running { step: 3, steps: 8 }),
        run_line(4, RunState::Failed { at: NOW, why }),
        run_line(3, finished(1000)),
        run_line(2, finished(950)),
    ];
    RunsPage { shown: Some(3), runs, corpus_changed: true }
}

pub fn comparison() -> Comparison {
    let flow = |from, to, verbatims| Flow { from, to, verbatims };
    Comparison {
        before: run_line(2, finished(950)),
        after: run_line(3, finished(1000)),
        shared: 1700,
        stayed: 1652,
        moved: 48,
        arrived: 146,
        gone: 2,
        agreement: 0.91,
        flows: vec![
            flow(Place::Theme(tag(1)), Place::Theme(tag(2)), 30),
            flow(Place::Weak(WeakReason::FarFromAll), Place::Theme(tag(4)), 14),
            flow(Place::Theme(tag(3)), Place::Unplaced(UnplacedReason::TooShort), 4),
        ],
        born: vec![tag(4)],
        ended: vec![],
        verbatims: (0..5).map(|n| (quote(n, Place::Theme(tag(2))), Place::Theme(tag(1)))).collect(),
        page: 1,
        pages: 2,
    }
}
