use domain::contribution::{ContributionNumber, Kind};
use domain::member::College;
use proptest::prelude::*;

use super::*;

const WAYS: [Direction; 4] = [Direction::Left, Direction::Right, Direction::Up, Direction::Down];

/// Points on a coarse grid, so that many share a line and some a place.
fn points() -> impl Strategy<Value = Vec<MapPoint>> {
    prop::collection::vec((0..12u8, 0..12u8), 1..40).prop_map(|places| {
        let point = |(at, (x, y)): (u32, (u8, u8))| MapPoint {
            number: ContributionNumber::new(at + 1),
            ordinal: 1,
            point: Point { x: f32::from(x) / 12.0, y: f32::from(y) / 12.0 },
            theme: None,
            kind: Kind::Idea,
            college: College::Elected,
            departement: String::new(),
            areas: vec![],
        };
        (0..).zip(places).map(point).collect()
    })
}

proptest! {
    #[test]
    fn an_arrow_leads_its_way_and_ends(of in points(), start in 0..40usize, way in prop::sample::select(&WAYS[..])) {
        let keeps = vec![true; of.len()];
        let mut at = start % of.len();
        // Each step leads further, or further within a pile: there can't be more steps than points.
        for _ in 0..of.len() {
            let Some(next) = toward(&of, &keeps, at, way) else { break };
            let (along, _) = lead(of[at].point, of[next].point, way);
            prop_assert!(along > 0.0 || (along == 0.0 && of[at].point == of[next].point));
            prop_assert!(next != at);
            at = next;
        }
        prop_assert_eq!(toward(&of, &keeps, at, way), None);
        prop_assert!(of.iter().all(|other| lead(of[at].point, other.point, way).0 <= 0.0));
    }

    #[test]
    fn every_point_that_is_kept_is_reached_by_turning_pages(of in points(), hidden in 0..40usize) {
        let mut keeps = vec![true; of.len()];
        keeps[hidden % of.len()] = of.len() == 1;
        for forward in [true, false] {
            let mut seen = vec![];
            let mut at = turn(&keeps, None, forward);
            while let Some(point) = at.filter(|point| !seen.contains(point)) {
                seen.push(point);
                at = turn(&keeps, Some(point), forward);
            }
            prop_assert_eq!(seen.len(), keeps.iter().filter(|kept| **kept).count());
        }
    }

    #[test]
    fn a_finger_finds_what_is_under_it(of in points(), which in 0..40usize) {
        let aim = of[which % of.len()].point;
        let keeps = vec![true; of.len()];
        let found = nearest(&of, &keeps, (f64::from(aim.x), f64::from(aim.y)), 0.01).map(|at| of[at].point);
        prop_assert_eq!(found, Some(aim));
        prop_assert_eq!(nearest(&of, &vec![false; of.len()], (0.5, 0.5), 2.0), None);
        prop_assert_eq!(nearest(&of, &keeps, (5.0, 5.0), 1.0), None);
    }
}

#[test]
fn a_quarter_turn_comes_before_what_is_near_but_aside() {
    let at = |x, y| Point { x, y };
    let places = [at(0.5, 0.5), at(0.52, 0.7), at(0.8, 0.55), at(0.4, 0.5)];
    let base = MapPoint {
        number: ContributionNumber::new(1),
        ordinal: 1,
        point: places[0],
        theme: Some(1),
        kind: Kind::Idea,
        college: College::Elected,
        departement: String::new(),
        areas: vec![],
    };
    let of: Vec<MapPoint> = places.into_iter().map(|point| MapPoint { point, ..base.clone() }).collect();
    let keeps = [true; 4];
    assert_eq!(toward(&of, &keeps, 0, Direction::Right), Some(2));
    assert_eq!(toward(&of, &keeps, 0, Direction::Down), Some(1));
    assert_eq!(toward(&of, &keeps, 0, Direction::Left), Some(3));
    assert_eq!(toward(&of, &keeps, 0, Direction::Up), None);
    // What a filter hides isn't walked on.
    assert_eq!(toward(&of, &[true, true, false, true], 0, Direction::Right), Some(1));
}
