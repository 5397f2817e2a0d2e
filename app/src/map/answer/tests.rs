use domain::analysis::{Point, Region};
use domain::reading::{CorpusQuery, Figures, MapRegion, RunTag, ThemeTag};
use domain::time::Timestamp;
use proptest::prelude::*;

use super::*;
use crate::map::data::MapData;

fn page(points: Vec<MapPoint>) -> MapPage {
    let point = Point { x: 0.5, y: 0.25 };
    let outlines = vec![vec![point, Point { x: 0.1, y: 0.2 }, Point { x: 0.9, y: 0.3 }]];
    MapPage {
        run: RunTag { number: 1, finished_at: Timestamp::from_micros(0), behind: 0 },
        figures: Figures::default(),
        landmarks: None,
        regions: vec![MapRegion {
            tag: ThemeTag { rank: 1, label: "guichet".into(), hue: 2 },
            verbatims: 3,
            region: Region { anchor: point, outlines },
        }],
        points,
    }
}

fn points() -> impl Strategy<Value = Vec<MapPoint>> {
    let one = (
        (0.0..=1.0f32, 0.0..=1.0f32),
        0..4u32,
        prop::sample::select(Kind::ALL),
        prop::sample::select(College::ALL),
        "(|29|48|2A)",
        prop::collection::btree_set(1..4u32, 0..3),
    );
    prop::collection::vec(one, 0..80).prop_map(|all| {
        let point = |(at, ((x, y), theme, kind, college, departement, areas)): (
            u32,
            (_, u32, _, _, _, BTreeSet<u32>),
        )| MapPoint {
            number: ContributionNumber::new(at / 2 + 1),
            ordinal: at % 2 + 1,
            point: Point { x, y },
            theme: Some(theme).filter(|rank| *rank > 0),
            kind,
            college,
            departement,
            areas: areas.into_iter().collect(),
        };
        (0..).zip(all).map(point).collect()
    })
}

fn query() -> impl Strategy<Value = MapQuery> {
    (
        prop::option::of(prop::sample::select(Kind::ALL)),
        prop::option::of(prop_oneof![(0..4u32).prop_map(PlaceFilter::Theme), Just(PlaceFilter::Weak)]),
        prop::option::of("(|29|48)"),
        prop::option::of(0..4u32),
        1..9u32,
    )
        .prop_map(|(kind, place, departement, area, page)| MapQuery {
            corpus: CorpusQuery { kind, place, departement, page, ..CorpusQuery::default() },
            area,
        })
}

proptest! {
    #[test]
    fn the_columns_give_back_the_map(points in points()) {
        let whole = page(points);
        // As the browser reads them.
        let json = serde_json::to_value(MapData::of(&whole)).unwrap();
        let data = MapData::read(
            |name| serde_json::from_value(json[name].clone()).unwrap(),
            |name| serde_json::from_value(json[name].clone()).unwrap(),
        );
        prop_assert_eq!(&data, &MapData::of(&whole));
        let back = data.points();
        prop_assert_eq!(back.len(), whole.points.len());
        for (one, other) in back.iter().zip(&whole.points) {
            prop_assert!((one.point.x - other.point.x).abs() < 1e-4 && (one.point.y - other.point.y).abs() < 1e-4);
            prop_assert_eq!(&MapPoint { point: other.point, ..one.clone() }, other);
        }
        prop_assert_eq!(data.regions()[0].tag.clone(), whole.regions[0].tag.clone());
        prop_assert_eq!(data.regions()[0].region.outlines[0].len(), 3);
    }

    #[test]
    fn the_pages_of_the_list_hold_each_answer_once(points in points(), query in query()) {
        let whole = page(points);
        let first = MapAnswer::of(&whole, query.clone(), None, &[]);
        let mut shown = vec![];
        for number in 1..=first.pages {
            shown.extend(MapAnswer::of(&whole, query.at(number), None, &[]).shown);
        }
        let kept: Vec<MapPoint> =
            whole.points.iter().zip(&first.keeps).filter(|(_, kept)| **kept).map(|(of, _)| of.clone()).collect();
        prop_assert_eq!(first.total as usize, kept.len());
        prop_assert_eq!(shown, kept);
    }

    #[test]
    fn what_a_filter_promises_it_gives(points in points(), query in query()) {
        let whole = page(points);
        let facets = MapAnswer::of(&whole, query, None, &[]).facets;
        let asked = |query| MapAnswer::of(&whole, query, None, &[]).total;
        let corpus = |corpus| asked(MapQuery { corpus, area: None });
        for facet in &facets.places {
            prop_assert_eq!(corpus(CorpusQuery { place: Some(facet.value), ..CorpusQuery::default() }), facet.count);
        }
        for facet in &facets.areas {
            prop_assert_eq!(asked(MapQuery { area: Some(facet.value), ..MapQuery::default() }), facet.count);
        }
        for facet in &facets.departements {
            let departement = Some(facet.value.clone());
            prop_assert_eq!(corpus(CorpusQuery { departement, ..CorpusQuery::default() }), facet.count);
        }
        // Each verbatim has one kind and one place: they sum to the map.
        prop_assert_eq!(facets.kinds.iter().map(|facet| facet.count).sum::<u32>() as usize, whole.points.len());
        prop_assert_eq!(facets.places.iter().map(|facet| facet.count).sum::<u32>() as usize, whole.points.len());
    }

    #[test]
    fn words_light_up_no_more_than_they_found(points in points(), which in 0..40u32) {
        let whole = page(points);
        let lit = Lit::from([(ContributionNumber::new(which), 1)]);
        let answer = MapAnswer::of(&whole, MapQuery::default(), Some(&lit), &[]);
        prop_assert!(answer.total <= 1);
        prop_assert!(answer.shown.iter().all(|of| of.number.get() == which));
    }
}

#[test]
fn columns_that_are_cut_short_lose_points_and_nothing_else() {
    let data = MapData { number: vec![1, 2], ordinal: vec![1], ..MapData::default() };
    assert_eq!(data.points(), vec![]);
}
