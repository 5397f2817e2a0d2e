//! A run in which everything that a run may hold occurs.

use domain::analysis::{
    Analysis, Branch, Choice, Confidence, Division, Neighbour, Place, Placement, Point, Region, Theme,
    TypicalWord, UnplacedReason, Verbatim, WeakReason,
};
use domain::contribution::{Contribution, Kind};
use domain::id::{AnalysisId, CongressId, ThemeId, VerbatimId};
use storage::Storage;

use crate::fixture::{Counting, at, cycled, recipe};

/// Two verbatims a contribution, over three themes and every reason. The first theme is the largest.
pub fn analysis(number: u32, corpus: &[Contribution], entropy: &mut Counting) -> Analysis {
    let ids: Vec<ThemeId> = (0..3).map(|_| ThemeId::new(at(20), entropy)).collect();
    let mut places: Vec<Place<ThemeId>> = [0, 0, 1, 0, 2, 1].iter().map(|i| Place::Theme(ids[*i])).collect();
    places.extend(WeakReason::ALL.iter().map(|reason| Place::Weak(*reason)));
    places.extend(UnplacedReason::ALL.iter().map(|reason| Place::Unplaced(*reason)));
    let mut placements = Vec::new();
    for (i, contribution) in corpus.iter().enumerate() {
        let body = contribution.body.as_str();
        let cut = body.find(". ").unwrap() + 2;
        for (half, span) in [0..cut - 1, cut..body.len()].into_iter().enumerate() {
            let place = cycled(&places, i + half);
            placements.push(Placement {
                verbatim: Verbatim {
                    id: VerbatimId::new(at(21), entropy),
                    contribution: contribution.id,
                    version: contribution.version,
                    span,
                },
                place,
                typicality: 1.0 / (i + 1) as f64,
                kind: contribution.kind.unwrap_or(cycled(Kind::ALL, i + half)),
                kind_suggested: contribution.kind.is_none(),
                point: (!matches!(place, Place::Unplaced(_))).then(|| point(i, half)),
                neighbours: Vec::new(),
            });
        }
    }
    neighbours(&mut placements);
    let themes = ids.iter().zip(1..).map(|(id, rank)| theme(*id, rank, &placements)).collect();
    Analysis {
        id: AnalysisId::new(at(22), entropy),
        number,
        recipe: recipe(),
        finished_at: at(30),
        themes,
        placements,
        choice: Some(choice()),
        tree: tree(),
        landmarks: Some(12),
        model: vec![0, 255, 7],
    }
}

/// A third and a seventh are no binary fractions: what comes back is what was stored, to the last bit.
fn point(i: usize, half: usize) -> Point {
    Point { x: 1.0 / (i + 3) as f32, y: half as f32 / 7.0 }
}

fn choice() -> Choice {
    Choice {
        themes: 3,
        confidence: Confidence::Fair,
        agreement: 1.0 / 3.0,
        compared: vec![(2, 0.1), (3, 2.0 / 3.0)],
    }
}

fn branch(parent: Option<u32>, theme: Option<u32>, label: &str) -> Branch {
    Branch { parent, theme, label: label.to_owned(), hue: 2 }
}

/// The first theme alone, the two others under one branch.
fn tree() -> Vec<Branch> {
    vec![
        branch(None, None, "Tout"),
        branch(Some(0), Some(1), "Thème 1"),
        branch(Some(0), None, "Les autres"),
        branch(Some(2), Some(2), "Thème 2"),
        branch(Some(2), Some(3), "Thème 3"),
    ]
}

/// Those that stand next in the corpus, from another contribution.
fn neighbours(placements: &mut [Placement]) {
    let ids: Vec<VerbatimId> = placements.iter().map(|placement| placement.verbatim.id).collect();
    for (i, placement) in placements.iter_mut().enumerate() {
        if placement.point.is_some() {
            let near = |step: usize| Some((step, *ids.get(i + 2 * step)?));
            let near = (1..=3).filter_map(near);
            placement.neighbours = near
                .map(|(step, verbatim)| Neighbour { verbatim, closeness: 1.0 / step as f64, twin: step == 1 })
                .collect();
        }
    }
}

fn theme(id: ThemeId, rank: u32, placements: &[Placement]) -> Theme {
    let own = || placements.iter().filter(|placement| placement.place == Place::Theme(id));
    let ids = |most| own().take(most).map(|placement| placement.verbatim.id).collect::<Vec<_>>();
    let word = |i: u32| TypicalWord { form: format!("mot{i}"), chi2: 12.5 - f64::from(i), verbatims: i };
    let corner = |x: f32, y: f32| Point { x: x / 3.0, y: y / 7.0 };
    let outline = vec![corner(0.0, 0.0), corner(1.0, 0.0), corner(1.0, 1.0)];
    let named = ids(4);
    Theme {
        id,
        rank,
        label: format!("Thème {rank}"),
        hue: u8::try_from(rank).unwrap(),
        words: (1..=10).map(word).collect(),
        typical: ids(2),
        divides: match named.as_slice() {
            [one, .., other] => vec![Division { about: "l’essai".to_owned(), one: *one, other: *other }],
            _ => Vec::new(),
        },
        says: named,
        continues: None,
        region: (rank < 3).then(|| Region { anchor: corner(1.0, 1.0), outlines: vec![outline] }),
    }
}

/// Stores a run of a corpus as `change` makes it, and gives it back as stored.
pub async fn saved_as(
    storage: &Storage,
    congress: CongressId,
    corpus: &[Contribution],
    entropy: &mut Counting,
    change: impl FnOnce(&mut Analysis),
) -> Analysis {
    let mut analysis = analysis(0, corpus, entropy);
    change(&mut analysis);
    let mut work = storage.write().await.unwrap();
    analysis.number = work.start_analysis(congress, analysis.id, &analysis.recipe, at(25)).await.unwrap();
    let analysis = work.finish_analysis(analysis).await.unwrap();
    work.save().await.unwrap();
    analysis
}

/// The same, unchanged.
pub async fn saved_analysis(
    storage: &Storage,
    congress: CongressId,
    corpus: &[Contribution],
    entropy: &mut Counting,
) -> Analysis {
    saved_as(storage, congress, corpus, entropy, |_| ()).await
}
